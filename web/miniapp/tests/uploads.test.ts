import { beforeEach, describe, expect, it } from 'vitest'

import { Sending } from '../src/api/uploads'
import { Phone, signedIn } from './phone'

const SIZE = 1_200_000
const PIECE = 512 * 1024
let phone: Phone

beforeEach(() => {
  phone = new Phone()
  signedIn()
})

function sending() {
  const file = new Blob([new Uint8Array(SIZE)])
  return new Sending(41, { name: '漏水.mp4', size: SIZE, path: '', file }, () => Promise.resolve())
}

describe('a file on its way', () => {
  it('goes in pieces and is finished', async () => {
    const seen: number[] = []
    phone.ok({ token: 't', received: 0 })
    for (const received of [PIECE, 2 * PIECE, SIZE]) phone.ok({ received })
    phone.ok({ id: 9 })
    expect(await sending().resume((bytes) => seen.push(bytes))).toEqual({ id: 9 })
    expect(seen).toEqual([PIECE, 2 * PIECE, SIZE])
    expect(phone.asked).toEqual([
      'POST /mediation/mine/41/files',
      'PATCH /mediation/mine/uploads/t?offset=0',
      `PATCH /mediation/mine/uploads/t?offset=${PIECE}`,
      `PATCH /mediation/mine/uploads/t?offset=${2 * PIECE}`,
      'POST /mediation/mine/41/files/t/finish',
    ])
    expect((phone.sent[3].data as ArrayBuffer).byteLength).toBe(SIZE - 2 * PIECE)
  })

  it('goes on after a broken line from where the server has it', async () => {
    phone.ok({ token: 't', received: 0 })
    phone.answer('offline')
    phone.ok({ received: PIECE })
    phone.ok({ received: 2 * PIECE })
    phone.ok({ received: SIZE })
    phone.ok({ id: 9 })
    await sending().resume(() => undefined)
    expect(phone.asked.slice(2, 4)).toEqual([
      'GET /mediation/mine/uploads/t',
      `PATCH /mediation/mine/uploads/t?offset=${PIECE}`,
    ])
  })

  it('gives up after some tries and can be taken up again without beginning anew', async () => {
    const one = sending()
    phone.ok({ token: 't', received: 0 })
    for (let tries = 0; tries < 4; tries++) phone.answer('offline', ...(tries < 3 ? (['offline'] as const) : []))
    await expect(one.resume(() => undefined)).rejects.toMatchObject({ code: 'offline' })
    phone.ok({ received: 2 * PIECE })
    phone.ok({ received: SIZE })
    phone.ok({ id: 9 })
    await one.resume(() => undefined)
    expect(phone.asked.filter((path) => path === 'POST /mediation/mine/41/files')).toHaveLength(1)
  })

  it('does not try again what is refused', async () => {
    phone.answer({ status: 413, body: { code: 'files.too_large', message: '太大。', facts: {} } })
    await expect(sending().resume(() => undefined)).rejects.toMatchObject({ code: 'files.too_large' })
    expect(phone.sent).toHaveLength(1)
  })
})
