/** What an applicant is asked, one screen at a time: the story everybody tells, then the form of role and kind. */

import type { components } from '../../../client/schema'

export type Kind = components['schemas']['KindOut']
export type FormField = components['schemas']['FormFieldOut']
export type Institution = components['schemas']['InstitutionOut']
export type Told = components['schemas']['ToldIn']
export type Named = components['schemas']['PartyNamedIn']
export type Value = unknown

export interface Choice {
  value: string | number | boolean
  label: string
  hint?: string
}

export interface Question {
  code: string
  label: string
  type: string
  required: boolean
  help: string
  choices: Choice[]
  /** Whether it belongs to the story or to the answers of the form. */
  group: 'told' | 'answers'
  longest?: number
}

export interface Step {
  id: string
  title: string
  help: string
  questions: Question[]
}

const SHORTEST_STORY = 10
const KINDS = [
  { value: 'natural', label: '个人' },
  { value: 'enterprise', label: '企业或其他单位' },
]

function question(code: string, label: string, type: string, more: Partial<Question> = {}): Question {
  return { code, label, type, required: true, help: '', choices: [], group: 'told', ...more }
}

function step(id: string, title: string, help: string, ...questions: Question[]): Step {
  return { id, title, help, questions }
}

/** Whom an application names: those against the applicant, and who applies with her. */
export type Side = 'respondents' | 'co_applicants'
interface Words {
  /** How its screens are named; those of the first keep the names they always had. */
  ids: [who: string, contact: string, more: string]
  most: number
  called: string
  who: string
  whoHelp: string
  phoneHelp: string
  another: { id: string; label: string; title: (count: number) => string; help: string; none: (count: number) => string; one: (count: number) => string }
}

const SIDES: Record<Side, Words> = {
  respondents: {
    ids: ['respondent', 'contact', 'more'],
    most: 10,
    called: '对方',
    who: '对方是谁？',
    whoHelp: '写对方的真实姓名或单位全称。',
    phoneHelp: '我们用它征求对方是否愿意调解。',
    another: {
      id: 'others',
      label: '还有其他对方当事人',
      title: () => '还有其他对方当事人吗？',
      help: '例如共同欠款人、担保人、同住的家人。每位都会单独收到通知。',
      none: () => '没有了',
      one: () => '还有一位',
    },
  },
  co_applicants: {
    ids: ['beside', 'beside.contact', 'beside.more'],
    most: 9,
    called: '共同申请人',
    who: '和您一起申请的是谁？',
    whoHelp: '写真实姓名或单位全称，不用写您自己。',
    phoneHelp: '填其本人的手机号：用它查看案件、答复是否愿意调解、签署文书。',
    another: {
      id: 'joining',
      label: '和您一起申请的人',
      title: (count) => (count ? '还有其他人和您一起申请吗？' : '有人和您一起申请吗？'),
      help: '例如共有人、同样受损的邻居。每位都会单独收到通知，分别答复和签字。',
      none: (count) => (count ? '没有了' : '没有，只有我'),
      one: (count) => (count ? '还有一位' : '有人一起申请'),
    },
  },
}
const AGAIN = Object.values(SIDES).map(({ another }) => another.id)

/** Whether a question asks if there is another party of a side. */
export function asksForAnother(asked: Question | undefined): boolean {
  return asked !== undefined && AGAIN.includes(asked.code)
}

/** The screens that ask of one party of a side. */
function screensOf(side: Side, at: number): Step[] {
  const { ids, called, who, whoHelp, phoneHelp } = SIDES[side]
  const [first, contact, rest] = ids.map((id) => (at ? `${id}.${at}` : id))
  const whose = at ? `第 ${at + 1} 位${called}` : called
  const code = (field: string) => `${side}.${at}.${field}`
  return [
    step(
      first!,
      at ? `${whose}是谁？` : who,
      whoHelp,
      question(code('kind'), `${whose}是`, 'choice', { choices: KINDS }),
      question(code('name'), `${whose}姓名或名称`, 'text', { longest: 60 }),
    ),
    step(contact!, `${whose}的联系电话`, phoneHelp, question(code('phone'), `${whose}电话`, 'phone', { longest: 40 })),
    step(
      rest!,
      `还知道${whose}的这些信息吗？`,
      '不知道可以不填，直接下一步。',
      question(code('id_no'), `${whose}证件号码`, 'id_no', { required: false, longest: 40 }),
      question(code('address'), `${whose}地址`, 'text', { required: false, longest: 200 }),
    ),
  ]
}

