import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { choices, kinds, pageOf, type DisputeRow } from '../asked'
import { OUTCOMES, ROLES, SOURCES, choicesOf } from '../words'

export const totals: TotalField[] = [{ key: 'amount', label: '涉及金额' }]

export const columns: DeskColumn<DisputeRow>[] = [
  {
    key: 'no',
    label: '案件编号',
    kind: 'no',
    to: pageOf,
    width: 138,
    pin: 'left',
    always: true,
    sortable: true,
  },
  { key: 'applicant', label: '申请人', width: 88 },
  { key: 'respondent', label: '对方', width: 122 },
  { key: 'state', label: '状态', kind: 'state', width: 96, sortable: true },
  { key: 'category', label: '类别', width: 96, sortable: true },
  { key: 'amount', label: '涉及金额', kind: 'money', width: 112, sortable: true },
  { key: 'mediators', label: '调解员', kind: 'tags', width: 110 },
  { key: 'submitted_at', label: '提交日期', kind: 'date', width: 104, sortable: true },
  { key: 'term_on', label: '调解期限', kind: 'date', width: 104, sortable: true },
  {
    key: 'days_left',
    label: '剩余天数',
    kind: 'number',
    width: 84,
    value: (row) => (row.is_open ? row.days_left : null),
  },
  { key: 'unit', label: '调解机构', minWidth: 150 },
  { key: 'region', label: '地区', width: 96, sortable: true },
  { key: 'tags', label: '标签', kind: 'tags', width: 110 },
  {
    key: 'source',
    label: '来源',
    width: 84,
    value: (row) => SOURCES[row.source] ?? row.source,
    hidden: true,
  },
  { key: 'role', label: '申请人类型', width: 96, value: (row) => ROLES[row.role] ?? row.role, hidden: true },
  { key: 'outcome', label: '结果', width: 110, value: (row) => OUTCOMES[row.outcome] ?? '', hidden: true },
  { key: 'accepted_at', label: '立案时间', kind: 'time', width: 142, hidden: true },
  { key: 'mediator_due_on', label: '分配期限', kind: 'date', width: 104, sortable: true, hidden: true },
  { key: 'answered_at', label: '对方答复', kind: 'time', width: 142, hidden: true },
]

/** `12:2026-01-01..2026-09-15` as people say it, the mediator by `name`; days may be left out. */
function appointedText(value: string, name: (id: string) => string): string {
  const [id = '', period = ''] = value.split(':')
  const [since = '', until = ''] = period.split('..')
  if (!since && !until) return name(id)
  return `${name(id)}，${since || '此前'} 至 ${until || '今'}`
}

/** The filters; states, kinds and mediators are the server's. */
export async function fields(): Promise<FilterField[]> {
  const [all, types] = await Promise.all([choices(), kinds()])
  const mediators = all.members.filter(({ role }) => role === 'mediator')
  const nameOf = (id: string) => mediators.find((one) => String(one.id) === id)?.name ?? id
  return [
    { key: 'is_open', label: '在办', kind: 'bool', first: true },
    {
      key: 'state',
      label: '状态',
      kind: 'multi',
      choices: all.states.map(({ value, label }) => ({ value, label })),
      first: true,
    },
    {
      key: 'kind',
      label: '类别',
      kind: 'multi',
      choices: types.map(({ code, label }) => ({ value: code, label })),
      first: true,
    },
    {
      key: 'mediator',
      label: '调解员',
      kind: 'select',
      choices: mediators.map(({ id, name }) => ({ value: id, label: name })),
      first: true,
    },
    { key: 'amount', label: '涉及金额', kind: 'amount_range', first: true },
    { key: 'role', label: '申请人类型', kind: 'multi', choices: choicesOf(ROLES) },
    { key: 'source', label: '来源', kind: 'multi', choices: choicesOf(SOURCES) },
    { key: 'outcome', label: '结果', kind: 'multi', choices: choicesOf(OUTCOMES) },
    {
      key: 'region',
      label: '地区',
      kind: 'multi',
      choices: all.regions.map((one) => ({ value: one, label: one })),
    },
    { key: 'submitted', label: '提交日期', kind: 'date_range' },
    { key: 'accepted', label: '立案日期', kind: 'date_range' },
    { key: 'term', label: '调解期限', kind: 'date_range' },
    { key: 'closed', label: '结束日期', kind: 'date_range' },
    { key: 'unassigned', label: '未分配', kind: 'bool' },
    { key: 'colour', label: '颜色', kind: 'colour' },
    { key: 'tags', label: '标签', kind: 'tags' },
    {
      key: 'appointed',
      label: '分配给',
      kind: 'text',
      drill: true,
      say: (value) => appointedText(value, nameOf),
    },
    { key: 'applicant_account', label: '申请人账号', kind: 'text', drill: true, say: () => '指定的用户' },
    { key: 'respondent_account', label: '对方账号', kind: 'text', drill: true, say: () => '指定的用户' },
    { key: 'asked_of', label: '待调解员接受', kind: 'text', drill: true, say: () => '是' },
  ]
}
