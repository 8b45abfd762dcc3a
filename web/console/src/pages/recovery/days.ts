import { addDays } from '@/foundation/dates'

const pad = (n: number) => String(n).padStart(2, '0')

function day(year: number, month: number, date: number): string | null {
  const text = `${year}-${pad(month)}-${pad(date)}`
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}

/** The last day of the month of `today`. */
export function monthEnd(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/**
 * A day as a hurried person types it: `2026-11-30`, `11-30`, `1130`, `30` (the next 30th), `+3`, `3天`.
 * Without a year it is the next such day, today included; null when it cannot be read.
 */
export function readDay(text: string, today: string): string | null {
  const given = text.trim()
  const [year = 0, month = 1] = today.split('-').map(Number)
  const ahead = /^\+(\d{1,3})$/.exec(given) ?? /^(\d{1,3})\s*天后?$/.exec(given)
  if (ahead) return addDays(today, Number(ahead[1]))
  const full = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(given)
  if (full && (given.length > 7 || /\D/.test(given)))
    return day(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(given) ?? /^(\d{2})(\d{2})$/.exec(given)
  if (short) {
    const found = day(year, Number(short[1]), Number(short[2]))
    return found && found < today ? day(year + 1, Number(short[1]), Number(short[2])) : found
  }
  if (/^\d{1,2}日?$/.test(given)) {
    const date = Number.parseInt(given, 10)
    for (let ahead = 0; ahead < 3; ahead += 1) {
      const at = month - 1 + ahead
      const found = day(year + Math.floor(at / 12), (at % 12) + 1, date)
      if (found && found >= today) return found
    }
  }
  return null
}
