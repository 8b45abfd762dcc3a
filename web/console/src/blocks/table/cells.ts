import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import { RouterLink } from 'vue-router'
import DateText from '@/blocks/DateText.vue'
import MoneyText from '@/blocks/MoneyText.vue'
import StateText from '@/blocks/StateText.vue'
import { countText, percentText, type Amount } from '@/foundation/money'
import type { CellKind, DeskColumn, DeskRow } from './columns'

/** Kinds whose figures people compare: right-aligned, heading too. */
export const FIGURES: CellKind[] = ['money', 'number', 'percent']

export function cellValue<Row extends DeskRow>(column: DeskColumn<Row>, row: Row): unknown {
  return column.value ? column.value(row) : (row as Record<string, unknown>)[column.key]
}

/** What a cell shows. */
export function cellContent<Row extends DeskRow>(column: DeskColumn<Row>, row: Row): VNodeChild {
  if (column.render) return column.render(row)
  const shown = valueContent(column, row)
  return column.to ? h(RouterLink, { to: column.to(row) }, () => shown) : shown
}

function valueContent<Row extends DeskRow>(column: DeskColumn<Row>, row: Row): VNodeChild {
  const value = cellValue(column, row)
  switch (column.kind) {
    case 'money':
      return h(MoneyText, { amount: value as Amount, muteZero: true })
    case 'number':
      return h('span', { class: 'figures' }, countText(value as number))
    case 'percent':
      return h('span', { class: 'figures' }, percentText(value as string))
    case 'date':
      return h(DateText, { at: value as string })
    case 'time':
      return h(DateText, { at: value as string, time: true })
    case 'no':
      return h('span', { class: 'figures no' }, String(value ?? '—'))
    case 'bool':
      return value === true ? '是' : value === false ? '否' : '—'
    case 'tags':
      return (value as string[] | null)?.join('、') || '—'
    case 'state': {
      const { [`${column.key}_label`]: label, [`${column.key}_tone`]: tone } = row as Record<string, unknown>
      return h(StateText, {
        state: value as string,
        ...(typeof label === 'string' ? { label } : {}),
        ...(typeof tone === 'string' ? { tone } : {}),
        ...(column.states ? { states: column.states } : {}),
      })
    }
    default:
      return value === null || value === undefined || value === '' ? '—' : String(value)
  }
}

export const Cell: FunctionalComponent<{ column: DeskColumn<DeskRow>; row: DeskRow }> = ({ column, row }) =>
  cellContent(column, row) as never
Cell.props = ['column', 'row']
