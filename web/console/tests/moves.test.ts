import { afterEach, describe, expect, it, vi } from 'vitest'
import { bulkResult, groupRefused, movesOf, question, useCaseMove, type CaseMove } from '@/blocks/moves/moves'
import { askedFor, server } from './server'

const pause: CaseMove = { code: 'placement.pause', label: '暂停', reason: 'required' }
const single: CaseMove = { code: 'placement.split', label: '拆分', reason: 'none', bulk: false }
const resume: CaseMove = { code: 'placement.resume', label: '恢复', reason: 'none' }

afterEach(() => {
  question.value = null
  bulkResult.value = null
})

describe('making a move', () => {
  it('asks for the reason, sends it and reloads', async () => {
    const asked = server(() => ({ body: {} }))
    const reload = vi.fn()
    const { run, busyId } = useCaseMove(reload)
    const done = run({ id: 7, no: 'C-7' }, pause)
    expect(busyId.value).toBe(7)
    expect(question.value?.subject).toBe('案件 C-7')
    expect(askedFor(asked, '/api/desk/cases/7/moves/placement.pause')).toHaveLength(0)
    await question.value!.send({ reason: '投诉核实', facts: {} })
    question.value!.close(true)
    expect(await done).toBe(true)
    expect(askedFor(asked, '/api/desk/cases/7/moves/placement.pause').map(({ body }) => body)).toEqual([
      { reason: '投诉核实', facts: {} },
    ])
    expect(reload).toHaveBeenCalledTimes(1)
    expect(busyId.value).toBeNull()
  })

  it('does nothing when the question is closed', async () => {
    const asked = server(() => ({ body: {} }))
    const reload = vi.fn()
    const done = useCaseMove(reload).run({ id: 7 }, pause)
    question.value!.close(false)
    expect(await done).toBe(false)
    expect(asked).toHaveLength(0)
    expect(reload).not.toHaveBeenCalled()
  })

  it('makes a move that needs no reason at once', async () => {
    const asked = server(() => ({ body: {} }))
    expect(await useCaseMove(() => {}).run({ id: 8 }, resume)).toBe(true)
    expect(question.value).toBeNull()
    expect(askedFor(asked, '/api/desk/cases/8/moves/placement.resume')).toHaveLength(1)
  })

  it('answers false and reloads nothing when it is refused', async () => {
    server(() => ({ status: 409, body: { code: 'move.wrong_state', message: '不能恢复。', facts: {} } }))
    const reload = vi.fn()
    expect(await useCaseMove(reload).run({ id: 8 }, resume)).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('moving many', () => {
  it('confirms the count, then lists what was refused', async () => {
    const refused = [{ id: 2, no: 'C-2', code: 'move.wrong_state', message: '案件 C-2 已结清。' }]
    const asked = server(() => ({ body: { moved: 317, refused } }))
    const done = useCaseMove(() => {}).runMany({ filter: { state: ['open'] } }, 318, pause)
    expect(question.value?.subject).toBe('318 个案件')
    await question.value!.send({ reason: '统一暂停', facts: {} })
    question.value!.close(true)
    expect(await done).toBe(true)
    expect(askedFor(asked, '/api/desk/cases/moves/placement.pause')[0]?.body).toEqual({
      filter: { state: ['open'] },
      count: 318,
      reason: '统一暂停',
      facts: {},
    })
    expect(bulkResult.value).toEqual({ moved: 317, refused, label: '暂停' })
  })
})

it('offers each move once, in the server’s order', () => {
  expect(
    movesOf([{ moves: [pause, single] }, { moves: [pause, resume] }, {}]).map(({ code }) => code),
  ).toEqual(['placement.pause', 'placement.resume'])
})

it('gathers refusals that say the same', () => {
  const refused = [
    { id: 1, no: 'C-1', code: 'move.wrong_state', message: '案件 C-1 已结清。' },
    { id: 2, no: 'C-2', code: 'move.wrong_state', message: '案件 C-2 已结清。' },
    { id: 3, no: 'C-3', code: 'not_found', message: '没有找到案件 C-3。' },
  ]
  expect(groupRefused(refused)).toEqual([
    { code: 'move.wrong_state', message: '案件 … 已结清。', nos: ['C-1', 'C-2'] },
    { code: 'not_found', message: '没有找到案件 C-3。', nos: ['C-3'] },
  ])
})
