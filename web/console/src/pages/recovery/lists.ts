import type { ListSource, Page } from '@/blocks/table/list'
import type { DeskRow } from '@/blocks/table/columns'
import { api } from '@/state/api'

/** A source for the line's lists that are paged by offset. */
export function skippedAt<Row extends DeskRow>(url: string): ListSource<Row> {
  return ({ page, size, ...words }, signal) => {
    const limit = Number(size)
    return api.send<Page<Row>>('get', url, {
      query: { ...words, offset: (Number(page) - 1) * limit, limit },
      signal,
    })
  }
}
