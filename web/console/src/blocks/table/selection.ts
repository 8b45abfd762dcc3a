import { computed, reactive, watch } from 'vue'
import type { Query } from '@client/client'
import type { DeskRow } from './columns'
import type { PagedList } from './list'

/** What a bulk move or an export applies to: rows by id, or everything the filter finds. */
export type Target = { ids: number[] } | { filter: Query }

/**
 * Which rows are chosen: some by id (kept while paging), or all that the filter finds, on every page. Changing
 * the filter forgets the choice, so nobody moves what he no longer sees.
 */
export function useSelection<Row extends DeskRow>(list: PagedList<Row>, idOf: (row: Row) => number) {
  const state = reactive({ all: false, ids: new Set<number>() })

  const count = computed(() => (state.all ? list.count.value : state.ids.size))
  const pageIds = computed(() => list.rows.value.map(idOf))
  const pageState = computed<'none' | 'some' | 'all'>(() => {
    if (state.all) return 'all'
    const chosen = pageIds.value.filter((id) => state.ids.has(id)).length
    if (chosen === 0) return 'none'
    return chosen === pageIds.value.length ? 'all' : 'some'
  })
  const target = computed<Target>(() => (state.all ? { filter: list.filter.value } : { ids: [...state.ids] }))

  const has = (row: Row) => state.all || state.ids.has(idOf(row))

  /** Leaving one row out of “all” falls back to this page without it: the count must stay true. */
  function set(row: Row, chosen: boolean): void {
    if (state.all) {
      state.all = false
      state.ids = new Set(pageIds.value)
    }
    if (chosen) state.ids.add(idOf(row))
    else state.ids.delete(idOf(row))
  }

  function setPage(chosen: boolean): void {
    if (!chosen) state.all = false
    for (const id of pageIds.value) {
      if (chosen) state.ids.add(id)
      else state.ids.delete(id)
    }
  }

  function selectAll(): void {
    state.all = true
    state.ids = new Set()
  }

  function clear(): void {
    state.all = false
    state.ids = new Set()
  }

  watch(() => JSON.stringify(list.filter.value), clear)

  return {
    count,
    pageState,
    target,
    has,
    set,
    setPage,
    selectAll,
    clear,
    allPages: computed(() => state.all),
  }
}
