import { beforeEach, describe, expect, it } from 'vitest'

import { blank, draftFrom, draftOf, drop, freshDraft, keep, lastDraft, send, sendLater, unsent, type MyCase } from '../src/state/drafts'
import { Phone, signedIn } from './phone'

let phone: Phone

beforeEach(() => {
  phone = new Phone()
  signedIn()
})

function typed(description: string) {
  const draft = blank()
  draft.told = { kind: 'neighbour', description, answers: {} }
  keep(draft)
  return draft
}

describe('a draft', () => {
  it('is kept on the phone by account, before the server knows of it', () => {
    typed('楼上漏水')
    expect(freshDraft()?.told.description).toBe('楼上漏水')
    signedIn(8)
    expect(freshDraft()).toBeNull()
  })

  it('is begun and filled on the server, and kept under its case from then on', async () => {
    const draft = typed('楼上漏水')
    phone.ok({ id: 41 })
    phone.ok({ id: 41 })
    await send(draft)
    expect(phone.asked).toEqual(['POST /mediation/mine', 'PATCH /mediation/mine/41'])
    expect(phone.sent[0].data).toEqual({ kind: 'neighbour', institution_id: null })
    expect(freshDraft()).toBeNull()
    expect(draftOf(41)).toMatchObject({ caseId: 41, sent: true })
  })

  it('stays when there is no line, and is sent when there is one again', async () => {
    const draft = typed('楼上漏水')
    phone.answer('offline')
    await expect(send(draft)).rejects.toMatchObject({ code: 'offline' })
    expect(freshDraft()?.told.description).toBe('楼上漏水')
    expect(unsent()).toHaveLength(1)
    phone.ok({ id: 41 })
    phone.ok({ id: 41 })
    expect(await sendLater()).toBe(0)
    expect(draftOf(41)?.sent).toBe(true)
  })

  it('is begun once, however often it is sent at the same time', async () => {
    const draft = typed('楼上漏水')
    phone.ok({ id: 41 })
    phone.ok({})
    phone.ok({})
    await Promise.all([send(draft), send(draft)])
    expect(phone.asked.filter((one) => one === 'POST /mediation/mine')).toHaveLength(1)
  })

  it('is begun once though another page sends its own copy of it', async () => {
    const draft = typed('楼上漏水')
    phone.ok({ id: 41 })
    phone.ok({})
    phone.ok({})
    await Promise.all([sendLater(), send(draft)])
    expect(phone.asked.filter((one) => one === 'POST /mediation/mine')).toHaveLength(1)
    expect(draft.caseId).toBe(41)
  })

  it('filled in last is gone on with', () => {
    typed('楼上漏水')
    keep({ mark: 'm', caseId: 9, told: {}, step: 'claim', keptAt: 0, sent: true })
    drop(0)
    expect(lastDraft()?.caseId).toBe(9)
  })

  it('sends an empty day and an empty sum as nothing', async () => {
    const draft = typed('楼上漏水')
    draft.told = { ...draft.told, happened_on: '' as unknown as null, amount: '' }
    phone.ok({ id: 41 })
    phone.ok({})
    await send(draft)
    expect(phone.sent[1].data).toMatchObject({ happened_on: null, amount: null })
  })

  it('is not begun before a kind was chosen', async () => {
    const draft = blank()
    keep(draft)
    await send(draft)
    expect(phone.sent).toEqual([])
    drop(0)
    expect(freshDraft()).toBeNull()
  })
})

const MINE = {
  id: 41,
  kind: 'neighbour',
  institution_id: 3,
  happened_on: '2026-08-01',
  description: '服务器上的经过',
  claim: '',
  amount: '0.00',
  respondents: [{ party_id: null, name: '秦海涛', kind: 'natural', phone: '13491230002', id_no: '', address: '' }],
  answers: [
    { code: 'tried_before', value: false },
    { code: 'claim_basis', value: null },
  ],
} as unknown as MyCase

describe('a draft of before several respondents could be named', () => {
  it('is read as one that names him first', () => {
    const told = { description: '漏水', respondent_name: '秦海涛', respondent_phone: '13491230002' }
    keep({ mark: 'm', caseId: 42, told: told as Draft['told'], step: 'claim', keptAt: 1, sent: false })
    expect(draftOf(42)?.told).toEqual({
      description: '漏水',
      respondents: [{ name: '秦海涛', kind: 'natural', phone: '13491230002', id_no: '', address: '' }],
    })
  })
})

describe('a case to go on with', () => {
  it('is what the server has', () => {
    const { told } = draftFrom(MINE)
    expect(told).toMatchObject({ respondents: [{ name: '秦海涛', phone: '13491230002' }], amount: null })
    expect(told.answers).toEqual({ tried_before: false })
  })

  it('is what the phone has where that was not sent yet', () => {
    keep({ mark: 'm', caseId: 41, told: { description: '手机上改过的' }, step: 'claim', keptAt: 1, sent: false })
    expect(draftFrom(MINE).told.description).toBe('手机上改过的')
  })
})
