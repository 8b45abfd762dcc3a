import { onScopeDispose, ref } from 'vue'

type Listener = (facts: unknown) => void

const listeners = new Map<string, Set<Listener>>()
let source: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined
let wait = 5_000

/** Whether the stream of live events is up. */
export const liveUp = ref(false)

function tell(kind: string, data: string): void {
  let facts: unknown
  try {
    facts = JSON.parse(data)
  } catch {
    return
  }
  for (const listener of listeners.get(kind) ?? []) listener(facts)
}

const attached = new WeakMap<EventSource, Set<string>>()

function attach(kind: string): void {
  if (!source) return
  const known = attached.get(source) ?? new Set<string>()
  attached.set(source, known)
  if (known.has(kind)) return
  known.add(kind)
  source.addEventListener(kind, (event) => tell(kind, (event as MessageEvent<string>).data))
}

/** Open the stream; a refused or broken one is tried again, ever more slowly up to a minute. */
export function startLive(url = '/api/live'): void {
  stopLive()
  if (typeof EventSource === 'undefined') return
  source = new EventSource(url, { withCredentials: true })
  source.onopen = () => {
    liveUp.value = true
    wait = 5_000
  }
  source.onerror = () => {
    liveUp.value = false
    if (source?.readyState !== EventSource.CLOSED) return
    retry = setTimeout(() => startLive(url), wait)
    wait = Math.min(wait * 2, 60_000)
  }
  for (const kind of listeners.keys()) attach(kind)
}

export function stopLive(): void {
  clearTimeout(retry)
  source?.close()
  source = undefined
  liveUp.value = false
}

/** Hear every live event of `kind` (the SSE event's name) until the calling scope ends. */
export function useLive<Facts>(kind: string, hear: (facts: Facts) => void): void {
  const set = listeners.get(kind) ?? new Set<Listener>()
  listeners.set(kind, set)
  const listener: Listener = (facts) => hear(facts as Facts)
  set.add(listener)
  attach(kind)
  onScopeDispose(() => set.delete(listener))
}
