import type { Answer } from '@client/client'

export type CasePapersAnswer = Answer<'/api/papers/cases/{case_id}'>
export type Paper = CasePapersAnswer['rows'][number]

/** How a paper's state is coloured. */
export const PAPER_TONES: Record<string, string> = {
  draft: 'wait',
  final: 'live',
  to_sign: 'warn',
  signed: 'done',
  replaced: 'stop',
}
