import type { Answer } from '@client/client'
import type { FilterValues } from '@/blocks/filter/fields'
import { api } from '@/state/api'
import { EMPTY_LAYOUT, type ColumnLayout } from './columns'
import type { ListQuery } from './list'

/** A question worth asking again: filters, text, order and columns under a name. */
export interface SavedView {
  id: number
  name: string
  pinned: boolean
  /** Others see it too; what it finds is each viewer's own reach. */
  shared: boolean
  /** Only one's own may be changed. */
  mine: boolean
  owner: string
  filters: FilterValues
  q: string
  sort: string
  layout: ColumnLayout
}

export type ViewFacts = Pick<SavedView, 'filters' | 'q' | 'sort' | 'layout'>

type ViewOut = Answer<'/api/desk/views'>[number]

function viewOf({ id, name, pinned, shared, mine, owner, query }: ViewOut): SavedView {
  const kept = query as Partial<ViewFacts>
  return {
    id,
    name,
    pinned,
    shared,
    mine,
    owner,
    filters: kept.filters ?? {},
    q: kept.q ?? '',
    sort: kept.sort ?? '',
    layout: { ...EMPTY_LAYOUT, ...kept.layout },
  }
}

/** The views of the page `page`: one's own and those others share. */
export async function viewsOf(page: string): Promise<SavedView[]> {
  return (await api.get('/api/desk/views', { query: { page } })).map(viewOf)
}

/** Keep what is asked now under a name. */
export async function keepView(page: string, name: string, facts: ViewFacts): Promise<SavedView> {
  const body = { page, name, query: { ...facts }, shared: false, pinned: false }
  return viewOf(await api.post('/api/desk/views', { body }))
}

export interface ViewChange {
  facts?: ViewFacts
  pinned?: boolean
  shared?: boolean
}

/** Change one's own view. */
export async function changeView(id: number, { facts, ...rest }: ViewChange): Promise<SavedView> {
  const body = { ...rest, ...(facts ? { query: { ...facts } } : {}) }
  return viewOf(await api.patch('/api/desk/views/{view_id}', { path: { view_id: id }, body }))
}

/** Forget one's own view. */
export async function forgetView(id: number): Promise<void> {
  await api.delete('/api/desk/views/{view_id}', { path: { view_id: id } })
}

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
