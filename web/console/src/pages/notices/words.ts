import type { Tone } from '@/foundation/tones'

export const CHANNELS = [
  { code: 'wechat', label: '微信' },
  { code: 'sms', label: '短信' },
] as const

export const STATES = [
  { code: 'queued', label: '排队中', tone: 'info' },
  { code: 'sending', label: '发送中', tone: 'info' },
  { code: 'unsure', label: '结果待查', tone: 'warn' },
  { code: 'sent', label: '已提交', tone: 'good' },
  { code: 'delivered', label: '已送达', tone: 'good' },
  { code: 'recorded', label: '仅记录，未发送', tone: 'muted' },
  { code: 'failed', label: '失败', tone: 'bad' },
] as const

/** The colour of a delivery's state. */
export function toneOf(state: string): Tone {
  return STATES.find(({ code }) => code === state)?.tone ?? 'muted'
}
