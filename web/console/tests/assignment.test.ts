import { describe, expect, it } from 'vitest'
import { changes, missing, modeOf, promiseOf, type Bar, type Plan } from '@/pages/recovery/assignment/modes'
import { addMonths } from '@/pages/recovery/retentions/months'
import { lookOf, monthsOf, type Day } from '@/pages/terms/calendar/days'

function bar(name: string, before: number, less: number, added: number): Bar {
  const amount = (count: number) => (count * 100).toFixed(2)
  return {
    membership_id: name.length,
    name,
    unit_id: 1,
    unit: '北一组',
    before_count: before,
    before_amount: amount(before),
    less_count: less,
    less_amount: amount(less),
    added_count: added,
    added_amount: amount(added),
    after_count: before - less + added,
    after_amount: amount(before - less + added),
  }
}

function plan(mode: string, count: number, people: Bar[], refused = 0): Plan {
  return { mode, count, people, refused_count: refused } as Plan
}

describe('what a plan says it will do', () => {
  it('counts those who change hands, those who stay and those refused', () => {
    const made = plan('cumulative', 12, [bar('李催收', 10, 0, 7), bar('周催收员', 9, 3, 0)], 2)

    expect(changes(made)).toEqual({ moved: 7, stays: 5, takesBack: false })
    expect(promiseOf(made)).toBe(
      '把 7 个案件（委案金额 700.00 元）分给 1 名催收员，其中 3 个从 1 名现持有人转出；5 个原本就在其名下，不变，2 个不能分配，不动。',
    )
  })

  it('speaks of taking back when nobody receives', () => {
    const made = plan('take_back', 3, [bar('李催收', 10, 3, 0)])

    expect(promiseOf(made)).toBe('从 1 名催收员收回 3 个案件（委案金额 300.00 元），成为未分配。')
  })

  it('says so when nothing changes', () => {
    expect(promiseOf(plan('hand', 0, [bar('李催收', 10, 0, 0)], 12))).toBe(
      '没有案件会换持有人；12 个不能分配，不动。',
    )
  })
})

describe('what is missing before a plan', () => {
  it('asks for one collector by hand and two for a swap', () => {
    expect(missing(modeOf('hand'), true, 2, 0)).toBe('请在右侧选择一名催收员。')
    expect(missing(modeOf('hand'), true, 1, 0)).toBe('')
    expect(missing(modeOf('swap'), false, 1, 0)).toBe('请在右侧选择两名催收员，已选 1 名。')
    expect(missing(modeOf('swap'), false, 2, 0)).toBe('')
  })

  it('takes cases back from a set or from a holder', () => {
    expect(missing(modeOf('take_back'), false, 0, 0)).toBe('请在左侧选择移出案件的催收员。')
    expect(missing(modeOf('take_back'), true, 0, 0)).toBe('')
    expect(missing(modeOf('take_back'), false, 0, 1)).toBe('')
    expect(missing(modeOf('rules'), false, 0, 0)).toBe('左侧还没有可分的案件。')
  })
})

describe('months and days', () => {
  it('stays within a shorter month and goes over the year', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-12-15', 12)).toBe('2027-12-15')
  })

  it('tells a worked weekend and a holiday apart, and begins months on Mondays', () => {
    const day = (on: string, is_working: boolean, why: string): Day => ({
      day: on,
      is_working,
      why,
      is_known: true,
      is_set: false,
      note: '',
    })
    const days = [
      day('2026-10-01', false, '法定节假日'),
      day('2026-10-10', true, '调休上班'),
      day('2026-10-11', false, '周末'),
      day('2026-10-12', true, '工作日'),
    ]

    expect(days.map(lookOf)).toEqual(['holiday', 'makeup', 'weekend', 'work'])
    expect(monthsOf(days)[9]).toEqual({ month: 10, blanks: 3, days })
  })
})
