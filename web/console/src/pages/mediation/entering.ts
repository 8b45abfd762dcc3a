import type { Answer } from '@client/client'
import { reactive, ref } from 'vue'

export type Sent = Answer<'/api/mediation/cases/{case_id}/amend'>

/** A party as the form holds him; of one who is a party already what is left blank stays. */
export interface Named {
  party_id: number | null
  name: string
  kind: 'natural' | 'enterprise'
  phone: string
  id_no: string
  address: string
  phone_mask: string
  address_mask: string
}

export function nobody(): Named {
  return {
    party_id: null,
    name: '',
    kind: 'natural',
    phone: '',
    id_no: '',
    address: '',
    phone_mask: '',
    address_mask: '',
  }
}

const unmasked = ({ party_id, name, kind, phone, id_no, address }: Named) => ({
  party_id,
  name,
  kind,
  phone,
  id_no,
  address,
})

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
  })
  /** Their numbers are sealed once handed in: what is left blank stays as it is. */
  const respondents = ref<Named[]>(
    sent?.respondents.length ? sent.respondents.map((one) => ({ ...nobody(), ...one })) : [nobody()],
  )
  const beside = ref<Named[]>(sent?.co_applicants.map((one) => ({ ...nobody(), ...one })) ?? [])
  const answers = ref<Record<string, unknown>>(
    Object.fromEntries(sent?.answers.map(({ code, value }) => [code, value]) ?? []),
  )

  function body(asked: readonly { code: string }[]) {
    const codes = new Set(asked.map(({ code }) => code))
    const { happened_on, amount, ...rest } = told
    return {
      ...rest,
      respondents: respondents.value.map(unmasked),
      co_applicants: beside.value.map(unmasked),
      kind: given.kind,
      happened_on: happened_on || null,
      amount: amount.replaceAll(',', '').trim() || (sent ? '0' : null),
      answers: Object.fromEntries(Object.entries(answers.value).filter(([code]) => codes.has(code))),
    }
  }
  return { given, told, respondents, beside, answers, body }
}
