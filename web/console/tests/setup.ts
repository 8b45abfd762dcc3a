import { afterEach, vi } from 'vitest'

/** No test asks a network: a test that wants an answer says which. */
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network in tests')))

afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})
