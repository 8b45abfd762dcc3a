/** The day `months` after `day`; the last day of a month stays within the month, as the server reckons. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const at = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(at / 12), at % 12]
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${y}-${two(m + 1)}-${two(Math.min(date, last))}`
}
