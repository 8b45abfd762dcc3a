import type { FilterValues } from '@/blocks/filter/fields'
import type { ColumnLayout } from './columns'
import type { ListQuery } from './list'

/** A question worth asking again: filters, text, order and columns under a name. */
export interface SavedView {
  id: string
  name: string
  pinned: boolean
  filters: FilterValues
  q: string
  sort: string
  layout: ColumnLayout
}

export type ViewFacts = Pick<SavedView, 'filters' | 'q' | 'sort' | 'layout'>

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => one !== null && one !== undefined && one !== '')
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([key, one]) => [key, plain(one)]),
    )
  }
  return value
}

/** What is being asked now, in the shape a view keeps. */
export function factsOf(query: ListQuery, layout: ColumnLayout): ViewFacts {
  return structuredClone({
    filters: JSON.parse(JSON.stringify(query.filters)) as FilterValues,
    q: query.q,
    sort: query.sort,
    layout: JSON.parse(JSON.stringify(layout)) as ColumnLayout,
  })
}

/** Whether what is asked now differs from what the view keeps. */
export function isModified(view: SavedView, now: ViewFacts): boolean {
  const { filters, q, sort, layout } = view
  return JSON.stringify(plain({ filters, q, sort, layout })) !== JSON.stringify(plain(now))
}
