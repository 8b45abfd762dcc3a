import type { Answer, Ask } from '@client/client'
import { countText, moneyText } from '@/foundation/money'

export type Plan = Answer<'/api/recovery/assignment/plans', 'post'>
export type Bar = Plan['people'][number]
export type Wish = NonNullable<Ask<'/api/recovery/assignment/plans', 'post'>['body']>
export type Mode = Wish['mode']
export type Split = NonNullable<Wish['split']>
export type Collector = Answer<'/api/recovery/assignment/collectors'>['rows'][number]

export interface ModeWord {
  code: Mode
  label: string
  /** What it does, in one sentence. */
  says: string
  /** How many collectors it takes: one, two, several, or none because something else decides. */
  takes: 'one' | 'two' | 'many' | 'none'
  /** Where the cases come from: a chosen set, what some people hold, or either. */
  from: 'set' | 'holders' | 'either' | 'takers'
}

export const MODES: ModeWord[] = [
  { code: 'hand', label: '手工', says: '全部分给选定的一名催收员。', takes: 'one', from: 'set' },
  { code: 'number', label: '户均', says: '这一批每人分到的件数相同。', takes: 'many', from: 'set' },
  { code: 'amount', label: '金额均分', says: '这一批每人分到的委案金额相近。', takes: 'many', from: 'set' },
  { code: 'both', label: '综合', says: '件数相同的同时，金额尽量相近。', takes: 'many', from: 'set' },
  {
    code: 'cumulative',
    label: '累计均分',
    says: '连同手上已有的在办案件一起拉平。',
    takes: 'many',
    from: 'set',
  },
  {
    code: 'quick',
    label: '快速',
    says: '按地区成片分配，先补给手上案件少的人。',
    takes: 'many',
    from: 'set',
  },
  {
    code: 'recommended',
    label: '推荐',
    says: '看谁熟悉债务人、地区和委托方，逐件说明理由。',
    takes: 'many',
    from: 'set',
  },
  { code: 'rules', label: '自动匹配', says: '按分案规则逐条匹配催收员。', takes: 'none', from: 'set' },
  { code: 'swap', label: '互换', says: '两名催收员的在办案件整体互换。', takes: 'two', from: 'takers' },
  {
    code: 'hand_over',
    label: '移交',
    says: '移出人的在办案件全部交给接收人。',
    takes: 'many',
    from: 'holders',
  },
  {
    code: 'take_back',
    label: '收回',
    says: '收回到未分配，不再由任何人持有。',
    takes: 'none',
    from: 'either',
  },
]

export const SPLITS = MODES.filter(({ code }) =>
  ['number', 'amount', 'both', 'cumulative', 'quick', 'recommended'].includes(code),
) as (ModeWord & { code: Split })[]

export function modeOf(code: Mode): ModeWord {
  return MODES.find((mode) => mode.code === code)!
}

/** What is still missing before a plan can be worked out; nothing when it can. */
export function missing(mode: ModeWord, hasSet: boolean, targets: number, holders: number): string {
  const needsHolders = mode.from === 'holders' || (mode.from === 'either' && !hasSet)
  if (mode.from === 'set' && !hasSet) return '左侧还没有可分的案件。'
  if (needsHolders && holders === 0) return '请在左侧选择移出案件的催收员。'
  if (mode.takes === 'one' && targets !== 1) return '请在右侧选择一名催收员。'
  if (mode.takes === 'two' && targets !== 2) return `请在右侧选择两名催收员，已选 ${targets} 名。`
  if (mode.takes === 'many' && targets === 0) return '请在右侧选择催收员，可多选。'
  return ''
}

/** Cases that change hands by this plan, and those that stay where they are. */
export function changes(plan: Plan): { moved: number; stays: number; takesBack: boolean } {
  const takesBack = plan.mode === 'take_back'
  const moved = plan.people.reduce((sum, one) => sum + (takesBack ? one.less_count : one.added_count), 0)
  return { moved, stays: plan.count - moved, takesBack }
}

/** Exactly what committing does, in one sentence. */
export function promiseOf(plan: Plan): string {
  const { moved, stays, takesBack } = changes(plan)
  const gains = plan.people.filter(({ added_count }) => added_count > 0)
  const losses = plan.people.filter(({ less_count }) => less_count > 0)
  const amount = plan.people.reduce(
    (sum, one) => sum + Math.round(Number(takesBack ? one.less_amount : one.added_amount) * 100),
    0,
  )
  const cases = `${countText(moved)} 个案件（委案金额 ${moneyText((amount / 100).toFixed(2))} 元）`
  const from = losses.reduce((sum, one) => sum + one.less_count, 0)
  const tails = [
    stays > 0 ? `${countText(stays)} 个原本就在其名下，不变` : '',
    plan.refused_count > 0 ? `${countText(plan.refused_count)} 个不能分配，不动` : '',
  ].filter(Boolean)
  const tail = tails.length ? `；${tails.join('，')}` : ''
  if (moved === 0) return `没有案件会换持有人${tail}。`
  if (takesBack) return `从 ${losses.length} 名催收员收回 ${cases}，成为未分配${tail}。`
  const taken = from > 0 ? `，其中 ${countText(from)} 个从 ${losses.length} 名现持有人转出` : ''
  return `把 ${cases}分给 ${gains.length} 名催收员${taken}${tail}。`
}
