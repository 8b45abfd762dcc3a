import type { Answer } from '@client/client'
import type { components } from '@client/schema'
import { api } from '@/state/api'

export type ClosingPage = Answer<'/api/mediation/cases/{case_id}/closing'>
export type ClosingRow = NonNullable<ClosingPage['closing']>
export type Finding = components['schemas']['FoundOnAgreementOut']
export type ClosingIn = components['schemas']['ClosingIn']
export type ArchivePage = Answer<'/api/mediation/cases/{case_id}/archive'>
export type Outcome = ClosingIn['outcome']

export const OUTCOME_CHOICES: { value: Outcome; label: string; hint: string }[] = [
  { value: 'agreed', label: '调解成功', hint: '双方达成协议，由双方自行履行。' },
  { value: 'confirmed', label: '调解成功并司法确认', hint: '双方达成协议，并共同向人民法院申请确认。' },
  { value: 'failed', label: '调解失败', hint: '终止调解，双方可另行通过诉讼等途径解决。' },
]
export const CLOSING_TONES: Record<string, string> = { asked: 'wait', approved: 'done', sent_back: 'stop' }
export const STEP_TONES: Record<string, string> = {
  submitted: 'live',
  passed: 'done',
  accepted: 'done',
  sent_back: 'warn',
  rejected: 'warn',
}

export function closingOf(caseId: number, signal?: AbortSignal): Promise<ClosingPage> {
  return api.get('/api/mediation/cases/{case_id}/closing', {
    path: { case_id: caseId },
    ...(signal ? { signal } : {}),
  })
}

export function archiveOf(caseId: number, signal?: AbortSignal): Promise<ArchivePage> {
  return api.get('/api/mediation/cases/{case_id}/archive', {
    path: { case_id: caseId },
    ...(signal ? { signal } : {}),
  })
}

/** Yuan as people type it, in cents; nothing where it is no amount. */
export function centsOf(typed: string): number | null {
  const text = typed.replaceAll(/[,，\s]/g, '')
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(text)) return null
  const [whole, part = ''] = text.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Cents as an amount is sent. */
export function yuan(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** A sum in equal monthly parts; the cents that are left over come with the last. */
export function instalments(cents: number, count: number, first: string): { cents: number; due: string }[] {
  const each = Math.trunc(cents / count)
  return Array.from({ length: count }, (_, at) => ({
    cents: at === count - 1 ? cents - each * (count - 1) : each,
    due: monthsOn(first, at),
  }))
}

/** The same day so many months on, the month's last where it has none. */
export function monthsOn(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const shown = Math.min(date, last.getUTCDate())
  return `${last.getUTCFullYear()}-${String(last.getUTCMonth() + 1).padStart(2, '0')}-${String(shown).padStart(2, '0')}`
}
