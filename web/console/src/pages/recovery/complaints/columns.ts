import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { COMPLAINT_CHANNELS, COMPLAINT_STATES, SEVERITIES, choicesOf } from '../words'

export type ComplaintRow = Answer<'/api/recovery/complaints'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'open', label: '处理中', kind: 'number' },
  { key: 'late', label: '超时', kind: 'number' },
  { key: 'major', label: '重大', kind: 'number' },
  { key: 'general', label: '一般', kind: 'number' },
  { key: 'minor', label: '轻微', kind: 'number' },
]

export const columns: DeskColumn<ComplaintRow>[] = [
  { key: 'received_on', label: '受理日期', kind: 'date', width: 106, always: true, sortable: true },
  { key: 'severity', label: '级别', kind: 'state', states: SEVERITIES, width: 66 },
  { key: 'state', label: '状态', kind: 'state', states: COMPLAINT_STATES, width: 76 },
  { key: 'next_due_on', label: '下一步期限', width: 128, sortable: true },
  { key: 'progress', label: '步骤', width: 62, value: (row) => `${row.done_count}/${row.steps_count}` },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 138 },
  { key: 'debtor', label: '债务人', width: 84 },
  { key: 'client_name', label: '委托方', minWidth: 110 },
  { key: 'complainant', label: '投诉人', width: 84 },
  { key: 'against', label: '被投诉人', width: 84 },
  { key: 'channel_label', label: '渠道', width: 96 },
  { key: 'why', label: '原因', minWidth: 160 },
  { key: 'what', label: '投诉内容', minWidth: 200, hidden: true },
  { key: 'unit_name', label: '小组', width: 90, hidden: true },
  { key: 'result', label: '处理结果', minWidth: 160, hidden: true },
  { key: 'by', label: '登记人', width: 84, hidden: true },
  { key: 'closed_at', label: '办结时间', kind: 'time', width: 142, hidden: true },
]

export const fields: FilterField[] = [
  { key: 'state', label: '状态', kind: 'multi', choices: choicesOf(COMPLAINT_STATES), first: true },
  { key: 'severity', label: '级别', kind: 'multi', choices: choicesOf(SEVERITIES), first: true },
  { key: 'client', label: '委托方', kind: 'client', first: true },
  { key: 'against', label: '被投诉人', kind: 'member', first: true },
  { key: 'received', label: '受理日期', kind: 'date_range', first: true },
  { key: 'late', label: '超时', kind: 'bool' },
  { key: 'channel', label: '渠道', kind: 'multi', choices: choicesOf(COMPLAINT_CHANNELS) },
  { key: 'nobody', label: '未指明被投诉人', kind: 'bool', drill: true },
]
