import type { VNodeChild } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { StateWord } from '@/foundation/tones'

/** How a cell reads; `money` and `number` align right in tabular figures. */
export type CellKind =
  'text' | 'no' | 'money' | 'number' | 'percent' | 'date' | 'time' | 'state' | 'bool' | 'tags'

/** A row of any list: rows of one list all carry the same field as key. */
export type DeskRow = object

export interface DeskColumn<Row extends DeskRow> {
  /** The field, and the server's name for sorting by it. */
  key: string
  label: string
  kind?: CellKind
  width?: number
  minWidth?: number
  sortable?: boolean
  pin?: 'left' | 'right'
  /** Offered in the column chooser but not shown at first. */
  hidden?: boolean
  /** Cannot be hidden (the number that names the row). */
  always?: boolean
  /** Another value than `row[key]`. */
  value?: (row: Row) => unknown
  /** Words of a `state` column by code. */
  states?: Record<string, StateWord>
  /** Where the cell leads. */
  to?: (row: Row) => RouteLocationRaw
  /** Full control; `cell-<key>` slots do the same from the template. */
  render?: (row: Row) => VNodeChild
  /** Only for those who hold this permission. */
  permission?: string
}

/** What a person changed about the columns; remembered under the table's name. */
export interface ColumnLayout {
  order: string[]
  hidden: string[]
  shown: string[]
  width: Record<string, number>
  pin: Record<string, 'left' | 'right' | 'none'>
}

export const EMPTY_LAYOUT: ColumnLayout = { order: [], hidden: [], shown: [], width: {}, pin: {} }

export interface LaidColumn<Row extends DeskRow> {
  column: DeskColumn<Row>
  visible: boolean
  width: number | undefined
  pin: 'left' | 'right' | undefined
}

const PIN_RANK = { left: 0, none: 1, right: 2 }

/**
 * The columns as this person wants them: pinned ones outside, remembered order within, columns the product
 * added since then at their own place.
 */
export function layOut<Row extends DeskRow>(
  columns: readonly DeskColumn<Row>[],
  layout: ColumnLayout,
): LaidColumn<Row>[] {
  const rank = new Map(orderOf(columns, layout).map((key, at) => [key, at]))
  const laid = columns.map((column) => {
    const pin = layout.pin[column.key] ?? column.pin ?? 'none'
    const hidden = layout.hidden.includes(column.key)
    const shown = layout.shown.includes(column.key) || !column.hidden
    return {
      column,
      visible: column.always || (shown && !hidden),
      width: layout.width[column.key] ?? column.width,
      pin: pin === 'none' ? undefined : pin,
    } satisfies LaidColumn<Row>
  })
  return laid.sort(
    (a, b) =>
      PIN_RANK[a.pin ?? 'none'] - PIN_RANK[b.pin ?? 'none'] ||
      (rank.get(a.column.key) ?? 0) - (rank.get(b.column.key) ?? 0),
  )
}

/** Every key in order: the remembered ones, each new one right after its declared left neighbour. */
export function orderOf<Row extends DeskRow>(
  columns: readonly DeskColumn<Row>[],
  layout: ColumnLayout,
): string[] {
  const known = new Set(columns.map(({ key }) => key))
  const order = layout.order.filter((key) => known.has(key))
  columns.forEach(({ key }, at) => {
    if (order.includes(key)) return
    const before = columns[at - 1]
    order.splice(before ? order.indexOf(before.key) + 1 : 0, 0, key)
  })
  return order
}

/** The layout after `key` is put where `target` stands. */
export function moved<Row extends DeskRow>(
  columns: readonly DeskColumn<Row>[],
  layout: ColumnLayout,
  key: string,
  target: string,
): ColumnLayout {
  const order = orderOf(columns, layout)
  const to = order.indexOf(target)
  order.splice(order.indexOf(key), 1)
  order.splice(to, 0, key)
  return { ...layout, order }
}

/** The layout with `column` shown or hidden. */
export function toggled<Row extends DeskRow>(
  layout: ColumnLayout,
  column: DeskColumn<Row>,
  visible: boolean,
): ColumnLayout {
  const without = (keys: string[]) => keys.filter((key) => key !== column.key)
  return {
    ...layout,
    hidden: visible ? without(layout.hidden) : [...without(layout.hidden), column.key],
    shown: visible ? [...without(layout.shown), column.key] : without(layout.shown),
  }
}
