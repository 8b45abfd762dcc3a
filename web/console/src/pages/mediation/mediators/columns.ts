import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { Kind, MediatorRow } from '../asked'
import { MEDIATOR_STATES, choicesOf } from '../words'

export const columns: DeskColumn<MediatorRow>[] = [
  { key: 'name', label: '姓名', width: 96, always: true },
  { key: 'institution', label: '调解机构', minWidth: 160 },
  { key: 'state', label: '状态', kind: 'state', width: 88, states: MEDIATOR_STATES },
  { key: 'specialty_labels', label: '擅长', kind: 'tags', minWidth: 180 },
  { key: 'going_on', label: '在办', kind: 'number', width: 72, sortable: true },
  { key: 'total', label: '累计', kind: 'number', width: 72, sortable: true },
  { key: 'succeeded', label: '调解成功', kind: 'number', width: 106, sortable: true },
  { key: 'rating', label: '评分', kind: 'number', width: 96, sortable: true },
  { key: 'profession', label: '职业', width: 110 },
  { key: 'mobile_mask', label: '手机', kind: 'no', width: 120 },
  { key: 'appointed_on', label: '任职日期', kind: 'date', width: 104 },
  { key: 'joined_on', label: '到职日期', kind: 'date', width: 104, hidden: true },
  { key: 'note', label: '备注', minWidth: 120, hidden: true },
]

export function fields(kinds: readonly Kind[]): FilterField[] {
  return [
    {
      key: 'kind',
      label: '擅长',
      kind: 'select',
      choices: kinds.map(({ code, label }) => ({ value: code, label })),
      first: true,
    },
    { key: 'state', label: '状态', kind: 'select', choices: choicesOf(MEDIATOR_STATES), first: true },
  ]
}
