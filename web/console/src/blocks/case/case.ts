import { useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Answer } from '@client/client'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { StateWord } from '@/foundation/tones'
import { api } from '@/state/api'
import { useCaseEvents } from '@/state/case_events'

export type CasePage = Answer<'/api/desk/cases/{case_id}'>
export type ContactPoint = CasePage['contact_points'][number]
export type CaseFact = CasePage['panel'][number]
export type CustomValue = CasePage['custom'][number]

/** How a contact point stands; the colour says whether it is worth trying. */
export const POINT_STATES: Record<string, StateWord> = {
  unknown: { label: '未核实', tone: 'muted' },
  valid: { label: '有效', tone: 'good' },
  invalid: { label: '无效', tone: 'bad' },
  refused: { label: '拒绝联系', tone: 'bad' },
  stranger: { label: '非本人', tone: 'warn' },
}

export const RELATIONS = [
  '本人',
  '配偶',
  '父母',
  '子女',
  '兄弟姐妹',
  '亲属',
  '朋友',
  '同事',
  '单位',
  '担保人',
  '其他',
]

const DIALLED = new Set(['mobile', 'phone'])

/** Whether it is called rather than written to or visited. */
export function isPhone(point: ContactPoint): boolean {
  return DIALLED.has(point.kind)
}

/** Contact points as they are worked: phones first, each in the server's order. */
export function inWorkingOrder(points: readonly ContactPoint[]): ContactPoint[] {
  return [...points].sort((a, b) => Number(isPhone(b)) - Number(isPhone(a)) || a.order - b.order)
}

export function caseKey(id: number) {
  return ['case', id] as const
}

export function readCase(id: number, signal?: AbortSignal): Promise<CasePage> {
  return api.get('/api/desk/cases/{case_id}', { path: { case_id: id }, ...(signal ? { signal } : {}) })
}

/** One case, read again when the server tells that something happened on it. */
export function useCase(id: MaybeRefOrGetter<number | null>) {
  const queries = useQueryClient()
  const key = computed(() => ['case', toValue(id)])
  const answer = useQuery({
    queryKey: key,
    enabled: computed(() => toValue(id) !== null),
    queryFn: ({ signal }) => readCase(toValue(id)!, signal),
    staleTime: 10_000,
  })

  /** Everything of this case: page, timeline and tabs. */
  async function reload(): Promise<void> {
    await queries.invalidateQueries({ queryKey: key.value })
  }
  useCaseEvents((happened) => happened === toValue(id), reload)

  return { page: answer.data, loading: answer.isPending, error: answer.error, reload }
}

/** The whole value of a contact point, with the reason it is looked at. */
export async function revealPoint(caseId: number, pointId: number, reason: string): Promise<string> {
  const { value } = await api.post('/api/desk/cases/{case_id}/contact-points/{point_id}/reveal', {
    path: { case_id: caseId, point_id: pointId },
    body: { reason },
  })
  return value
}

export async function revealFact(caseId: number, code: string, reason: string): Promise<string> {
  const { value } = await api.post('/api/desk/cases/{case_id}/facts/{code}/reveal', {
    path: { case_id: caseId, code },
    body: { reason },
  })
  return value
}

export async function revealParty(caseId: number, partyId: number, reason: string): Promise<string> {
  const { value } = await api.post('/api/desk/cases/{case_id}/parties/{party_id}/reveal', {
    path: { case_id: caseId, party_id: partyId },
    body: { reason },
  })
  return value
}
