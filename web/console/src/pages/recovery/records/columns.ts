import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { CHANNELS, MEANINGS, ORIGINS, choicesOf } from '../words'

export type RecordRow = Answer<'/api/recovery/work/records'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'cases', label: '案件', kind: 'number' },
  { key: 'connected', label: '接通本人', kind: 'number' },
  { key: 'third_party', label: '第三方', kind: 'number' },
  { key: 'not_connected', label: '未接通', kind: 'number' },
  { key: 'refused', label: '拒绝', kind: 'number' },
  { key: 'warned', label: '规则提示', kind: 'number' },
  { key: 'promises', label: '承诺', kind: 'number' },
  { key: 'promised_amount', label: '承诺金额' },
]

export const columns: DeskColumn<RecordRow>[] = [
  { key: 'at', label: '联系时间', kind: 'time', width: 142, always: true },
  { key: 'case_no', label: '案件编号', kind: 'no', width: 138 },
  { key: 'debtor', label: '债务人', width: 88 },
  { key: 'by', label: '催收员', width: 80 },
  { key: 'channel', label: '方式', width: 64, value: (row) => CHANNELS[row.channel] ?? row.channel },
  { key: 'number_mask', label: '号码', kind: 'no', width: 118 },
  { key: 'relation', label: '关系', width: 70 },
  { key: 'result', label: '结果', width: 184 },
  { key: 'note', label: '备注', minWidth: 180 },
  { key: 'promise', label: '承诺', width: 156 },
  { key: 'next_on', label: '下次跟进', kind: 'date', width: 104 },
  { key: 'client', label: '委托方', width: 110 },
  { key: 'batch_no', label: '批次', width: 120, hidden: true },
  { key: 'spoke_to', label: '联系人', width: 90, hidden: true },
  {
    key: 'origin',
    label: '来源',
    width: 96,
    value: (row) => ORIGINS[row.origin] ?? row.origin,
    hidden: true,
  },
  { key: 'entered_at', label: '录入时间', kind: 'time', width: 142, hidden: true },
]

export const fields: FilterField[] = [
  { key: 'day', label: '联系日期', kind: 'date_range', words: ['since', 'until'], first: true },
  { key: 'membership', label: '催收员', kind: 'member', first: true },
  { key: 'meaning', label: '结果', kind: 'select', choices: choicesOf(MEANINGS), first: true },
  { key: 'channel', label: '方式', kind: 'select', choices: choicesOf(CHANNELS), first: true },
  { key: 'client', label: '委托方', kind: 'client' },
  { key: 'unit', label: '小组', kind: 'unit' },
  { key: 'origin', label: '来源', kind: 'select', choices: choicesOf(ORIGINS) },
  { key: 'late', label: '非当日录入', kind: 'bool' },
  { key: 'warned', label: '有规则提示', kind: 'bool' },
  { key: 'promised', label: '有承诺', kind: 'bool' },
  { key: 'unit_is', label: '小组（不含下级）', kind: 'unit', drill: true },
  { key: 'by_people', label: '有录入人', kind: 'bool', drill: true },
]
