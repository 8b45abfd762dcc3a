import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import { withChoices } from '@/blocks/filter/recoveryChoices'
import type { DeskColumn } from '@/blocks/table/columns'
import { percentText } from '@/foundation/money'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'

export type PaymentRow = Answer<'/api/recovery/payments'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'counted', label: '计入', kind: 'number' },
  { key: 'amount', label: '还款金额' },
  { key: 'reversed_amount', label: '已冲正' },
  { key: 'cases', label: '案件', kind: 'number' },
]

export const columns: DeskColumn<PaymentRow>[] = [
  { key: 'paid_on', label: '还款日期', kind: 'date', width: 104, always: true, sortable: true },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 136, sortable: true },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'amount', label: '还款金额', kind: 'money', width: 116, sortable: true },
  {
    key: 'counted',
    label: '状态',
    kind: 'state',
    width: 72,
    value: (row) => (row.reversed_at ? 'reversed' : 'counted'),
    states: { counted: { label: '已计入', tone: 'good' }, reversed: { label: '已冲正', tone: 'bad' } },
  },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'batch_no', label: '批次', width: 108 },
  { key: 'holder_name', label: '当时催收员', width: 92 },
  { key: 'unit_name', label: '小组', width: 84 },
  { key: 'region', label: '地区', width: 88, sortable: true },
  { key: 'source_label', label: '来源', width: 74 },
  { key: 'reference', label: '流水号', kind: 'no', width: 110 },
  { key: 'case_balance', label: '案件余额', kind: 'money', width: 116, hidden: true },
  { key: 'case_state_label', label: '案件状态', width: 84, hidden: true },
  {
    key: 'commission_rate',
    label: '佣金比例',
    kind: 'percent',
    width: 88,
    hidden: true,
    permission: 'placement.see_commission',
  },
  { key: 'note', label: '备注', minWidth: 140, hidden: true },
  { key: 'entered_by_name', label: '录入人', width: 84, hidden: true },
  { key: 'entered_at', label: '录入时间', kind: 'time', width: 142, sortable: true, hidden: true },
  { key: 'reversal_reason', label: '冲正原因', minWidth: 140, hidden: true },
  { key: 'reversed_by_name', label: '冲正人', width: 84, hidden: true },
  { key: 'reversed_at', label: '冲正时间', kind: 'time', width: 142, hidden: true },
]

export const fields = (): FilterField[] =>
  withChoices(
    [
      { key: 'paid', label: '还款日期', kind: 'date_range', first: true },
      { key: 'client', label: '委托方', kind: 'client', first: true },
      { key: 'batch', label: '批次', kind: 'select', first: true },
      { key: 'holder', label: '催收员', kind: 'member', first: true },
      { key: 'unit', label: '小组', kind: 'unit' },
      { key: 'region', label: '地区', kind: 'multi' },
      { key: 'amount', label: '还款金额', kind: 'amount_range' },
      {
        key: 'source',
        label: '来源',
        kind: 'multi',
        choices: [
          { value: 'sheet', label: '导入' },
          { value: 'hand', label: '手工' },
          { value: 'claim', label: 'CP 核实' },
        ],
      },
      { key: 'reversed', label: '已冲正', kind: 'bool' },
      { key: 'placed', label: '委案日期', kind: 'date_range' },
      { key: 'unit_is', label: '小组（不含下级）', kind: 'unit', drill: true },
      { key: 'region_is', label: '地区', kind: 'text', drill: true },
      { key: 'rate', label: '佣金比例', kind: 'text', drill: true, say: percentText },
      {
        key: 'blank',
        label: '未填',
        kind: 'select',
        drill: true,
        choices: [
          { value: 'holder', label: '催收员' },
          { value: 'unit', label: '小组' },
          { value: 'batch', label: '批次' },
          { value: 'rate', label: '佣金比例' },
          { value: 'region', label: '地区' },
        ],
      },
    ],
    { batch: 'batches', region: 'regions' },
  )
