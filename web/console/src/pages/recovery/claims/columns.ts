import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import { withChoices } from '@/blocks/filter/recoveryChoices'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import type { StateWord } from '@/foundation/tones'

export type ClaimRow = Answer<'/api/recovery/payments/claims'>['rows'][number]

const STATES: Record<string, StateWord> = {
  waiting: { label: '待核实', tone: 'warn' },
  confirmed: { label: '已到账', tone: 'good' },
  refuted: { label: '未到账', tone: 'bad' },
  withdrawn: { label: '已撤回', tone: 'muted' },
}

export const totals: TotalField[] = [
  { key: 'amount', label: '登记金额' },
  { key: 'waiting', label: '待核实', kind: 'number' },
  { key: 'waiting_amount', label: '待核实金额' },
]

export const columns: DeskColumn<ClaimRow>[] = [
  { key: 'asked_at', label: '登记时间', kind: 'time', width: 142, sortable: true },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 136, always: true, sortable: true },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'amount', label: '登记金额', kind: 'money', width: 112, sortable: true },
  { key: 'paid_on', label: '还款日期', kind: 'date', width: 104, sortable: true },
  { key: 'state', label: '状态', kind: 'state', width: 76, sortable: true, states: STATES },
  { key: 'payer', label: '还款人', width: 84 },
  { key: 'way', label: '还款方式', width: 92 },
  { key: 'asked_by', label: '登记人', width: 84 },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'note', label: '备注', minWidth: 120 },
  { key: 'answer', label: '核实说明', minWidth: 130 },
  { key: 'answered_by', label: '核实人', width: 84, hidden: true },
  { key: 'answered_at', label: '核实时间', kind: 'time', width: 142, hidden: true },
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
      { key: 'asked_by', label: '登记人', kind: 'member', first: true },
      { key: 'paid', label: '还款日期', kind: 'date_range', first: true },
    ],
    { batch: 'batches' },
  )
