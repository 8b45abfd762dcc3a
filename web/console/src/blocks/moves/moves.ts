import { ElNotification } from 'element-plus'
import { Refusal, isAborted } from '@client/refusal'
import { h, ref, shallowRef } from 'vue'
import { api } from '@/state/api'
import RefusalNote from '@/blocks/RefusalNote.vue'
import type { Target } from '@/blocks/table/selection'

/** A move this person may make now, as the server offers it. */
export interface CaseMove {
  code: string
  label: string
  reason: 'none' | 'optional' | 'required'
  tone?: string
  /** Facts the person must give with it: `term_on`. */
  needs?: string[]
  /** Facts that may be chosen with it from a list: `pause_reason`. */
  options?: string[]
  /** Whether it may be made on many at once. */
  bulk?: boolean
}

/** What a needed fact is called on the screen; its ending decides the field: `_on` a day, `_amount` money. */
export const FACT_LABELS: Record<string, string> = {
  term_on: '新的退案日期',
}

/** What an optional fact is called, and what it is chosen from. */
export const OPTION_LISTS: Record<
  string,
  { label: string; none: string; load: () => Promise<{ value: string; label: string }[]> }
> = {
  pause_reason: {
    label: '暂停事由',
    none: '未列明（期限照算）',
    load: async () => {
      const reasons = await api.get('/api/terms/pause-reasons', { query: { line: 'recovery' } })
      return reasons
        .filter(({ is_active }) => is_active)
        .map(({ code, label, stops_clock }) => ({
          value: code,
          label: `${label}（${stops_clock ? '停算' : '照算'}）`,
        }))
    },
  },
}

/** Whether the move can be made at once, without asking anything. */
export function asksNothing(move: CaseMove): boolean {
  return move.reason === 'none' && !move.needs?.length
}

export interface MoveRefused {
  id: number
  no: string
  code: string
  message: string
}

export interface BulkResult {
  moved: number
  refused: MoveRefused[]
}

export interface MoveAnswer {
  reason: string
  facts: Record<string, string>
}

/** What the one dialog is asking about; it sends, so that a refusal is shown in it with the reason still there. */
export interface MoveQuestion {
  move: CaseMove
  /** `案件 C-1` or `318 个案件`. */
  subject: string
  send: (answer: MoveAnswer) => Promise<unknown>
  close: (done: boolean) => void
}

export const question = shallowRef<MoveQuestion | null>(null)
export const bulkResult = shallowRef<(BulkResult & { label: string }) | null>(null)

/** Ask for the reason and send; answers whether the move was made. */
export function askAndSend(move: CaseMove, subject: string, send: MoveQuestion['send']): Promise<boolean> {
  return new Promise((resolve) => {
    question.value = {
      move,
      subject,
      send,
      close: (done) => {
        question.value = null
        resolve(done)
      },
    }
  })
}

/** Tell a refusal or failure where there is no better place for it: the server's words, the code small. */
export function tellRefusal(error: unknown): void {
  if (isAborted(error)) return
  ElNotification({
    title: error instanceof Refusal ? '未能办理' : '出了差错',
    message: h(RefusalNote, { error }),
    duration: 8000,
    position: 'bottom-right',
  })
}

/** Say in passing that it is done. */
export function tellDone(message: string): void {
  ElNotification({ message, type: 'success', duration: 2500, position: 'bottom-right' })
}

/**
 * Making moves: `const { busyId, run, runMany } = useCaseMove(reload)`. Asks for the reason the move needs, sends,
 * tells what was refused and reloads what changed.
 */
export function useCaseMove(reload: () => unknown) {
  const busyId = ref<number | null>(null)

  async function run(
    row: { id: number; no?: string },
    move: CaseMove,
    facts: Record<string, string> = {},
  ): Promise<boolean> {
    const send = (answer: MoveAnswer) =>
      api.post('/api/desk/cases/{case_id}/moves/{code}', {
        path: { case_id: row.id, code: move.code },
        body: { reason: answer.reason, facts: { ...facts, ...answer.facts } },
      })
    busyId.value = row.id
    try {
      if (asksNothing(move)) await send({ reason: '', facts: {} })
      else if (!(await askAndSend(move, row.no ? `案件 ${row.no}` : '本案', send))) return false
      tellDone(`已${move.label}`)
      await reload()
      return true
    } catch (error) {
      tellRefusal(error)
      return false
    } finally {
      busyId.value = null
    }
  }

  /** The same for many; the count is confirmed before anything is sent and every refusal is listed after. */
  async function runMany(target: Target, count: number, move: CaseMove): Promise<boolean> {
    let result: BulkResult | undefined
    const send = async ({ reason, facts }: MoveAnswer) => {
      // The server moves nothing when what the filter finds is no longer the count that was confirmed.
      const confirmed = 'filter' in target ? { ...target, count } : target
      result = await api.send<BulkResult>('post', `/api/desk/cases/moves/${move.code}`, {
        body: { ...confirmed, reason, facts },
      })
    }
    if (!(await askAndSend(move, `${count} 个案件`, send)) || !result) return false
    if (result.refused.length > 0) bulkResult.value = { ...result, label: move.label }
    else tellDone(`已${move.label} ${result.moved} 个案件`)
    await reload()
    return true
  }

  return { busyId, run, runMany }
}

/** The moves any of these rows offers for many at once, in the server's order of first appearance. */
export function movesOf(rows: readonly { moves?: readonly CaseMove[] }[]): CaseMove[] {
  const found = new Map<string, CaseMove>()
  for (const row of rows)
    for (const move of row.moves ?? [])
      if (move.bulk !== false && !found.has(move.code)) found.set(move.code, move)
  return [...found.values()]
}

/** Refusals gathered by what they say: the message, how many, and the numbers. */
export function groupRefused(
  refused: readonly MoveRefused[],
): { code: string; message: string; nos: string[] }[] {
  const groups = new Map<string, { code: string; message: string; nos: string[] }>()
  for (const { no, code, message } of refused) {
    const general = message.replaceAll(no, '…')
    const key = `${code}\n${general}`
    const group = groups.get(key) ?? { code, message: general, nos: [] }
    group.nos.push(no)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) =>
    group.nos.length === 1
      ? { ...group, message: refused.find(({ no }) => no === group.nos[0])!.message }
      : group,
  )
}
