/** Where a case stands on its way. */

import type { components } from '../../../client/schema'

export type Step = components['schemas']['StepOut']
export type Placed = Step & { place: 'done' | 'now' | 'later' }

/** Each step as done, where it stands now, or still to come; a closed case shows only what was done. */
export function placed(steps: Step[], isOpen: boolean): Placed[] {
  if (!isOpen) return steps.filter((one) => one.at).map((one) => ({ ...one, place: 'done' }))
  const last = steps.reduce((found, one, place) => (one.at ? place : found), -1)
  return steps.map((one, place) => ({ ...one, place: place <= last ? 'done' : place === last + 1 ? 'now' : 'later' }))
}
