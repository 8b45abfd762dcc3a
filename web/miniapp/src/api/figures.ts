/** How amounts, days and instants are written for people. */

/** `22961.76` as `22,961.76`. */
export function grouped(amount: string): string {
  const [whole, cents] = amount.split('.')
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? parted : `${parted}.${cents}`
}

/** `剩 5 天`, or `超 2 天` when it is past. */
export function daysLeft(days: number): string {
  return days < 0 ? `超 ${-days} 天` : `剩 ${days} 天`
}

/** An instant as Beijing reads it, whatever the phone's own zone: `2026-11-13 09:25`. */
export function beijing(at: string): string {
  const instant = new Date(new Date(at).getTime() + 8 * 3_600_000)
  return instant.toISOString().slice(0, 16).replace('T', ' ')
}

/** Today in Beijing, as `2026-11-13`. */
export function today(): string {
  return beijing(new Date().toISOString()).slice(0, 10)
}

/** The first day whose nine o'clock is still to come, for it is the hour a booking begins with. */
export function bookableDay(now = new Date()): string {
  return beijing(new Date(now.getTime() + 15 * 3_600_000).toISOString()).slice(0, 10)
}

/** A size as people read it. */
export function sized(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}
