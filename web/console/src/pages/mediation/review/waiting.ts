import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { api } from '@/state/api'

/** The states an application waits in for a reviewer. */
export const WAITING = ['submitted', 'second_review']
const PAGE = 100
const AHEAD = 10

/**
 * The applications that wait for a review, the longest waiting first: more are read as the reviewer comes near
 * the last one read, and the one he looks at stays his while others come and go.
 */
export function useWaiting() {
  const asked = useInfiniteQuery({
    queryKey: ['mediation', 'review'],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.post('/api/mediation/cases/search', {
        body: {
          page: pageParam,
          size: PAGE,
          sort: 'submitted_at',
          filter: { state: WAITING },
        },
        signal,
      }),
    getNextPageParam: (last, _, page) => (page * PAGE < last.count ? page + 1 : undefined),
  })
  // Somebody may decide one between two pages: what then comes a second time is shown once.
  const rows = computed(() => [
    ...new Map(
      (asked.data.value?.pages ?? []).flatMap((page) => page.rows.map((row) => [row.id, row] as const)),
    ).values(),
  ])
  const count = computed(() => asked.data.value?.pages.at(-1)?.count ?? 0)
  const at = ref(0)
  const current = computed(() => rows.value[at.value])

  watch(rows, (list, before) => {
    const place = list.findIndex(({ id }) => id === before[at.value]?.id)
    at.value = place >= 0 ? place : Math.min(at.value, Math.max(list.length - 1, 0))
  })

  function more(): void {
    if (asked.hasNextPage.value && !asked.isFetching.value) void asked.fetchNextPage()
  }

  function step(by: number): void {
    if (rows.value.length) at.value = Math.min(Math.max(at.value + by, 0), rows.value.length - 1)
  }

  watch([at, asked.isFetching], () => {
    if (at.value >= rows.value.length - AHEAD && !asked.error.value) more()
  })

  return { asked, rows, count, at, current, more, step }
}
