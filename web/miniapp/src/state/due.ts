/** What a mediator looks at first: terms that end soon, then the rest. */

const SOON = 3
const DAY = 86_400_000

/** Whole days from one day to another, both as `2026-11-13`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

export interface Due {
  term_on?: string | null
}

/** A mediator's cases in the order they are asked for: only while it is mediated does a case's term run. */
export const STAGES = [
  { states: ['mediating'], label: '' },
  { states: ['closing', 'signing'], label: '等待审批结案或签署' },
  { states: ['closed', 'first_review', 'final_review'], label: '已结案，待归档' },
] as const

/** The rows in two groups, those that end within three days on top; empty groups are left out. */
export function urgentFirst<T extends Due>(rows: T[], today: string): { label: string; rows: T[] }[] {
  const isSoon = (row: T) => !!row.term_on && daysBetween(today, row.term_on) <= SOON
  return [
    { label: '今天先看：期限将到', rows: rows.filter(isSoon) },
    { label: '在办', rows: rows.filter((row) => !isSoon(row)) },
  ].filter((group) => group.rows.length)
}
