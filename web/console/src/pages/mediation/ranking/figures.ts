import type { Answer } from '@client/client'

export type Ranking = Answer<'/api/mediation/ranking'>
export type Ranked = Ranking['rows'][number]
export type Weights = Ranking['weights']
export type Figure = keyof Weights

/** In the order the table shows them; what each is called, the server says. */
export const FIGURES: Figure[] = ['total', 'going_on', 'succeeded', 'success_rate', 'rating', 'days']
export const FULL = 100

/** A figure as people read it; nothing to take it from is `—`. */
export function figureText(row: Ranked, figure: Figure): string {
  const value = row[figure]
  if (value === null) return '—'
  if (figure === 'success_rate') return `${value}%`
  if (figure === 'rating') return `${value}（${row.rated}）`
  return String(value)
}

/** How far weights are from a hundred: nothing when they add up. */
export function amiss(weights: Weights): string {
  const total = FIGURES.reduce((sum, figure) => sum + (weights[figure] ?? 0), 0)
  if (total === FULL) return ''
  return total < FULL ? `还差 ${FULL - total}` : `多出 ${total - FULL}`
}
