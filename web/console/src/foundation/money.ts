/** Amounts travel as decimal text; they are grouped as text so that no cent is lost in a float. */
export type Amount = string | number | null | undefined

/** `1234567.5` → `1,234,567.50`; nothing known → `—`. */
export function moneyText(amount: Amount): string {
  if (amount === null || amount === undefined || amount === '') return '—'
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(typeof amount === 'number' ? amount.toFixed(2) : amount.trim())
  if (!match) return String(amount)
  const [, sign = '', whole = '0', cents = ''] = match
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${sign}${grouped}.${(cents + '00').slice(0, Math.max(2, cents.replace(/0+$/, '').length))}`
}

/** A chart's axis in 万 once an amount on it reaches one, in yuan below. */
export function axisText(amount: number): string {
  return Math.abs(amount) >= 10_000 ? `${countText(amount / 10_000)} 万` : countText(amount)
}

/** A whole number with thousands separators. */
export function countText(count: number | null | undefined): string {
  return count === null || count === undefined ? '—' : String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** `0.1234` → `12.34%`. */
export function percentText(ratio: number | string | null | undefined): string {
  if (ratio === null || ratio === undefined || ratio === '') return '—'
  const value = Number(ratio)
  return Number.isFinite(value) ? `${(value * 100).toFixed(2)}%` : '—'
}
