import { addDays, dateText } from './dates'

/** The first day of this year up to today. */
export function thisYear(today = dateText(new Date())): [string, string] {
  return [`${today.slice(0, 4)}-01-01`, today]
}

/** The last thirty days, today included. */
export function lastThirtyDays(today = dateText(new Date())): [string, string] {
  return [addDays(today, -29), today]
}
