const ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function read(value: string | Date): Date | null {
  const at = value instanceof Date ? value : new Date(value)
  return Number.isNaN(at.getTime()) ? null : at
}

function split(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** `2026-09-01`, as the calendar in China reads it. */
export function dateText(value: string | Date | null | undefined): string {
  if (!value) return '—'
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const at = read(value)
  if (!at) return String(value)
  const { year, month, day } = split(at)
  return `${year}-${month}-${day}`
}

/** `2026-09-01 09:30`; with seconds when asked. */
export function timeText(value: string | Date | null | undefined, seconds = false): string {
  if (!value) return '—'
  const at = read(value)
  if (!at) return String(value)
  const { hour, minute, second } = split(at)
  return `${dateText(at)} ${hour}:${minute}${seconds ? `:${second}` : ''}`
}

/** `3 天前`, `还有 5 天`, `今天`: whole calendar days for dates, finer for instants. */
export function relativeText(value: string | Date | null | undefined, now: Date = new Date()): string {
  if (!value) return ''
  const at = read(value)
  if (!at) return ''
  const dayOnly = typeof value === 'string' && value.length === 10
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000)
  if (!dayOnly && Math.abs(minutes) < 60) {
    if (minutes === 0) return '刚刚'
    return minutes < 0 ? `${-minutes} 分钟前` : `${minutes} 分钟后`
  }
  const days = daysBetween(dateText(now), dateText(value))
  if (!dayOnly && Math.abs(minutes) < 24 * 60 && Math.abs(days) < 2) {
    const hours = Math.round(Math.abs(minutes) / 60)
    return minutes < 0 ? `${hours} 小时前` : `${hours} 小时后`
  }
  if (days === 0) return '今天'
  return days < 0 ? `${-days} 天前` : `还有 ${days} 天`
}

/** Calendar days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The date `days` after `date`, both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** `09:30`, in the desk's own zone whatever the computer's. */
export function clockText(at: number | string): string {
  const { hour, minute } = split(new Date(at))
  return `${hour}:${minute}`
}
