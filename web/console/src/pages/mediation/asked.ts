import type { Answer } from '@client/client'
import { api } from '@/state/api'

export type Kind = Answer<'/api/mediation/kinds'>[number]
export type Form = Answer<'/api/mediation/forms'>[number]
export type FormField = Form['fields'][number]
export type Application = Answer<'/api/mediation/cases/{case_id}/application'>
export type DisputeRow = Answer<'/api/mediation/cases'>['rows'][number]
export type MediatorRow = Answer<'/api/mediation/mediators'>['rows'][number]

/** The page of a dispute. */
export const pageOf = ({ id }: { id: number }): string => `/mediation/cases/${id}`

type Choices = Answer<'/api/desk/choices'>

/** One asking for as long as it goes well: a failure is asked again the next time. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= ask()
    kept.catch(() => (kept = undefined))
    return kept
  }
}

export const kinds = once(() => api.get('/api/mediation/kinds'))
export const institutions = once(() => api.get('/api/mediation/institutions'))
export const choices = once<Choices>(() => api.get('/api/desk/choices', { query: { line: 'mediation' } }))

export function application(caseId: number, signal?: AbortSignal): Promise<Application> {
  return api.get('/api/mediation/cases/{case_id}/application', {
    path: { case_id: caseId },
    ...(signal ? { signal } : {}),
  })
}

/** Who was appointed to mediate it, and how each answered. */
export function appointmentsOf(caseId: number, signal?: AbortSignal) {
  return api.get('/api/mediation/cases/{case_id}/mediators', {
    path: { case_id: caseId },
    ...(signal ? { signal } : {}),
  })
}
