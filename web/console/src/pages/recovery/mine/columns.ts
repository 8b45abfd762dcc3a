import type { Answer } from '@client/client'
import type { DeskColumn } from '@/blocks/table/columns'

export type DeskRow = Answer<'/api/recovery/work/desk'>['rows'][number]
export type DeskTotals = Answer<'/api/recovery/work/desk'>['totals']

/** Why a case stands where it stands, as a tone: the sooner, the stronger. */
export const URGENCY_TONES: Record<number, string> = { 1: 'bad', 2: 'warn', 3: 'bad', 4: 'info', 5: 'plain' }

export const GROUPS: { key: keyof DeskTotals; label: string; tone: string }[] = [
  { key: 'instructed', label: '督办', tone: 'bad' },
  { key: 'promised_today', label: '今日承诺', tone: 'warn' },
  { key: 'promise_missed', label: '承诺过期', tone: 'bad' },
  { key: 'planned', label: '计划今日', tone: 'info' },
  { key: 'untouched', label: '未首次联系', tone: 'plain' },
  { key: 'rest', label: '其他', tone: 'muted' },
]

export const columns: DeskColumn<DeskRow>[] = [
  { key: 'why', label: '为什么', width: 104 },
  { key: 'debtor', label: '债务人', width: 92, always: true },
  { key: 'balance', label: '余额', kind: 'money', width: 104 },
  { key: 'category', label: '账龄', width: 64 },
  { key: 'term_left', label: '剩余', width: 88 },
  { key: 'last_worked_at', label: '上次跟进', width: 88 },
  { key: 'next_work_on', label: '下次跟进', kind: 'date', width: 104 },
  { key: 'client', label: '委托方', minWidth: 90 },
]
