import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { Query } from '@client/client'
import { Offline } from '@client/refusal'
import {
  computed,
  onActivated,
  reactive,
  shallowReactive,
  useId,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'
import { useRoute } from 'vue-router'
import { api } from '@/state/api'
import { useCaseEvents } from '@/state/case_events'
import { useLive } from '@/state/live'
import { filterParams, filtersFromRoute, type FilterField, type FilterValues } from '@/blocks/filter/fields'
import type { DeskRow } from './columns'
import { useChanged, type Waiting } from './moved'

/** A page of a list as the server answers it. */
export interface Page<Row extends DeskRow> {
  rows: Row[]
  count: number
  totals?: Record<string, string | number | null>
}

export type ListSource<Row extends DeskRow> = (query: Query, signal: AbortSignal) => Promise<Page<Row>>

export interface ListQuery {
  page: number
  size: number
  /** `-amount` is the greatest amount first; empty is the server's own order. */
  sort: string
  q: string
  filters: FilterValues
}

export interface ListOptions {
  fields?: readonly FilterField[]
  /** Fields known only when the server has told them; they join the others as soon as they are there. */
  more?: () => Promise<readonly FilterField[]>
  sort?: string
  size?: number
  /** Filters it starts with; those in the address win. */
  filters?: FilterValues
  /** Sent with every request and never shown: `{ batch: 7 }` on a batch's own page. */
  fixed?: () => Query
  /** A live topic (`list:batches`): the list asks again when it is told of a change. */
  live?: string
  /** What waits here: the list also asks again when a case comes to one of these states or leaves it. */
  waiting?: Waiting
}

export interface PagedList<Row extends DeskRow> {
  query: ListQuery
  fields: readonly FilterField[]
  /** Filters and text as the server knows them: what a bulk move or an export applies to. */
  filter: ComputedRef<Query>
  rows: ComputedRef<Row[]>
  count: ComputedRef<number>
  totals: ComputedRef<Record<string, string | number | null>>
  /** Nothing to show yet. */
  loading: ComputedRef<boolean>
  /** Rows of the question before are shown while the new ones come. */
  refreshing: Ref<boolean>
  error: Ref<Error | null>
  reload: () => Promise<void>
  goTo: (page: number) => void
  sortBy: (sort: string) => void
  search: (q: string) => void
  filterBy: (filters: FilterValues) => void
  /** Ask another question altogether (a saved view, another page size). */
  ask: (change: Partial<ListQuery>) => void
}

export const PAGE_SIZES = [20, 50, 100, 200]

/** A source for a list address that is given as text. */
export function listAt<Row extends DeskRow>(url: string): ListSource<Row> {
  return (query, signal) => api.send<Page<Row>>('get', url, { query, signal })
}

/** The same by POST: for lists whose search words are names and numbers, which belong in no address or log. */
export function searchedAt<Row extends DeskRow>(url: string): ListSource<Row> {
  return ({ page, size, sort, ...filter }, signal) =>
    api.send<Page<Row>>('post', url, { body: { page, size, sort: sort ?? '', filter }, signal })
}

/**
 * A list the server pages, sorts, filters and sums: `const list = usePagedList(listAt<Row>('/api/…'), { fields })`.
 * Filters named in the address (`?state=open`) are taken over, also when a drill-down comes back to a kept page.
 */
export function usePagedList<Row extends DeskRow>(
  source: ListSource<Row>,
  options: ListOptions = {},
): PagedList<Row> {
  const fields = shallowReactive([...(options.fields ?? [])])
  const route = useRoute()
  const own = route?.path
  const query = reactive<ListQuery>({
    page: 1,
    size: options.size ?? 50,
    sort: options.sort ?? '',
    q: '',
    filters: { ...options.filters, ...filtersFromRoute(fields, route?.query ?? {}) },
  })

  const filter = computed<Query>(() => {
    const words = { ...options.fixed?.(), ...filterParams(fields, query.filters) }
    return query.q ? { ...words, q: query.q } : words
  })
  const params = computed<Query>(() => {
    const { page, size, sort } = query
    return { ...filter.value, page, size, ...(sort ? { sort } : {}) }
  })

  const answer = useQuery({
    queryKey: ['list', useId(), params],
    queryFn: ({ signal }) => source(params.value, signal),
    placeholderData: keepPreviousData,
    retry: (failures, error) => error instanceof Offline && failures < 2,
    gcTime: 60_000,
  })

  void options.more?.().then((more) => {
    fields.push(...more)
    const asked = filtersFromRoute(more, route?.query ?? {})
    if (Object.keys(asked).length) query.filters = { ...query.filters, ...asked }
  })

  watch(
    () => route?.query,
    (given) => {
      if (!given || route.path !== own || Object.keys(given).length === 0) return
      const asked = filtersFromRoute(fields, given)
      if (Object.keys(asked).length === 0) return
      query.filters = asked
      query.page = 1
    },
  )

  useLive('resync', () => void answer.refetch())
  useChanged(options.live, options.waiting, () => answer.refetch())
  const shown = (caseId: number) =>
    answer.data.value?.rows.some((row) => 'id' in row && row.id === caseId) ?? false
  if (options.live === 'list:cases') useCaseEvents(shown, () => answer.refetch(), 1_000)

  let seenAt = Date.now()
  onActivated(() => {
    // A kept page that was away for a while shows what it has and asks again.
    if (Date.now() - seenAt > 30_000) void answer.refetch()
    seenAt = Date.now()
  })

  return {
    query,
    fields,
    filter,
    rows: computed(() => answer.data.value?.rows ?? []),
    count: computed(() => answer.data.value?.count ?? 0),
    totals: computed(() => answer.data.value?.totals ?? {}),
    loading: computed(() => answer.isPending.value && !answer.error.value),
    refreshing: answer.isFetching,
    error: answer.error,
    reload: async () => {
      seenAt = Date.now()
      await answer.refetch()
    },
    goTo: (page) => {
      query.page = page
    },
    sortBy: (sort) => Object.assign(query, { sort, page: 1 }),
    search: (q) => Object.assign(query, { q: q.trim(), page: 1 }),
    filterBy: (filters) => Object.assign(query, { filters, page: 1 }),
    ask: (change) => Object.assign(query, { page: 1, ...change }),
  }
}
