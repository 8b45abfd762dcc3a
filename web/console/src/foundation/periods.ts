import { addDays, dateText } from './dates'

/** The first day of this year up to today. */
export function thisYear(today = dateText(new Date())): [string, string] {
  return [`${today.slice(0, 4)}-01-01`, today]
}

/** The last thirty days, today included. */
export function lastThirtyDays(today = dateText(new Date())): [string, string] {
  return [addDays(today, -29), today]
}

/** The first day of this month up to today. */
export function thisMonth(today = dateText(new Date())): [string, string] {
  return [`${today.slice(0, 7)}-01`, today]
}

/** The last twelve months, this one included. */
export function aYear(today = dateText(new Date())): [string, string] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 12, 1))
  return [first.toISOString().slice(0, 10), today]
}
