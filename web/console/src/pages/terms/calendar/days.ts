import type { Answer } from '@client/client'

export type Day = Answer<'/api/terms/calendar/{year}'>['rows'][number]

export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** What a day looks like, by what it is. */
export type Look = 'work' | 'weekend' | 'holiday' | 'makeup'

export function lookOf(day: Day): Look {
  const weekend = [0, 6].includes(weekdayOf(day.day))
  if (day.is_working) return weekend ? 'makeup' : 'work'
  return day.why === '周末' ? 'weekend' : 'holiday'
}

/** The mark in the corner: 休 where a weekday is off, 班 where a weekend day is worked. */
export const MARKS: Record<Look, string> = { work: '', weekend: '', holiday: '休', makeup: '班' }

/** Days by month, each month beginning with as many blanks as its first week lacks (weeks begin on Monday). */
export function monthsOf(days: readonly Day[]): { month: number; blanks: number; days: Day[] }[] {
  return Array.from({ length: 12 }, (_, at) => {
    const own = days.filter(({ day }) => Number(day.slice(5, 7)) === at + 1)
    return { month: at + 1, blanks: own[0] ? (weekdayOf(own[0].day) + 6) % 7 : 0, days: own }
  })
}
