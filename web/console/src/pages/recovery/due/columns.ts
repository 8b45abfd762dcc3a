import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import { withChoices } from '@/blocks/filter/recoveryChoices'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'

export type DueRow = Answer<'/api/recovery/terms/due'>['rows'][number]
export type ReturnedRow = Answer<'/api/recovery/terms/returned'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'amount', label: '委案金额' },
  { key: 'balance', label: '余额' },
]

export const columns: DeskColumn<DueRow>[] = [
  { key: 'case_no', label: '案件编号', kind: 'no', width: 136, always: true, sortable: true },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'term_on', label: '退案日期', kind: 'date', width: 104, sortable: true },
  { key: 'days_left', label: '剩余天数', width: 92 },
  { key: 'clock_note', label: '停算', width: 130 },
  { key: 'state', label: '状态', kind: 'state', width: 72 },
  { key: 'retention', label: '留案', width: 84 },
  { key: 'balance', label: '余额', kind: 'money', width: 112, sortable: true },
  { key: 'amount', label: '委案金额', kind: 'money', width: 112, sortable: true },
  { key: 'settled_amount', label: '已还', kind: 'money', width: 104 },
  { key: 'holder_name', label: '催收员', width: 80 },
  { key: 'last_worked_at', label: '上次跟进', kind: 'time', width: 142, sortable: true },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'batch_no', label: '批次', width: 104 },
  { key: 'category', label: '账龄', width: 72, hidden: true },
  { key: 'region', label: '地区', width: 92, hidden: true },
  { key: 'clerk_name', label: '内勤', width: 80, hidden: true },
]

export const fields = (): FilterField[] =>
  withChoices(
    [
      { key: 'client', label: '委托方', kind: 'client', first: true },
      { key: 'batch', label: '批次', kind: 'select', first: true },
      { key: 'holder', label: '催收员', kind: 'member', first: true },
      { key: 'retention_asked', label: '已申请留案', kind: 'bool', first: true },
      { key: 'unit', label: '小组', kind: 'unit' },
      { key: 'clerk', label: '内勤', kind: 'member' },
    ],
    { batch: 'batches' },
  )

export const returnedColumns: DeskColumn<ReturnedRow>[] = [
  { key: 'case_no', label: '案件编号', kind: 'no', width: 136, always: true },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'returned_on', label: '实际退案日', kind: 'date', width: 104 },
  { key: 'recall_on', label: '退案日期', kind: 'date', width: 104 },
  { key: 'amount', label: '委案金额', kind: 'money', width: 112 },
  { key: 'settled_amount', label: '累计还款', kind: 'money', width: 112 },
  { key: 'balance', label: '余额', kind: 'money', width: 112 },
  { key: 'reason', label: '退案原因', minWidth: 130 },
  { key: 'records', label: '催记次数', kind: 'number', width: 80 },
  { key: 'last_worked_on', label: '最后跟进', kind: 'date', width: 104 },
  { key: 'last_result', label: '最后结果', width: 100 },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'batch_no', label: '批次', width: 104 },
  { key: 'promise', label: '未履行承诺', width: 190, hidden: true },
  { key: 'last_note', label: '最后催记', minWidth: 160, hidden: true },
  { key: 'serial_no', label: '个案序列号', kind: 'no', width: 130, hidden: true },
  { key: 'contract_no', label: '合同号', kind: 'no', width: 130, hidden: true },
  { key: 'id_mask', label: '证件号', kind: 'no', width: 160, hidden: true },
  { key: 'card_mask', label: '卡号', kind: 'no', width: 150, hidden: true },
  { key: 'placed_on', label: '委案日期', kind: 'date', width: 104, hidden: true },
  { key: 'retained_times', label: '留案次数', kind: 'number', width: 80, hidden: true },
]

export const returnedFields = (): FilterField[] =>
  withChoices(
    [
      { key: 'returned', label: '实际退案日', kind: 'date_range', first: true },
      { key: 'client', label: '委托方', kind: 'client', first: true },
      { key: 'batch', label: '批次', kind: 'select', first: true },
    ],
    { batch: 'batches' },
  )
