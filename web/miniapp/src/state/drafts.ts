/** Applications as they are kept on this phone: at every step, by account, until the server has them. */

import { OFFLINE, remember, request, type Refusal } from '../api/request'
import { accountId } from '../api/session'
import type { Told } from './questions'
import type { components } from '../../../client/schema'

export type MyCase = components['schemas']['MyCaseOut']

export interface Draft {
  /** Names it before and after the server knows it, so that it is begun once. */
  mark: string
  /** 0 while the server knows nothing of it. */
  caseId: number
  told: Told
  step: string
  keptAt: number
  /** Whether the server has what the phone has. */
  sent: boolean
}

const FRESH = 0

function place(): string {
  return `anjie.drafts.${accountId()}`
}

function all(): Record<string, Draft> {
  const kept = (uni.getStorageSync(place()) as Record<string, Draft>) || {}
  for (const one of Object.values(kept)) one.told = asNow(one.told)
  return kept
}

/** A draft kept when an application named one respondent only, in fields of its own. */
function asNow(told: Told): Told {
  const { respondent_name, respondent_kind, respondent_phone, respondent_id_no, respondent_address, ...rest } = told as Told &
    Record<`respondent_${'name' | 'kind' | 'phone' | 'id_no' | 'address'}`, string | undefined>
  if (respondent_name === undefined && respondent_phone === undefined) return told
  const kind = respondent_kind === 'enterprise' ? 'enterprise' : 'natural'
  const numbers = { phone: respondent_phone ?? '', id_no: respondent_id_no ?? '', address: respondent_address ?? '' }
  return { ...rest, respondents: [{ name: respondent_name ?? '', kind, ...numbers }] }
}

export function draftOf(caseId: number): Draft | null {
  return all()[caseId] ?? null
}

/** The application begun on this phone that the server does not know yet. */
export function freshDraft(): Draft | null {
  return draftOf(FRESH)
}

export function blank(): Draft {
  return { mark: `${Date.now()}-${Math.random()}`, caseId: FRESH, told: { answers: {} }, step: '', keptAt: 0, sent: false }
}

/** What was filled in last on this phone and is not handed in yet. */
export function lastDraft(): Draft | null {
  const kept = Object.values(all()).sort((one, other) => other.keptAt - one.keptAt)
  return kept[0] ?? null
}

export function keep(draft: Draft): void {
  draft.keptAt = Date.now()
  uni.setStorageSync(place(), { ...all(), [draft.caseId]: { ...draft } })
}

export function drop(caseId: number): void {
  const kept = all()
  delete kept[caseId]
  uni.setStorageSync(place(), kept)
}

export function unsent(): Draft[] {
  return Object.values(all()).filter((one) => !one.sent)
}

const named = (one: MyCase['respondents'][number]) => ({ ...one, kind: one.kind === 'natural' ? ('natural' as const) : ('enterprise' as const) })

/** A case as a draft to go on with: what this phone kept and could not send yet, else what the server has. */
export function draftFrom(mine: MyCase): Draft {
  const kept = draftOf(mine.id)
  if (kept && !kept.sent) return kept
  const answers: Record<string, unknown> = {}
  for (const one of mine.answers) if (one.value !== null && one.value !== undefined) answers[one.code] = one.value
  return {
    mark: kept?.mark ?? `case-${mine.id}`,
    caseId: mine.id,
    told: {
      kind: mine.kind,
      institution_id: mine.institution_id,
      happened_on: mine.happened_on,
      description: mine.description,
      claim: mine.claim,
      amount: Number(mine.amount) ? String(mine.amount) : null,
      respondents: mine.respondents.map(named),
      // What was kept before others could be named beside the applicant has none.
      co_applicants: (mine.co_applicants ?? []).map(named),
      answers,
    },
    step: kept?.step ?? '',
    keptAt: Date.now(),
    sent: true,
  }
}

/** What is sent: blanks as nothing, for the server takes no empty day and no empty sum. */
export function sendable(told: Told): Told {
  return {
    ...told,
    happened_on: told.happened_on || null,
    amount: told.amount === '' ? null : told.amount,
  }
}

let sending: Promise<void> = Promise.resolve()

/** Gives the server what the phone has; one after the other, so that a draft is begun once. Throws the refusal. */
export function send(draft: Draft): Promise<void> {
  const next = sending.catch(() => undefined).then(() => sendNow(draft))
  sending = next
  return next
}

async function sendNow(draft: Draft): Promise<void> {
  if (!draft.told.kind) return
  // Begun meanwhile by another page.
  if (draft.caseId === FRESH) draft.caseId = Object.values(all()).find((one) => one.mark === draft.mark)?.caseId ?? FRESH
  if (draft.caseId === FRESH) {
    const begun = await request<MyCase>('POST', '/mediation/mine', {
      kind: draft.told.kind,
      institution_id: draft.told.institution_id ?? null,
    })
    drop(FRESH)
    draft.caseId = begun.id
    keep(draft)
  }
  const at = draft.keptAt
  const path = `/mediation/mine/${draft.caseId}`
  remember(path, await request<MyCase>('PATCH', path, sendable(draft.told)))
  // What was typed meanwhile is not there yet.
  if (draft.keptAt === at) {
    draft.sent = true
    uni.setStorageSync(place(), { ...all(), [draft.caseId]: { ...draft } })
  }
}

/** Sends what could not be sent before; quiet, for nobody waits for it. Returns how many are still here only. */
export async function sendLater(): Promise<number> {
  for (const draft of unsent()) {
    try {
      await send(draft)
    } catch (error) {
      if ((error as Refusal).code === OFFLINE.code) break
    }
  }
  return unsent().length
}
