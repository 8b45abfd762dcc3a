/** What a colour means; each theme gives the colour, and the words never rest on colour alone. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info' | 'muted'

/** The server's words for how a state stands. */
const SERVER_TONES: Record<string, Tone> = { live: 'info', wait: 'warn', done: 'good', stop: 'muted' }

/** The tone behind a word of ours or of the server's. */
export function toneOf(word: string | null | undefined): Tone | undefined {
  if (!word) return undefined
  return SERVER_TONES[word] ?? (word as Tone)
}

export interface StateWord {
  label: string
  tone: Tone
}

/** States of the desk, as the server names them. */
export const CASE_STATES: Record<string, StateWord> = {
  open: { label: '正常', tone: 'info' },
  paused: { label: '暂停', tone: 'warn' },
  in_mediation: { label: '调解中', tone: 'info' },
  in_litigation: { label: '诉讼中', tone: 'warn' },
  closed: { label: '关闭', tone: 'muted' },
  settled: { label: '结清', tone: 'good' },
  returned: { label: '退案', tone: 'muted' },
}

/** Colours a person may put on a case. */
export const CASE_COLOURS: Record<string, string> = {
  red: '红',
  orange: '橙',
  yellow: '黄',
  green: '绿',
  blue: '蓝',
  purple: '紫',
  grey: '灰',
}

/** How stale a case is, 0 (worked today) to 4 (never or over two weeks ago), from days since last work. */
export function staleLevel(daysSinceWork: number | null | undefined): 0 | 1 | 2 | 3 | 4 {
  if (daysSinceWork === null || daysSinceWork === undefined) return 4
  if (daysSinceWork <= 1) return 0
  if (daysSinceWork <= 3) return 1
  if (daysSinceWork <= 7) return 2
  return daysSinceWork <= 14 ? 3 : 4
}