/** Every party of a side, and whether there is another. */
function sideOf(side: Side, count: number): Step[] {
  const { most, another } = SIDES[side]
  const choices = [
    { value: false, label: another.none(count) },
    { value: true, label: another.one(count) },
  ]
  return [
    ...Array.from({ length: count }, (_, at) => screensOf(side, at)).flat(),
    ...(count < most
      ? [step(another.id, another.title(count), another.help, question(another.id, another.label, 'choice', { choices }))]
      : []),
  ]
}

/** The screens of an application in their order; files and the review come last. */
export function stepsOf(institutions: Institution[], kinds: Kind[], form: FormField[], told: Told = {}): Step[] {
  const places = institutions.map((one) => ({ value: one.id, label: one.name }))
  const sorts = kinds.map((one) => ({ value: one.code, label: one.label, hint: one.hint }))
  return [
    ...(institutions.length > 1
      ? [step('institution', '您想向哪家调解机构申请？', '一般选择离您最近的一家。', question('institution_id', '调解机构', 'choice', { choices: places }))]
      : []),
    step('kind', '您遇到的是哪一类纠纷？', '选最接近的一类即可，工作人员会核对。', question('kind', '纠纷类别', 'choice', { choices: sorts })),
    step('happened_on', '事情是什么时候发生的？', '记不清具体哪一天，填大概的日期。', question('happened_on', '发生时间', 'date')),
    step('description', '请说说事情的经过', '时间、地点、发生了什么、现在怎样。至少 10 个字。', question('description', '事情经过', 'long_text', { longest: 8000 })),
    step('claim', '您希望怎样解决？', '例如：赔偿多少钱、修好什么、道歉。', question('claim', '您的诉求', 'long_text', { required: false, longest: 8000 })),
    step('amount', '涉及多少钱？', '单位为元。不涉及钱可以不填。', question('amount', '涉及金额（元）', 'money', { required: false })),
    ...sideOf('respondents', Math.max(1, told.respondents?.length ?? 0)),
    ...sideOf('co_applicants', told.co_applicants?.length ?? 0),
    ...form.map((field) =>
      step(
        `answer.${field.code}`,
        field.label,
        field.help,
        question(field.code, field.label, field.type, {
          required: field.required,
          group: 'answers',
          choices: field.choices.map((one) => ({ value: one, label: one })),
        }),
      ),
    ),
    step('files', '有照片或文件吗？', '合同、收据、照片、聊天记录截图等。没有可以直接下一步。'),
    step('review', '请核对后提交', '提交后内容会锁定，由工作人员审核。'),
  ]
}

/** Which party and which of his facts a question asks; nothing when it asks of none. */
function partyOf(asked: Question | undefined): { side: Side; at: number; field: keyof Named } | null {
  const [side, at, field] = asked?.code.split('.') ?? []
  return side !== undefined && side in SIDES && field ? { side: side as Side, at: Number(at), field: field as keyof Named } : null
}

export function valueOf(told: Told, asked: Question): Value {
  if (asked.group === 'answers') return told.answers?.[asked.code]
  if (asksForAnother(asked)) return false
  const his = partyOf(asked)
  if (!his) return told[asked.code as keyof Told]
  const value = told[his.side]?.[his.at]?.[his.field]
  return his.field === 'kind' ? value ?? 'natural' : value
}

