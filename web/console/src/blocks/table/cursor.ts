import { nextTick, watch, type Ref } from 'vue'
import type { DeskRow } from './columns'
import type { PagedList } from './list'

/**
 * The row the keyboard stands on. Stepping past the end turns the page; after a reload the cursor stays on the
 * same row, or where it was when that row has gone.
 */
export function useRowCursor<Row extends DeskRow>(
  list: PagedList<Row>,
  idOf: (row: Row) => number,
  current: Ref<Row | null>,
  element: () => HTMLElement | undefined,
) {
  let landOn: 'first' | 'last' | null = null
  let place = -1

  const lastPage = () => Math.max(1, Math.ceil(list.count.value / list.query.size))
  const at = () => {
    const row = current.value
    return row ? list.rows.value.findIndex((one) => idOf(one) === idOf(row)) : -1
  }

  function stand(index: number): void {
    const row = list.rows.value[index]
    if (!row) return
    current.value = row
    place = index
    void nextTick(() => {
      const lines = element()?.querySelectorAll<HTMLElement>('.el-table__body-wrapper tr.el-table__row')
      lines?.[index]?.scrollIntoView({ block: 'nearest' })
    })
  }

  function turn(by: 1 | -1, land: 'first' | 'last' = 'first'): void {
    const page = list.query.page + by
    if (page < 1 || page > lastPage()) return
    landOn = land
    list.goTo(page)
  }

  function step(by: 1 | -1): void {
    const next = at() + by
    if (at() < 0) stand(0)
    else if (next < 0) turn(-1, 'last')
    else if (next >= list.rows.value.length) turn(1)
    else stand(next)
  }

  watch(list.rows, (rows) => {
    if (landOn) {
      stand(landOn === 'first' ? 0 : rows.length - 1)
      landOn = null
      return
    }
    if (!current.value) return
    const found = at()
    if (found >= 0) stand(found)
    else if (rows.length === 0) current.value = null
    else stand(Math.min(Math.max(place, 0), rows.length - 1))
  })

  return { step, turn, stand }
}
