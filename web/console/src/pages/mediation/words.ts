import type { Choice } from '@/blocks/filter/fields'
import type { StateWord } from '@/foundation/tones'

/** Who may look at disputes at all: whoever works one part of their way. */
export const WORKS_DISPUTES = [
  'review.decide',
  'filing.decide',
  'session.mediate',
  'archive.final_review',
  'application.enter',
]

export const ROLES: Record<string, string> = { person: '个人', enterprise: '企业', institution: '机构' }
export const SOURCES: Record<string, string> = { applied: '申请', found: '主动', referred: '委托移送' }
export const OUTCOMES: Record<string, string> = {
  agreed: '调解成功',
  confirmed: '调解成功并司法确认',
  failed: '调解失败',
}
/** The tone of a respondent's opinion. */
export const OPINIONS: Record<string, StateWord['tone']> = {
  认可对方所述: 'good',
  部分认可: 'warn',
  不认可: 'bad',
}
export const SAID: Record<string, StateWord> = {
  willing: { label: '愿意', tone: 'good' },
  unwilling: { label: '不愿', tone: 'bad' },
  unclear: { label: '未明确', tone: 'warn' },
  not_reached: { label: '未接通', tone: 'muted' },
  '': { label: '未答复', tone: 'muted' },
}
export const ROBOT: Record<string, StateWord> = {
  waiting: { label: '等待外呼', tone: 'info' },
  calling: { label: '正在外呼', tone: 'info' },
  done: { label: '已得到答复', tone: 'good' },
  handed_over: { label: '转人工', tone: 'warn' },
  cancelled: { label: '已取消', tone: 'muted' },
}
export const DECISIONS: Record<string, StateWord> = {
  approved: { label: '通过', tone: 'good' },
  asked: { label: '请对方补充', tone: 'info' },
  sent_back: { label: '退回修改', tone: 'warn' },
  refused: { label: '不予受理', tone: 'bad' },
}
export const APPOINTMENTS: Record<string, StateWord> = {
  asked: { label: '待接受', tone: 'warn' },
  accepted: { label: '已接受', tone: 'good' },
  declined: { label: '已回避或谢绝', tone: 'bad' },
  replaced: { label: '已改派', tone: 'muted' },
  done: { label: '已完成', tone: 'good' },
}
export const MEDIATOR_STATES: Record<string, StateWord> = {
  active: { label: '在岗', tone: 'good' },
  away: { label: '暂停接案', tone: 'warn' },
  left: { label: '已离任', tone: 'muted' },
}

export const RECORD_KINDS: Record<string, string> = {
  progress: '进展',
  problem: '问题',
  session: '调解笔录',
  contact: '联系当事人',
}
export const MEETINGS: Record<string, StateWord> = {
  waiting: { label: '正在建立会议', tone: 'info' },
  made: { label: '会议已建立', tone: 'good' },
  by_hand: { label: '待填写会议链接', tone: 'warn' },
  failed: { label: '会议未能建立', tone: 'bad' },
  cancelled: { label: '已取消', tone: 'muted' },
}
export const APPROVALS: Record<string, StateWord> = {
  asked: { label: '待决定', tone: 'warn' },
  granted: { label: '已同意', tone: 'good' },
  declined: { label: '未同意', tone: 'bad' },
  withdrawn: { label: '已撤回', tone: 'muted' },
}
export const OFFER_KINDS: Record<string, string> = { offer: '方案', concession: '让步', limit: '底线' }
export const OFFER_ANSWERS: Record<string, StateWord> = {
  accepted: { label: '接受', tone: 'good' },
  declined: { label: '不接受', tone: 'bad' },
  countered: { label: '提出其他方案', tone: 'warn' },
}

/** What every application tells, by the code a remark is kept under. */
export const STORY: Record<string, string> = {
  kind: '纠纷类别',
  happened_on: '发生时间',
  amount: '涉及金额',
  region: '所在地区',
  description: '事情经过',
  claim: '诉求',
}

/** The sides an application names, by the code their facts are kept under. */
export type Side = 'respondents' | 'co_applicants'
export const SIDES: Record<
  Side,
  { called: string; only: string; add: string; fewest: number; most: number }
> = {
  respondents: {
    called: '被申请人',
    only: '对方当事人',
    add: '增加被申请人（共同被申请人、担保人）',
    fewest: 1,
    most: 10,
  },
  co_applicants: {
    called: '共同申请人',
    only: '共同申请人',
    add: '增加共同申请人（共有人、同样受损的人）',
    fewest: 0,
    most: 9,
  },
}

/** What is told of so many of a side, by the code a remark or a fault is kept under: `respondents.1.phone`. */
export function partyFields(side: Side, count: number): { code: string; label: string }[] {
  const { called, fewest } = SIDES[side]
  return Array.from({ length: Math.max(fewest, count) }, (_, place) => {
    const several = count > 1 || side === 'co_applicants'
    return [
      {
        code: `${side}.${place}.name`,
        label: several ? `${called}${place + 1}姓名` : '对方姓名或名称',
      },
      { code: `${side}.${place}.phone`, label: several ? `${called}${place + 1}电话` : '对方联系电话' },
    ]
  }).flat()
}

export function choicesOf(words: Record<string, string | StateWord>): Choice[] {
  return Object.entries(words)
    .filter(([value]) => value)
    .map(([value, word]) => ({ value, label: typeof word === 'string' ? word : word.label }))
}
