import { describe, expect, it } from 'vitest'
import { EMPTY_LAYOUT, layOut, moved, toggled, type DeskColumn } from '@/blocks/table/columns'
import { factsOf, isModified, type SavedView } from '@/blocks/table/views'

const columns: DeskColumn<object>[] = [
  { key: 'no', label: '案号', always: true, pin: 'left' },
  { key: 'title', label: '姓名', width: 100 },
  { key: 'rate', label: '费率', hidden: true },
  { key: 'amount', label: '金额', width: 120 },
]
const keys = (layout = EMPTY_LAYOUT, list = columns) =>
  layOut(list, layout)
    .filter(({ visible }) => visible)
    .map(({ column }) => column.key)

describe('columns as a person wants them', () => {
  it('start as declared, without the hidden ones', () => {
    expect(keys()).toEqual(['no', 'title', 'amount'])
  })

  it('show, hide, and never hide the one that names the row', () => {
    const shown = toggled(EMPTY_LAYOUT, columns[2]!, true)
    expect(keys(shown)).toEqual(['no', 'title', 'rate', 'amount'])
    expect(keys(toggled(shown, columns[1]!, false))).toEqual(['no', 'rate', 'amount'])
    expect(keys(toggled(EMPTY_LAYOUT, columns[0]!, false))).toEqual(['no', 'title', 'amount'])
  })

  it('move and pin', () => {
    const layout = moved(columns, EMPTY_LAYOUT, 'amount', 'title')
    expect(keys(layout)).toEqual(['no', 'amount', 'title'])
    expect(keys({ ...layout, pin: { amount: 'right' } })).toEqual(['no', 'title', 'amount'])
    expect(keys({ ...layout, pin: { no: 'none', title: 'left' } })).toEqual(['title', 'no', 'amount'])
  })

  it('put a column the product added beside its neighbour, and forget one it dropped', () => {
    const layout = { ...EMPTY_LAYOUT, order: ['amount', 'gone', 'title', 'no'] }
    const grown = [...columns.slice(0, 2), { key: 'phone', label: '电话' }, ...columns.slice(2)]
    expect(keys(layout, grown)).toEqual(['no', 'amount', 'title', 'phone'])
  })

  it('keep a dragged width', () => {
    const laid = layOut(columns, { ...EMPTY_LAYOUT, width: { title: 240 } })
    expect(laid.find(({ column }) => column.key === 'title')?.width).toBe(240)
    expect(laid.find(({ column }) => column.key === 'amount')?.width).toBe(120)
  })
})

describe('a saved view', () => {
  const query = { page: 4, size: 50, sort: '-amount', q: '', filters: { state: ['open'], holder: null } }
  const view: SavedView = {
    id: 1,
    name: '大额',
    pinned: false,
    shared: false,
    mine: true,
    owner: '',
    ...factsOf(query, EMPTY_LAYOUT),
  }

  it('is unchanged by paging or by an emptied filter', () => {
    expect(isModified(view, factsOf({ ...query, page: 9, filters: { state: ['open'] } }, EMPTY_LAYOUT))).toBe(
      false,
    )
  })

  it.each([
    ['another filter', { ...query, filters: { state: ['paused'] } }, EMPTY_LAYOUT],
    ['another order', { ...query, sort: 'amount' }, EMPTY_LAYOUT],
    ['a search', { ...query, q: '张' }, EMPTY_LAYOUT],
    ['a hidden column', query, { ...EMPTY_LAYOUT, hidden: ['title'] }],
  ])('is modified by %s', (_, asked, layout) => {
    expect(isModified(view, factsOf(asked, layout))).toBe(true)
  })
})
