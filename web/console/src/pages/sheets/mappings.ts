import type { Answer } from '@client/client'
import { useQuery } from '@tanstack/vue-query'
import { type Ref, toValue } from 'vue'
import { api } from '@/state/api'

export type SavedMapping = Answer<'/api/sheets/mappings'>[number]

/** The mappings kept for a client and a kind of sheet, the usual one first; asked when a client is chosen. */
export function useMappings(kind: () => string, client: Ref<number | null> | (() => number | null)) {
  return useQuery({
    queryKey: ['sheet-mappings', kind, () => toValue(client)],
    queryFn: ({ signal }) =>
      api.get('/api/sheets/mappings', {
        query: { kind: kind(), client: toValue(client) as number },
        signal,
      }),
    enabled: () => toValue(client) !== null,
  })
}

/** Save an empty workbook with the mapping's headers. */
export function downloadForm(mapping: SavedMapping): void {
  window.location.assign(`/api/sheets/mappings/${mapping.id}/form`)
}
