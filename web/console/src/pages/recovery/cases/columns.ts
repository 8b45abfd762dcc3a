import type { Answer } from '@client/client'
import { CASE_STATES } from '@/foundation/tones'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { TotalField } from '@/blocks/table/TotalsBar.vue'
import { api } from '@/state/api'

export type CaseRow = Answer<'/api/recovery/cases'>['rows'][number]

export const totals: TotalField[] = [
  { key: 'amount', label: '委案金额' },
  { key: 'settled', label: '已还' },
  { key: 'balance', label: '余额' },
]

export const columns: DeskColumn<CaseRow>[] = [
  {
    key: 'no',
    label: '案件编号',
    kind: 'no',
    to: ({ id }) => `/recovery/cases/${id}`,
    width: 150,
    pin: 'left',
    always: true,
    sortable: true,
  },
  { key: 'title', label: '债务人', width: 90, sortable: true },
  { key: 'state', label: '状态', kind: 'state', width: 76, sortable: true },
  { key: 'balance', label: '余额', kind: 'money', width: 112, sortable: true },
  { key: 'amount', label: '委案金额', kind: 'money', width: 112, sortable: true },
  { key: 'settled_amount', label: '已还', kind: 'money', width: 106, sortable: true },
  { key: 'category', label: '账龄', width: 84, sortable: true },
  { key: 'term_on', label: '退案日期', kind: 'date', width: 104, sortable: true },
  {
    key: 'days_left',
    label: '剩余天数',
    kind: 'number',
    width: 84,
    value: (row) => (row.is_open ? row.days_left : null),
  },
  { key: 'holder', label: '催收员', width: 96, sortable: true },
  { key: 'last_worked_at', label: '上次跟进', kind: 'time', width: 142, sortable: true },
  { key: 'next_work_on', label: '下次跟进', kind: 'date', width: 104, sortable: true },
  { key: 'client', label: '委托方', minWidth: 140 },
  { key: 'batch', label: '批次', width: 130, sortable: true },
  { key: 'region', label: '地区', width: 96, sortable: true },
  { key: 'unit', label: '小组', width: 100 },
  { key: 'promise_due_on', label: '承诺日期', kind: 'date', width: 104 },
  { key: 'tags', label: '标签', kind: 'tags', width: 120 },
  { key: 'serial_no', label: '个案序列号', width: 140, hidden: true },
  { key: 'contract_no', label: '合同号', width: 150, hidden: true },
  { key: 'id_mask', label: '证件号', kind: 'no', width: 170, hidden: true },
  { key: 'card_mask', label: '卡号', kind: 'no', width: 170, hidden: true },
  { key: 'card_kind', label: '卡种', width: 100, hidden: true },
  { key: 'placed_on', label: '委案日期', kind: 'date', width: 104, sortable: true, hidden: true },
  { key: 'overdue_days', label: '逾期天数', kind: 'number', width: 92, sortable: true, hidden: true },
  { key: 'principal', label: '本金', kind: 'money', width: 112, sortable: true, hidden: true },
  { key: 'last_paid_on', label: '最近还款日', kind: 'date', width: 104, hidden: true },
  { key: 'retained_times', label: '留案次数', kind: 'number', width: 84, hidden: true },
  { key: 'clerk', label: '内勤', width: 80, hidden: true },
  { key: 'assigned_at', label: '分案时间', kind: 'time', width: 142, sortable: true, hidden: true },
  {
    key: 'commission_rate',
    label: '佣金比例',
    kind: 'percent',
    width: 92,
    sortable: true,
    hidden: true,
    permission: 'placement.see_commission',
  },
]

type Choices = Answer<'/api/desk/choices'>
let asked: Promise<Choices> | undefined

/** What the pickers offer; read once for all of them. */
function choices(): Promise<Choices> {
  asked ??= api.get('/api/desk/choices', { query: { line: 'recovery' } })
  asked.catch(() => (asked = undefined))
  return asked
}

const words = (list: string[]) => list.map((one) => ({ value: one, label: one }))

