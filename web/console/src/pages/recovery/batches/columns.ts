import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import type { StateWord } from '@/foundation/tones'

export type BatchRow = Answer<'/api/recovery/batches'>['rows'][number]

const STATES: Record<string, StateWord> = {
  empty: { label: '未导入', tone: 'warn' },
  filled: { label: '已导入', tone: 'info' },
}

/** The batch's cases. */
export const casesOf = (row: BatchRow) => ({ path: '/recovery/cases', query: { batch: String(row.id) } })

export const totals: TotalField[] = [
  { key: 'cases', label: '案件', kind: 'number' },
  { key: 'amount', label: '委案金额' },
  { key: 'settled', label: '已还' },
  { key: 'balance', label: '余额' },
]

export const columns: DeskColumn<BatchRow>[] = [
  {
    key: 'no',
    label: '批次号',
    kind: 'no',
    to: casesOf,
    width: 118,
    pin: 'left',
    always: true,
    sortable: true,
  },
  { key: 'client', label: '委托方', minWidth: 92, sortable: true },
  { key: 'unit', label: '机构', width: 92, sortable: true },
  { key: 'kind', label: '类型', width: 84, sortable: true, hidden: true },
  { key: 'received_on', label: '委案日期', kind: 'date', width: 100, sortable: true },
  { key: 'term_on', label: '退案日期', kind: 'date', width: 100, sortable: true },
  { key: 'days_left', label: '剩余天数', kind: 'number', width: 80 },
  { key: 'cases', label: '案件', kind: 'number', to: casesOf, width: 62 },
  { key: 'open_cases', label: '在办', kind: 'number', width: 62 },
  { key: 'amount', label: '委案金额', kind: 'money', width: 112 },
  { key: 'settled', label: '已还', kind: 'money', width: 100 },
  { key: 'balance', label: '余额', kind: 'money', width: 112 },
  { key: 'state', label: '状态', kind: 'state', width: 76, sortable: true, hidden: true, states: STATES },
  {
    key: 'states',
    label: '案件状态',
    width: 190,
    hidden: true,
    value: (row) => row.states.map(({ label, count }) => `${label} ${count}`).join('，'),
  },
  { key: 'region', label: '地区', width: 96, sortable: true, hidden: true },
  {
    key: 'fee_rate',
    label: '佣金比例',
    kind: 'percent',
    width: 92,
    sortable: true,
    hidden: true,
    permission: 'placement.see_commission',
  },
  { key: 'created_by', label: '建立人', width: 84, hidden: true },
  { key: 'created_at', label: '建立时间', kind: 'time', width: 142, sortable: true, hidden: true },
  { key: 'note', label: '备注', minWidth: 160, hidden: true },
]

export const fields: FilterField[] = [
  { key: 'no', label: '批次号', kind: 'text', first: true },
  { key: 'client', label: '委托方', kind: 'client', first: true },
  { key: 'unit', label: '机构', kind: 'unit', first: true },
  { key: 'region', label: '地区', kind: 'text', first: true },
  { key: 'term', label: '退案日期', kind: 'date_range' },
  {
    key: 'state',
    label: '状态',
    kind: 'multi',
    first: true,
    choices: Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
  },
  { key: 'kind', label: '类型', kind: 'text' },
  { key: 'received', label: '委案日期', kind: 'date_range' },
]
