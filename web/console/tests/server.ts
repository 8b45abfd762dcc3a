import { vi } from 'vitest'

export interface Asked {
  method: string
  url: URL
  body: unknown
}

interface Answer {
  status?: number
  body?: unknown
}

/** A server that answers as told and remembers what it was asked. */
export function server(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const one: Asked = {
      method: init.method ?? 'GET',
      url: new URL(url, 'http://desk.test'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    asked.push(one)
    const { status = 200, body } = await answer(one)
    init.signal?.throwIfAborted()
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'X-Request-Id': 'ref-0001' },
    })
  })
  return asked
}

/** The requests for `path`, in order. */
export function askedFor(asked: Asked[], path: string): Asked[] {
  return asked.filter(({ url }) => url.pathname === path)
}
