import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { PROMISE_STATES, choicesOf } from '../words'

export type PromiseRow = Answer<'/api/recovery/work/promises'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'amount', label: '承诺金额' },
  { key: 'paid_amount', label: '已还' },
]

export const columns: DeskColumn<PromiseRow>[] = [
  { key: 'due_on', label: '承诺日期', kind: 'date', width: 110, always: true },
  { key: 'left', label: '剩余', width: 92 },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 146 },
  { key: 'debtor', label: '债务人', minWidth: 100 },
  { key: 'amount', label: '承诺金额', kind: 'money', width: 124 },
  { key: 'paid_amount', label: '已还', kind: 'money', width: 124 },
  { key: 'state', label: '状态', kind: 'state', states: PROMISE_STATES, width: 96 },
  { key: 'by', label: '登记人', width: 96 },
  { key: 'made_at', label: '登记时间', kind: 'time', width: 150 },
  { key: 'judged_at', label: '判定时间', kind: 'time', width: 150, hidden: true },
]

export const fields: FilterField[] = [
  { key: 'due', label: '承诺日期', kind: 'date_range', first: true },
  { key: 'state', label: '状态', kind: 'select', choices: choicesOf(PROMISE_STATES), first: true },
  { key: 'holder', label: '持有人', kind: 'member', first: true },
  { key: 'client', label: '委托方', kind: 'client', first: true },
  { key: 'membership', label: '登记人', kind: 'member' },
  { key: 'made', label: '登记日期', kind: 'date_range', words: ['made_from', 'made_until'] },
  { key: 'unit', label: '小组', kind: 'unit' },
  { key: 'unit_is', label: '小组（不含下级）', kind: 'unit', drill: true },
  { key: 'by_people', label: '有登记人', kind: 'bool', drill: true },
]
