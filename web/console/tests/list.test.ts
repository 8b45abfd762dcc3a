import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useRowCursor } from '@/blocks/table/cursor'
import { listAt, usePagedList } from '@/blocks/table/list'
import { useSelection } from '@/blocks/table/selection'
import type { FilterField } from '@/blocks/filter/fields'
import { askedFor, server } from './server'
import { settle, within } from './mounting'

interface Row {
  id: number
  no: string
}

const fields: FilterField[] = [{ key: 'state', label: '状态', kind: 'multi' }]

/** 130 cases, 120 of them open. */
function desk() {
  return server(({ url }) => {
    if (url.pathname !== '/api/cases') return { status: 404, body: {} }
    const all = url.searchParams.getAll('state').includes('open') ? 120 : 130
    const page = Number(url.searchParams.get('page'))
    const size = Number(url.searchParams.get('size'))
    const first = (page - 1) * size
    const rows = Array.from({ length: Math.max(0, Math.min(size, all - first)) }, (_, at) => ({
      id: first + at + 1,
      no: `C-${first + at + 1}`,
    }))
    return { body: { rows, count: all, totals: { amount: '100.00' } } }
  })
}

const open = (path = '/cases') =>
  within(() => {
    const list = usePagedList(listAt<Row>('/api/cases'), { fields, sort: '-amount' })
    const current = ref<Row | null>(null)
    const selection = useSelection(list, ({ id }) => id)
    const cursor = useRowCursor(
      list,
      ({ id }) => id,
      current,
      () => undefined,
    )
    return { list, selection, cursor, current }
  }, path)

describe('a paged list', () => {
  it('asks the server for page, size and order, and shows its totals', async () => {
    const asked = desk()
    const { result } = await open()
    expect(result.list.loading.value).toBe(true)
    await settle()
    expect(askedFor(asked, '/api/cases').map(({ url }) => url.search)).toEqual([
      '?page=1&size=50&sort=-amount',
    ])
    expect(result.list.rows.value).toHaveLength(50)
    expect(result.list.count.value).toBe(130)
    expect(result.list.totals.value).toEqual({ amount: '100.00' })
    expect(result.list.loading.value).toBe(false)
  })

  it('goes back to the first page when the question changes', async () => {
    const asked = desk()
    const { result } = await open()
    result.list.goTo(3)
    await settle()
    expect(result.list.rows.value.map(({ id }) => id).at(-1)).toBe(130)
    result.list.filterBy({ state: ['open'] })
    await settle()
    expect(result.list.query.page).toBe(1)
    expect(askedFor(asked, '/api/cases').at(-1)?.url.search).toBe('?state=open&page=1&size=50&sort=-amount')
  })

  it('takes filters from the address, at first and when a drill-down comes back', async () => {
    desk()
    const { result, router } = await open('/cases?state=open')
    await settle()
    expect(result.list.count.value).toBe(120)
    await router.push('/other?state=paused')
    await settle()
    expect(result.list.query.filters).toEqual({ state: ['open'] })
    await router.push('/cases?state=paused')
    await settle()
    expect(result.list.query.filters).toEqual({ state: ['paused'] })
  })

  it('shows a refusal and keeps the rows it had', async () => {
    desk()
    const { result } = await open()
    await settle()
    server(() => ({ status: 403, body: { code: 'access.forbidden', message: '没有权限。', facts: {} } }))
    await result.list.reload()
    await settle()
    expect(result.list.error.value?.message).toBe('没有权限。')
    expect(result.list.rows.value).toHaveLength(50)
  })
})

describe('choosing rows', () => {
  it('keeps the choice while paging', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.selection.set(result.list.rows.value[0]!, true)
    result.list.goTo(2)
    await settle()
    result.selection.set(result.list.rows.value[0]!, true)
    expect(result.selection.target.value).toEqual({ ids: [1, 51] })
    expect(result.selection.pageState.value).toBe('some')
  })

  it('chooses everything the filter finds, counted over all pages', async () => {
    desk()
    const { result } = await open()
    result.list.filterBy({ state: ['open'] })
    await settle()
    result.selection.selectAll()
    expect(result.selection.count.value).toBe(120)
    expect(result.selection.target.value).toEqual({ filter: { state: ['open'] } })
  })

  it('falls back to the page when one row of all is left out', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.selection.selectAll()
    result.selection.set(result.list.rows.value[9]!, false)
    expect(result.selection.allPages.value).toBe(false)
    expect(result.selection.count.value).toBe(49)
    expect(result.selection.has(result.list.rows.value[9]!)).toBe(false)
  })

  it('forgets the choice when the filter changes', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.selection.setPage(true)
    expect(result.selection.count.value).toBe(50)
    result.list.search('张三')
    await settle()
    expect(result.selection.count.value).toBe(0)
  })
})

describe('the keyboard’s row', () => {
  it('starts at the first row and turns the page at the end', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.cursor.step(1)
    expect(result.current.value?.id).toBe(1)
    result.cursor.stand(49)
    result.cursor.step(1)
    await settle()
    expect(result.list.query.page).toBe(2)
    expect(result.current.value?.id).toBe(51)
    result.cursor.step(-1)
    await settle()
    expect(result.current.value?.id).toBe(50)
  })

  it('stays at its place when its row has gone', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.cursor.stand(3)
    server(() => ({
      body: {
        rows: [
          { id: 1, no: 'C-1' },
          { id: 9, no: 'C-9' },
        ],
        count: 2,
      },
    }))
    await result.list.reload()
    await settle()
    expect(result.current.value?.id).toBe(9)
  })

  it('does not leave the first or the last page', async () => {
    desk()
    const { result } = await open()
    await settle()
    result.cursor.turn(-1)
    expect(result.list.query.page).toBe(1)
    result.list.goTo(3)
    await settle()
    result.cursor.turn(1)
    expect(result.list.query.page).toBe(3)
  })
})