const found = (pick: (all: Choices) => { value: string; label: string }[]) => async (q: string) =>
  pick(await choices()).filter(({ label }) => label.includes(q))

/** `member.12:2026-09-01..2026-09-15` as people say it. */
const heldText: NonNullable<FilterField['say']> = (value, nameOf) => {
  const [who = '', period = ''] = value.split(':')
  const [kind = '', id = ''] = who.split('.')
  const name = { any: '任何人', nobody: '无人' }[kind] ?? nameOf(kind === 'member' ? 'members' : 'units', id)
  return `${name}，${period.replace('..', ' 至 ')}`
}

export function fields(may: (code: string) => boolean): FilterField[] {
  const states = Object.entries(CASE_STATES).map(([value, { label }]) => ({ value, label }))
  return [
    { key: 'is_open', label: '在办', kind: 'bool', first: true },
    { key: 'state', label: '状态', kind: 'multi', choices: states, first: true },
    { key: 'client', label: '委托方', kind: 'client', first: true },
    { key: 'holder', label: '催收员', kind: 'member', first: true },
    { key: 'balance', label: '余额', kind: 'amount_range', first: true },
    { key: 'unassigned', label: '未分配', kind: 'bool' },
    {
      key: 'batch',
      label: '批次',
      kind: 'remote',
      find: found((all) => all.batches.map(({ id, name }) => ({ value: String(id), label: name }))),
    },
    { key: 'unit', label: '小组', kind: 'unit' },
    { key: 'category', label: '账龄', kind: 'remote', find: found((all) => words(all.categories)) },
    { key: 'region', label: '地区', kind: 'remote', find: found((all) => words(all.regions)) },
    { key: 'amount', label: '委案金额', kind: 'amount_range' },
    { key: 'settled', label: '已还金额', kind: 'amount_range' },
    { key: 'term', label: '退案日期', kind: 'date_range' },
    { key: 'placed', label: '委案日期', kind: 'date_range' },
    { key: 'last_worked', label: '上次跟进', kind: 'date_range' },
    { key: 'idle_days', label: '未跟进满天数', kind: 'number' },
    { key: 'never_worked', label: '从未跟进', kind: 'bool' },
    { key: 'next_work', label: '下次跟进', kind: 'date_range' },
    { key: 'overdue', label: '逾期天数', kind: 'number_range' },
    {
      key: 'promise',
      label: '承诺还款',
      kind: 'select',
      choices: [
        { value: 'today', label: '今日到期' },
        { value: 'overdue', label: '已逾期' },
        { value: 'week', label: '七天内到期' },
        { value: 'any', label: '有未履行承诺' },
      ],
    },
    { key: 'colour', label: '颜色', kind: 'colour' },
    { key: 'tags', label: '标签', kind: 'tags' },
    { key: 'card_kind', label: '卡种', kind: 'text' },
    { key: 'retained', label: '留过案', kind: 'bool' },
    { key: 'closed', label: '结束日期', kind: 'date_range' },
    { key: 'recalled', label: '委托方撤案', kind: 'bool' },
    { key: 'no_batch', label: '无批次', kind: 'bool', drill: true },
    { key: 'held', label: '持有', kind: 'text', drill: true, say: heldText },
    ...(may('placement.see_commission')
      ? [{ key: 'rate', label: '佣金比例', kind: 'number_range' } satisfies FilterField]
      : []),
  ]
}

const KINDS: Record<string, FilterField['kind']> = {
  text: 'text',
  choice: 'select',
  number: 'number_range',
  money: 'amount_range',
  date: 'date_range',
}

/** The fields the clients' templates declare, as filters; a code that several clients use is one filter. */
export async function customFields(): Promise<FilterField[]> {
  const seen = new Map<string, FilterField>()
  for (const one of (await choices()).custom)
    seen.set(one.code, {
      key: `custom.${one.code}`,
      label: one.label,
      kind: KINDS[one.kind] ?? 'text',
      custom: one.code,
      ...(one.choices.length ? { choices: words(one.choices) } : {}),
    })
  return [...seen.values()]
}
