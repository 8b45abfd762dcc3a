import type { Answer } from '@client/client'
import { reactive, ref } from 'vue'

export type Sent = Answer<'/api/mediation/cases/{case_id}/amend'>

/** What an application taken down at the desk holds, empty or as it was sent back. */
export function useTold(sent: Sent | null) {
  const given = reactive({
    role: sent?.role ?? ('person' as Sent['role']),
    kind: sent?.kind ?? '',
    source: sent?.source ?? ('found' as Sent['source']),
    institution_id: sent?.institution_id ?? null,
    applicant_name: sent?.applicant_name ?? '',
    applicant_mobile: '',
    applicant_id_no: '',
  })
  const told = reactive({
    happened_on: sent?.happened_on ?? '',
    amount: sent ? String(sent.amount) : '',
    region: sent?.region ?? '',
    description: sent?.description ?? '',
    claim: sent?.claim ?? '',
    respondent_kind: sent?.respondent_kind ?? ('natural' as Sent['respondent_kind']),
    respondent_name: sent?.respondent_name ?? '',
  })
  /** The respondent's numbers are sealed once handed in: what is left blank stays as it is. */
  const numbers = reactive({ respondent_phone: '', respondent_id_no: '', respondent_address: '' })
  const answers = ref<Record<string, unknown>>(
    Object.fromEntries(sent?.answers.map(({ code, value }) => [code, value]) ?? []),
  )

  function body(asked: readonly { code: string }[]) {
    const codes = new Set(asked.map(({ code }) => code))
    const { happened_on, amount, ...rest } = told
    const kept = Object.entries(numbers).filter(([, value]) => !sent || value.trim())
    return {
      ...rest,
      ...(Object.fromEntries(kept) as Partial<typeof numbers>),
      kind: given.kind,
      happened_on: happened_on || null,
      amount: amount.replaceAll(',', '').trim() || (sent ? '0' : null),
      answers: Object.fromEntries(Object.entries(answers.value).filter(([code]) => codes.has(code))),
    }
  }
  return { given, told, numbers, answers, body }
}
