import { createClient, fillPath, queryString } from '@client/client'
import { csrfToken, fetchTransport } from '@client/fetch-transport'
import { Offline, Refusal, Unexpected, errorFrom } from '@client/refusal'
import { describe, expect, it, vi } from 'vitest'
import { server } from './server'

describe('what goes out', () => {
  it('leaves empty words out and repeats the key of a list', () => {
    expect(queryString({ q: '', page: 2, state: ['open', 'paused'], batch: null, worked: false })).toBe(
      '?page=2&state=open&state=paused&worked=false',
    )
    expect(queryString({})).toBe('')
  })

  it('fills a path and refuses a hole in it', () => {
    expect(fillPath('/api/cases/{id}/moves/{code}', { id: 7, code: 'a/b' })).toBe('/api/cases/7/moves/a%2Fb')
    expect(() => fillPath('/api/cases/{id}', {})).toThrow('/api/cases/{id} needs id')
  })

  it('reads the CSRF token out of the cookies', () => {
    expect(csrfToken('sessionid=1; csrftoken=ab%3Dc; x=y')).toBe('ab=c')
    expect(csrfToken('sessionid=1')).toBe('')
  })
})

describe('what comes back', () => {
  it('is the server’s refusal, word for word', () => {
    const refusal = errorFrom(
      409,
      { code: 'move.wrong_state', message: '不能“退案”。', facts: { no: 'C-1' } },
      '',
    )
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({
      code: 'move.wrong_state',
      message: '不能“退案”。',
      facts: { no: 'C-1' },
      status: 409,
    })
  })

  it('is a reference number when the server failed', () => {
    const told = errorFrom(
      500,
      { code: 'unexpected', message: '系统出错', facts: { reference: 'abc' } },
      'head',
    )
    expect(told).toBeInstanceOf(Unexpected)
    expect(told).toMatchObject({ reference: 'abc', message: '系统出错' })
    expect(errorFrom(502, undefined, 'head')).toMatchObject({ reference: 'head', status: 502 })
  })

  it('names the fields the server could not read', () => {
    const refusal = errorFrom(422, { detail: [{ loc: ['body', 'amount'], msg: 'x' }] }, '')
    expect(refusal.message).toBe('提交的内容有误：amount。请改正后再提交。')
  })

  it('is offline when nothing came back', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    await expect(createClient(fetchTransport).send('get', '/api/x')).rejects.toBeInstanceOf(Offline)
  })

  it('is an abort, not an outage, when we stopped asking', async () => {
    const stop = new AbortController()
    server(() => {
      stop.abort()
      return { body: {} }
    })
    const asking = createClient(fetchTransport).send('get', '/api/x', { signal: stop.signal })
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a session that ended', () => {
  const gone = { code: 'access.displaced', message: '您的账号在别处登录。', facts: {} }

  it('sends the same request once more after signing in again', async () => {
    let live = false
    const asked = server(() => (live ? { body: { ok: 1 } } : { status: 401, body: gone }))
    const told: string[] = []
    const client = createClient(fetchTransport, {
      signInAgain: async (refusal) => {
        told.push(refusal.message)
        live = true
        return true
      },
    })
    await expect(client.send('post', '/api/x', { body: { note: '还在' } })).resolves.toEqual({ ok: 1 })
    const posts = asked.filter(({ method }) => method === 'POST')
    expect(posts.map(({ body }) => body)).toEqual([{ note: '还在' }, { note: '还在' }])
    expect(told).toEqual(['您的账号在别处登录。'])
  })

  it('fails with the reason when nobody signs in again', async () => {
    const asked = server(() => ({ status: 401, body: gone }))
    const client = createClient(fetchTransport, { signInAgain: async () => false })
    await expect(client.send('get', '/api/x')).rejects.toMatchObject({
      code: 'access.displaced',
      status: 401,
    })
    expect(asked).toHaveLength(1)
  })
})
