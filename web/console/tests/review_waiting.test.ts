import { describe, expect, it } from 'vitest'
import { useWaiting } from '@/pages/mediation/review/waiting'
import { settle, within } from './mounting'
import { askedFor, server } from './server'

/** A desk with these applications waiting, a page of a hundred at a time. */
function desk(waiting: () => number[]) {
  return server(({ method, body }) => {
    if (method === 'GET') return {}
    const { page, size } = body as { page: number; size: number }
    const rows = waiting()
      .slice((page - 1) * size, page * size)
      .map((id) => ({ id }))
    return { body: { rows, count: waiting().length, totals: {} } }
  })
}
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
const pages = (asked: Parameters<typeof askedFor>[0]) =>
  askedFor(asked, '/api/mediation/cases/search').map(({ body }) => (body as { page: number }).page)

describe('the applications that wait for a review', () => {
  it('are counted all and read on as the reviewer comes near the last one', async () => {
    const asked = desk(() => upTo(230))
    const { result } = await within(() => useWaiting())
    await settle()
    expect([result.rows.value.length, result.count.value]).toEqual([100, 230])
    result.step(50)
    await settle()
    expect(pages(asked)).toEqual([1])
    result.step(45)
    await settle()
    expect(pages(asked)).toEqual([1, 2])
    result.step(1000)
    await settle()
    result.step(1000)
    await settle()
    expect([result.rows.value.length, result.current.value?.id]).toEqual([230, 230])
    expect(pages(asked)).toEqual([1, 2, 3])
  })

  it('keep the one that is looked at while others are decided elsewhere', async () => {
    let waiting = upTo(120)
    desk(() => waiting)
    const { result } = await within(() => useWaiting())
    await settle()
    result.step(40)
    expect(result.current.value?.id).toBe(41)
    waiting = waiting.filter((id) => id > 3)
    await result.asked.refetch()
    await settle()
    expect([result.current.value?.id, result.count.value]).toEqual([41, 117])
    // decided by himself: the next one takes its place
    waiting = waiting.filter((id) => id !== 41)
    await result.asked.refetch()
    await settle()
    expect(result.current.value?.id).toBe(42)
  })

  it('show once what comes a second time, and go back to the last one when the end is decided away', async () => {
    let waiting = upTo(150)
    desk(() => waiting)
    const { result } = await within(() => useWaiting())
    await settle()
    waiting = [0, ...upTo(150)]
    result.more()
    await settle()
    expect(result.rows.value.map(({ id }) => id)).toEqual(upTo(150))
    result.step(1000)
    waiting = upTo(90)
    await result.asked.refetch()
    await settle()
    expect([result.current.value?.id, result.count.value]).toEqual([90, 90])
  })
})
