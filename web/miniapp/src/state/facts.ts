/** What a person and an enterprise tell of themselves. */

export interface Wanted {
  code: string
  label: string
  required: boolean
  type: string
}

const PERSON: Wanted[] = [
  { code: 'name', label: '姓名', required: true, type: 'text' },
  { code: 'id_no', label: '身份证号', required: true, type: 'id_no' },
  { code: 'address', label: '住址', required: false, type: 'text' },
]
const ENTERPRISE: Wanted[] = [
  { code: 'name', label: '单位名称', required: true, type: 'text' },
  { code: 'credit_code', label: '统一社会信用代码', required: true, type: 'text' },
  { code: 'legal_representative', label: '法定代表人', required: true, type: 'text' },
  { code: 'contact_name', label: '联系人', required: true, type: 'text' },
  { code: 'address', label: '地址', required: false, type: 'text' },
]

/** A mediation institution is reached by those who read its page: its telephone is public. */
const INSTITUTION: Wanted[] = [
  ...ENTERPRISE.slice(0, -1),
  { code: 'contact_phone', label: '联系电话', required: false, type: 'text' },
  ...ENTERPRISE.slice(-1),
]
const MAY_BE_BLANK = ['address', 'contact_phone']

export function wantedOf(kind: string): Wanted[] {
  if (kind === 'institution') return INSTITUTION
  return kind === 'enterprise' ? ENTERPRISE : PERSON
}

/** What was changed: blanks and masks left as they are, for a mask is not a number. */
export function changedOf(kind: string, before: Record<string, unknown>, now: Record<string, string>): Record<string, string> {
  const changed: Record<string, string> = {}
  for (const { code } of wantedOf(kind)) {
    const value = now[code]?.trim() ?? ''
    if (value !== String(before[code] ?? '') && !(value === '' && !MAY_BE_BLANK.includes(code)) && !value.includes('*')) changed[code] = value
  }
  return changed
}
