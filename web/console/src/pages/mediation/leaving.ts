import { askAndDo } from '@/blocks/moves/ask'
import { api } from '@/state/api'

/** Ask why a party leaves the dispute and let him go; answers whether it was done. While it is mediated, its mediator does so. */
export function askToLeave(
  path: { case_id: number; party_id: number },
  named: { part_label: string; name: string },
  mediated: boolean,
): Promise<boolean> {
  return askAndDo(
    `${named.part_label}${named.name}退出调解`,
    '退出后其不再看到本案，由其他当事人继续。请填写原因，例如：不愿调解、多次联系不上、列错当事人。',
    (reason) =>
      api.post(
        mediated
          ? '/api/mediation/cases/{case_id}/parties/{party_id}/leave-mediation'
          : '/api/mediation/cases/{case_id}/parties/{party_id}/leave',
        { path, body: { reason } },
      ),
    { button: '登记退出' },
  )
}
