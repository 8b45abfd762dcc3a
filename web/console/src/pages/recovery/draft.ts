import { freshKey } from '@/foundation/keys'
import type { Answer, Ask } from '@client/client'

export type WorkRecord = Answer<'/api/recovery/work/records', 'post'>
export type ResultNode = Answer<'/api/recovery/work/results'>[number]
type RecordIn = NonNullable<Ask<'/api/recovery/work/records', 'post'>['body']>
export type Channel = RecordIn['channel']

/** A work record while it is being written. */
export interface Draft {
  channel: Channel
  point: number | null
  number: string
  result: number | null
  note: string
  next_on: string | null
  promising: boolean
  amount: string
  due_on: string | null
  elsewhere: boolean
  at: Date | null
  /** Made once per form, so that a key pressed twice is one record. */
  key: string
}

export function newDraft(): Draft {
  return {
    channel: 'call',
    point: null,
    number: '',
    result: null,
    note: '',
    next_on: null,
    promising: false,
    amount: '',
    due_on: null,
    elsewhere: false,
    at: null,
    key: freshKey(),
  }
}

/** Whether anything was entered that would be missed. */
export function isTouched(draft: Draft): boolean {
  return Boolean(
    draft.point || draft.number || draft.result || draft.note || draft.next_on || draft.promising,
  )
}

export function bodyOf(caseId: number, draft: Draft): RecordIn {
  const note = draft.channel === 'note'
  return {
    case: caseId,
    channel: draft.channel,
    contact_point: note ? null : draft.point,
    number: note || draft.point ? '' : draft.number.trim(),
    result: note ? null : draft.result,
    note: draft.note.trim(),
    next_on: draft.next_on,
    promise:
      draft.promising && draft.amount && draft.due_on
        ? { amount: draft.amount.replaceAll(',', ''), due_on: draft.due_on }
        : null,
    made_elsewhere: !note && draft.elsewhere,
    at: !note && draft.elsewhere && draft.at ? draft.at.toISOString() : null,
    spoke_to: '',
    key: draft.key,
  }
}

/** The way from the root to a result, the result last. */
export function wayTo(tree: readonly ResultNode[], id: number | null): ResultNode[] {
  if (id === null) return []
  for (const node of tree) {
    if (node.id === id) return [node]
    const below = wayTo(node.children ?? [], id)
    if (below.length) return [node, ...below]
  }
  return []
}
