import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import { withChoices } from '@/blocks/filter/recoveryChoices'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { dateText } from '@/foundation/dates'
import type { StateWord } from '@/foundation/tones'
import { addMonths } from './months'

export type RetentionRow = Answer<'/api/recovery/terms/retentions'>['rows'][number]

const STATES: Record<string, StateWord> = {
  asked: { label: '待决定', tone: 'warn' },
  granted: { label: '已留案', tone: 'good' },
  declined: { label: '未同意', tone: 'bad' },
  withdrawn: { label: '已撤回', tone: 'muted' },
}

export const totals: TotalField[] = [
  { key: 'asked', label: '待决定', kind: 'number' },
  { key: 'amount', label: '委案金额' },
]

/** The recall day this would lead to when it is granted as asked. */
export const wouldBe = (row: RetentionRow, months = row.months) =>
  addMonths(row.term_on ?? dateText(new Date()), months)

export const columns: DeskColumn<RetentionRow>[] = [
  { key: 'asked_at', label: '申请时间', kind: 'time', width: 142, sortable: true },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 136, always: true, sortable: true },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'state', label: '状态', kind: 'state', width: 76, sortable: true, states: STATES },
  {
    key: 'term_on',
    label: '退案日期',
    kind: 'date',
    width: 104,
    sortable: true,
    value: (row) => row.old_term_on ?? row.term_on,
  },
  { key: 'months', label: '月数', kind: 'number', width: 60 },
  {
    key: 'new_term_on',
    label: '留案后',
    kind: 'date',
    width: 104,
    value: (row) => row.new_term_on ?? (row.state === 'asked' ? wouldBe(row) : null),
  },
  { key: 'reason', label: '理由', minWidth: 160 },
  { key: 'balance', label: '余额', kind: 'money', width: 112 },
  { key: 'asked_by', label: '申请人', width: 80 },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'answer', label: '答复', minWidth: 120 },
  { key: 'amount', label: '委案金额', kind: 'money', width: 112, hidden: true },
  { key: 'decided_by', label: '决定人', width: 80, hidden: true },
  { key: 'decided_at', label: '决定时间', kind: 'time', width: 142, hidden: true },
]

export const fields = (): FilterField[] =>
  withChoices(
    [
      {
        key: 'state',
        label: '状态',
        kind: 'multi',
        first: true,
        choices: Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      },
      { key: 'client', label: '委托方', kind: 'client', first: true },
      { key: 'batch', label: '批次', kind: 'select', first: true },
      { key: 'asked_by', label: '申请人', kind: 'member', first: true },
    ],
    { batch: 'batches' },
  )
