import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useChanged, type Waiting } from '@/blocks/table/moved'
import { startLive, stopLive } from '@/state/live'

/** The stream as a browser has it, told by the test. */
class Stream extends EventTarget {
  static CLOSED = 2
  static open: Stream
  readyState = 1
  constructor() {
    super()
    Stream.open = this
  }
  close(): void {}
  tell(facts: unknown): void {
    this.dispatchEvent(new MessageEvent('list', { data: JSON.stringify(facts) }))
  }
}

const waiting: Waiting = { line: 'mediation', states: ['submitted', 'second_review'] }

describe('a queue', () => {
  const again = vi.fn()
  const queue = defineComponent({
    setup() {
      useChanged('list:cases', waiting, again)
      return () => h('p')
    },
  })

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Stream)
    again.mockReset()
    startLive()
  })
  afterEach(() => {
    stopLive()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('asks again when a case comes to a state it waits in, once a second at most', () => {
    const page = mount(queue)
    for (let at = 0; at < 5; at += 1)
      Stream.open.tell({ topic: 'list:mediation', states: ['draft', 'submitted'] })
    expect(again).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(again).toHaveBeenCalledTimes(1)
    // what goes on without a pause is followed all the same
    for (let at = 0; at < 20; at += 1) {
      Stream.open.tell({ topic: 'list:mediation', states: ['consenting', 'second_review'] })
      vi.advanceTimersByTime(100)
    }
    expect(again).toHaveBeenCalledTimes(2 + 1)
    page.unmount()
  })

  it('lets pass what is none of its own', () => {
    const page = mount(queue)
    Stream.open.tell({ topic: 'list:mediation', states: ['closed', 'first_review'] })
    Stream.open.tell({ topic: 'list:recovery', states: ['submitted'] })
    Stream.open.tell({ topic: 'list:bookings' })
    vi.advanceTimersByTime(5_000)
    expect(again).not.toHaveBeenCalled()
    Stream.open.tell({ topic: 'list:cases' })
    vi.advanceTimersByTime(1_000)
    expect(again).toHaveBeenCalledTimes(1)
    page.unmount()
  })

  it('asks nothing once it is gone', () => {
    const page = mount(queue)
    Stream.open.tell({ topic: 'list:cases' })
    page.unmount()
    vi.advanceTimersByTime(5_000)
    expect(again).not.toHaveBeenCalled()
  })
})
