import { onScopeDispose } from 'vue'
import { useLive } from '@/state/live'

/** The cases a queue is about: of which line, and the states they wait in. */
export interface Waiting {
  line: string
  states: readonly string[]
}

interface ListFacts {
  topic?: string
  states?: string[]
}

const AT_MOST_EVERY = 1_000

/** Ask again, once a second at most, when the live topic is told of or a case comes to one of the states or leaves it. */
export function useChanged(
  live: string | undefined,
  waiting: Waiting | undefined,
  again: () => unknown,
): void {
  let soon: ReturnType<typeof setTimeout> | undefined
  const concerns = ({ topic, states }: ListFacts) =>
    (live !== undefined && topic === live) ||
    (waiting !== undefined &&
      topic === `list:${waiting.line}` &&
      states?.some((state) => waiting.states.includes(state)))
  useLive<ListFacts>('list', (facts) => {
    if (!concerns(facts)) return
    soon ??= setTimeout(() => {
      soon = undefined
      void again()
    }, AT_MOST_EVERY)
  })
  onScopeDispose(() => clearTimeout(soon))
}