/** The same story with one more answer. */
export function withValue(told: Told, asked: Question, value: Value): Told {
  if (asked.group === 'answers') return { ...told, answers: { ...told.answers, [asked.code]: value } }
  if (asksForAnother(asked)) {
    const side = (Object.keys(SIDES) as Side[]).find((one) => SIDES[one].another.id === asked.code)!
    return value ? { ...told, [side]: [...(told[side] ?? []), nobody()] } : told
  }
  const his = partyOf(asked)
  if (!his) return { ...told, [asked.code]: value }
  const named = [...(told[his.side] ?? [])]
  named[his.at] = { ...(named[his.at] ?? nobody()), [his.field]: value ?? '' }
  return { ...told, [his.side]: named }
}

/** The same story without one of those it names. */
export function withoutParty(told: Told, side: Side, at: number): Told {
  return { ...told, [side]: (told[side] ?? []).filter((_, place) => place !== at) }
}

export function nobody(): Named {
  return { name: '', kind: 'natural', phone: '', id_no: '', address: '' }
}

/** Of which party a screen asks; nothing when it asks of none. */
export function partyOn(one: Step | undefined): { side: Side; at: number } | null {
  return partyOf(one?.questions[0])
}

/** Whom a screen is the first to ask of, where the applicant may take him out again: one respondent there must be. */
export function removableOn(one: Step, told: Told): { side: Side; at: number } | null {
  const his = partyOn(one)
  if (!his || !one.questions[0]!.code.endsWith('.kind')) return null
  return his.side === 'respondents' && (told.respondents?.length ?? 0) < 2 ? null : his
}

export function isBlank(value: Value): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)
}

/** What is plainly wrong with an answer before the server judges it; empty when nothing is. */
export function faultOf(asked: Question, value: Value, today: string): string {
  if (isBlank(value)) {
    if (!asked.required) return ''
    return ['choice', 'choices', 'yes_no', 'date'].includes(asked.type)
      ? `请选择“${asked.label}”。`
      : `请填写“${asked.label}”。`
  }
  const text = String(value).trim()
  if (asked.type === 'money' && !/^\d{1,12}(\.\d{1,2})?$/.test(text)) {
    return '请填写金额，最多两位小数，例如 8600 或 8600.50。'
  }
  if (asked.type === 'number' && !/^-?\d{1,12}(\.\d+)?$/.test(text)) return `“${asked.label}”应为数字。`
  if (asked.code === 'happened_on' && text > today) return '发生时间不能晚于今天。'
  if (asked.code === 'description') {
    const told = text.replace(/\s/g, '').length
    if (told < SHORTEST_STORY) return `请把经过写清楚，至少 ${SHORTEST_STORY} 个字，现有 ${told} 个。`
  }
  return ''
}

/** The faults of one screen by question. */
export function faultsOf(one: Step, told: Told, today: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const asked of one.questions) {
    const fault = faultOf(asked, valueOf(told, asked), today)
    if (fault) found[asked.code] = fault
  }
  return found
}

/** The first screen on which one of these codes is asked; -1 when none is. */
export function firstStepWith(steps: Step[], codes: string[]): number {
  return steps.findIndex((one) => one.questions.some((asked) => codes.includes(asked.code)))
}

/** An answer as people read it. */
export function worded(asked: Question, value: Value): string {
  if (isBlank(value)) return '未填'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.join('、')
  return asked.choices.find((one) => one.value === value)?.label ?? String(value)
}

/** A refusal's faults by field, where the server names them so. */
export function fieldsOf(facts: Record<string, unknown>): Record<string, string> {
  const fields = facts.fields
  if (!fields || typeof fields !== 'object') return {}
  if (!Array.isArray(fields)) return fields as Record<string, string>
  const named = fields.map((one) => {
    const place = String((one as { field?: string }).field ?? '')
    return /(?:respondents|co_applicants)\.\d+\.\w+$/.exec(place)?.[0] ?? place.split('.').pop() ?? ''
  })
  return Object.fromEntries(named.filter(Boolean).map((code) => [code, '内容格式不正确，请检查。']))
}
