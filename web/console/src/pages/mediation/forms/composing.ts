import type { FormField } from '../asked'

/** Kinds of questions, as the server knows them. */
export const FIELD_TYPES: Record<string, string> = {
  text: '单行文字',
  long_text: '多行文字',
  number: '数字',
  money: '金额',
  date: '日期',
  choice: '单选',
  choices: '多选',
  yes_no: '是否',
  phone: '电话号码',
  id_no: '身份证号',
}

export const hasChoices = (type: string): boolean => type === 'choice' || type === 'choices'

/** A code no other question has: answers are kept under it, so it never changes once it was given. */
export function freshCode(fields: readonly FormField[]): string {
  const taken = new Set(fields.map(({ code }) => code))
  let number = fields.length + 1
  while (taken.has(`field_${number}`)) number += 1
  return `field_${number}`
}

/** The list with the one at `from` put at `to`; out of bounds changes nothing. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (from === to || from < 0 || to < 0 || from >= next.length || to >= next.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

export interface Difference {
  label: string
  what: '新增' | '删去' | '改动'
  how: string
}

/** What changed from one version to the next, question by question. */
export function differences(before: readonly FormField[], after: readonly FormField[]): Difference[] {
  const old = new Map(before.map((one) => [one.code, one]))
  const found: Difference[] = []
  for (const one of after) {
    const was = old.get(one.code)
    if (!was) {
      found.push({ label: one.label, what: '新增', how: FIELD_TYPES[one.type] ?? one.type })
      continue
    }
    const how = [
      was.label !== one.label ? `原名“${was.label}”` : '',
      was.type !== one.type ? `${FIELD_TYPES[was.type]} → ${FIELD_TYPES[one.type]}` : '',
      was.required !== one.required ? (one.required ? '改为必填' : '改为选填') : '',
      was.help !== one.help ? '说明改动' : '',
      was.choices.join() !== one.choices.join() ? '选项改动' : '',
    ].filter(Boolean)
    if (how.length) found.push({ label: one.label, what: '改动', how: how.join('，') })
  }
  const kept = new Set(after.map(({ code }) => code))
  for (const one of before) if (!kept.has(one.code)) found.push({ label: one.label, what: '删去', how: '' })
  return found
}
