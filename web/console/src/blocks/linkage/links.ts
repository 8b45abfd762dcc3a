import { useQuery } from '@tanstack/vue-query'
import type { Answer } from '@client/client'
import { computed } from 'vue'
import { api } from '@/state/api'

export type CaseLinks = Answer<'/api/linkage/cases/{case_id}'>

/** The mediations of a recovery case, or the recovery case behind a mediation; read again with its case. */
export function useLinks(caseId: () => number) {
  return useQuery({
    queryKey: computed(() => ['case', caseId(), 'links']),
    queryFn: ({ signal }) => api.get('/api/linkage/cases/{case_id}', { path: { case_id: caseId() }, signal }),
  })
}

/** The form an institution fills in when it hands over a case of this kind. */
export function formFor(kind: string) {
  return api.get('/api/mediation/forms/for', { query: { role: 'institution', kind } })
}

/** Those of the answers the form asks for. */
export function asked(
  fields: readonly { code: string }[],
  answers: Record<string, unknown>,
): Record<string, unknown> {
  const codes = new Set(fields.map(({ code }) => code))
  return Object.fromEntries(Object.entries(answers).filter(([code]) => codes.has(code)))
}
