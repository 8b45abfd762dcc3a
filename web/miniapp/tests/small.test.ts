import { describe, expect, it } from 'vitest'

import { bookableDay, sized } from '../src/api/figures'
import { pageOf } from '../src/api/notices'
import { fitted, isPicture } from '../src/api/uploads'
import { accepted } from '../src/api/wechat'
import { daysBetween, STAGES, urgentFirst } from '../src/state/due'
import { changedOf } from '../src/state/facts'
import { placed, type Step } from '../src/state/steps'

const step = (code: string, at: string | null): Step => ({ code, label: code, at })

describe('the line of steps', () => {
  it('shows what is done, where it stands, what is to come', () => {
    const steps = [step('submitted', '2026-09-01T04:00:00Z'), step('reviewed', null), step('filed', null)]
    expect(placed(steps, true).map((one) => one.place)).toEqual(['done', 'now', 'later'])
  })

  it('of a closed case shows only what was done', () => {
    expect(placed([step('submitted', '2026-09-01T04:00:00Z'), step('reviewed', null)], false)).toHaveLength(1)
  })

  it('of a draft stands at its first step', () => {
    expect(placed([step('submitted', null)], true)[0].place).toBe('now')
  })
})

describe('a mediator’s list', () => {
  it('has what ends within three days on top', () => {
    const rows = [{ term_on: '2026-09-20' }, { term_on: '2026-09-18' }, { term_on: null }]
    expect(urgentFirst(rows, '2026-09-15').map((group) => group.rows.length)).toEqual([1, 2])
    expect(urgentFirst([{ term_on: null }], '2026-09-15')).toHaveLength(1)
    expect(daysBetween('2026-09-15', '2026-09-14')).toBe(-1)
  })
})

describe('a mediator’s list', () => {
  it('reads as due only what is being mediated, and what is closed last', () => {
    expect(STAGES[0].states).toEqual(['mediating'])
    const all = STAGES.flatMap(({ states }): string[] => [...states])
    expect(new Set(all).size).toBe(all.length)
    expect(all.indexOf('closed')).toBeGreaterThan(all.indexOf('signing'))
  })
})

describe('a booking', () => {
  it('is offered for today only while nine o’clock in Beijing is to come', () => {
    expect(bookableDay(new Date('2026-09-15T08:59:00+08:00'))).toBe('2026-09-15')
    expect(bookableDay(new Date('2026-09-15T09:00:00+08:00'))).toBe('2026-09-16')
  })
})

describe('one’s own facts', () => {
  it('are sent where they changed; masks and blanks are not', () => {
    const before = { name: '沈梅', id_no: '110***********0011', address: '旧址' }
    expect(changedOf('person', before, { name: '沈梅', id_no: '', address: '' })).toEqual({ address: '' })
    expect(changedOf('person', before, { name: '沈 梅', id_no: before.id_no, address: '旧址' })).toEqual({ name: '沈 梅' })
  })
})

describe('pictures', () => {
  it('are made no larger than they are', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 2000, height: 1500 })
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
    expect([isPicture('墙.JPG'), isPicture('合同.pdf')]).toEqual([true, false])
  })

  it('have a size people read', () => {
    expect([sized(300), sized(1_572_864)]).toEqual(['1 KB', '1.5 MB'])
  })
})

describe('a tap on a notice', () => {
  it('leads a party where the server says, a colleague to his own page of the case, and else nowhere', () => {
    expect(pageOf({ page: 'party/sessions?id=7', case_id: 7 }, '')).toBe('/party/sessions?id=7')
    expect(pageOf({ page: '', case_id: 7 }, '/mediator/cases')).toBe('/mediator/case?id=7')
    expect(pageOf({ page: '', case_id: 7 }, '')).toBe('')
    expect(pageOf({ page: '', case_id: null }, '/mediator/cases')).toBe('')
  })
})

describe('what WeChat may send', () => {
  it('is what was accepted, whatever follows the word', () => {
    expect(accepted({ a: 'accept', b: 'reject', c: 'acceptWithAudio', errMsg: 'ok' })).toEqual(['a', 'c'])
  })
})
