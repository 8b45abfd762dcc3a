import { ref, watch, type Ref } from 'vue'
import { api } from './api'

const PREFIX = 'anjie:'

function cached<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

function cache(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage only costs the cache; the server still remembers.
  }
}

export interface Remembered<T> {
  value: Ref<T>
  /** Read the server's copy (again, after somebody signed in); never fails. */
  reload: () => Promise<void>
}

/**
 * A small setting kept on the server under `key`, so that it survives another browser, and cached here so that
 * the page does not jump. The server's copy wins unless the person changed it first.
 * With `wait` it is read only when `reload` is called.
 */
export function remembered<T extends object>(key: string, initial: T, { wait = false } = {}): Remembered<T> {
  const value = ref({ ...initial, ...cached<T>(key) }) as Ref<T>
  const address = `/api/desk/preferences/${encodeURIComponent(key)}`
  let touched = false
  let adopting = false
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    value,
    () => {
      cache(key, value.value)
      if (adopting) return
      touched = true
      clearTimeout(timer)
      timer = setTimeout(() => {
        api.send('put', address, { body: { value: value.value }, quiet: true }).catch(() => {
          // Kept in this browser; the next change tries the server again.
        })
      }, 800)
    },
    { deep: true, flush: 'sync' },
  )

  async function reload(): Promise<void> {
    try {
      const answer = await api.send<{ value?: T | null } | null>('get', address, { quiet: true })
      if (!answer?.value || touched) return
      adopting = true
      value.value = { ...initial, ...answer.value }
      adopting = false
    } catch {
      // Not signed in yet or out of reach: the cached copy serves.
    }
  }
  if (!wait) void reload()
  return { value, reload }
}
