import type { Answer } from '@client/client'

export type TeamRow = Answer<'/api/recovery/work/team'>['rows'][number]
export type Figure = Exclude<keyof TeamRow, 'membership_id' | 'name' | 'unit' | 'daily'>

export interface TeamColumn {
  key: Figure
  label: string
  money?: boolean
  /** Whether the server lists what is behind it. */
  opens?: boolean
  /** Coloured when there is any. */
  tone?: 'bad' | 'warn'
}

export const FIGURES: TeamColumn[] = [
  { key: 'cases', label: '持有', opens: true },
  { key: 'worked', label: '已跟进', opens: true },
  { key: 'unworked', label: '未跟进', opens: true, tone: 'warn' },
  { key: 'worked_today', label: '今日跟进', opens: true },
  { key: 'due_today', label: '今日应跟', opens: true },
  { key: 'late_first_call', label: '迟首电', opens: true, tone: 'bad' },
  { key: 'late_visit', label: '迟外访', opens: true, tone: 'bad' },
  { key: 'records', label: '催记' },
  { key: 'promises_open', label: '待履行', opens: true },
  { key: 'promises_kept', label: '履行', opens: true },
  { key: 'promises_broken', label: '未履行', opens: true, tone: 'bad' },
  { key: 'balance', label: '余额', money: true },
  { key: 'recovered', label: '回收', money: true, opens: true },
]

export const LABELS: Record<string, string> = {
  ...Object.fromEntries(FIGURES.map(({ key, label }) => [key, label])),
  worked: '已跟进案件',
  unworked: '未跟进案件',
  promises_open: '待履行承诺',
  promises_kept: '已履行承诺',
  promises_broken: '未履行承诺',
}
