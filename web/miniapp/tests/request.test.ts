import { beforeEach, describe, expect, it } from 'vitest'

import { knock, remembered, request } from '../src/api/request'
import { gaveUp, keepSession, sessionKey, type Session } from '../src/api/session'
import { Phone, signedIn } from './phone'

let phone: Phone
const session = (account: number) => ({ key: `new-${account}`, me: { account: { id: account } } }) as Session
const ENDED = { status: 401, body: { code: 'access.idle', message: '30 分钟未操作，已退出。请重新登录。', facts: {} } }
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  phone = new Phone()
})

describe('a request', () => {
  it('carries the key, and means PATCH by a header', async () => {
    signedIn()
    phone.ok({ a: 1 })
    expect(await request('PATCH', '/mediation/mine/1', { claim: 'x' })).toEqual({ a: 1 })
    expect(phone.sent[0].header).toMatchObject({ Authorization: 'Bearer key-7', 'X-HTTP-Method-Override': 'PATCH' })
  })

  it('is refused in the words of the server', async () => {
    signedIn()
    phone.answer({ status: 409, body: { code: 'a.b', message: '不能。', facts: { n: 1 } } })
    await expect(request('GET', '/x')).rejects.toEqual({ code: 'a.b', message: '不能。', facts: { n: 1 } })
  })

  it('shows no page of a proxy as words', async () => {
    signedIn()
    phone.answer({ status: 502, body: '<html>Bad gateway</html>' })
    await expect(request('GET', '/x')).rejects.toMatchObject({ message: '系统暂时无法处理，请稍后重试。' })
  })

  it('tells that there is no line', async () => {
    signedIn()
    phone.answer('offline')
    await expect(request('GET', '/x')).rejects.toMatchObject({ code: 'offline' })
  })
})

describe('an ended session', () => {
  it('is begun again over the page, and the request is sent once more', async () => {
    signedIn()
    phone.answer(ENDED)
    phone.ok({ done: true })
    const asked = request('POST', '/mediation/mine/1/submit')
    await settled()
    expect(phone.opened).toHaveLength(1)
    expect(decodeURIComponent(phone.opened[0])).toBe(`/pages/sign-in/sign-in?again=1&why=${ENDED.body.message}`)
    keepSession(session(7))
    expect(await asked).toEqual({ done: true })
    expect(phone.sent[1].header.Authorization).toBe('Bearer new-7')
  })

  it('opens one sign-in page for several requests', async () => {
    signedIn()
    phone.answer(ENDED, ENDED)
    const both = [request('GET', '/a'), request('GET', '/b')]
    await settled()
    expect(phone.opened).toHaveLength(1)
    phone.ok(1)
    phone.ok(2)
    keepSession(session(7))
    expect(await Promise.all(both)).toEqual([1, 2])
  })

  it('does not send what one account asked in the name of another', async () => {
    signedIn()
    phone.answer(ENDED)
    const asked = request('POST', '/mediation/mine/1/submit')
    await settled()
    keepSession(session(8))
    await expect(asked).rejects.toMatchObject({ code: 'access.idle' })
    expect(phone.sent).toHaveLength(1)
  })

  it('is a refusal when the sign-in page is left', async () => {
    signedIn()
    phone.answer(ENDED)
    const asked = request('GET', '/x')
    await settled()
    gaveUp()
    await expect(asked).rejects.toMatchObject({ code: 'access.idle' })
    expect(sessionKey()).toBe('')
  })

  it('does not ask the server without a key', async () => {
    const asked = request('GET', '/x')
    await settled()
    expect([phone.sent.length, phone.opened.length]).toEqual([0, 1])
    gaveUp()
    await expect(asked).rejects.toMatchObject({ code: 'access.signed_out' })
  })
})

describe('without a session', () => {
  it('a wrong code is a refusal and opens no sign-in page', async () => {
    phone.answer({ status: 422, body: { code: 'code.wrong', message: '验证码不正确。', facts: { left: 4 } } })
    await expect(knock('POST', '/access/sign-in/code', {})).rejects.toMatchObject({ code: 'code.wrong' })
    expect(phone.opened).toEqual([])
  })
})

describe('what the server said last', () => {
  it('is told where there is no line, and only then', async () => {
    signedIn()
    phone.ok(['邻里'])
    await remembered('/mediation/kinds')
    phone.answer('offline')
    expect(await remembered('/mediation/kinds')).toEqual(['邻里'])
    phone.answer({ status: 404, body: { code: 'not_found', message: '没有找到。', facts: {} } })
    await expect(remembered('/mediation/kinds')).rejects.toMatchObject({ code: 'not_found' })
  })
})
