import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import { choices } from '../asked'

export type RatingRow = Answer<'/api/mediation/ratings'>['rows'][number]

export const columns: DeskColumn<RatingRow>[] = [
  { key: 'at', label: '评价时间', kind: 'time', width: 142 },
  { key: 'mediator', label: '调解员', width: 100, always: true },
  { key: 'stars', label: '星级', width: 110, always: true },
  { key: 'comment', label: '评语', minWidth: 240 },
  { key: 'party', label: '评价人', width: 150, value: (row) => `${row.party}（${row.part_label}）` },
  { key: 'no', label: '案件编号', kind: 'no', width: 142 },
]

/** Mediators are the server's; the days are those on which they were appointed, as the ranking counts them. */
export async function fields(): Promise<FilterField[]> {
  const mediators = (await choices()).members.filter(({ role }) => role === 'mediator')
  return [
    {
      key: 'mediator_id',
      label: '调解员',
      kind: 'select',
      choices: mediators.map(({ id, name }) => ({ value: id, label: name })),
      first: true,
    },
    {
      key: 'stars',
      label: '星级',
      kind: 'select',
      choices: [5, 4, 3, 2, 1].map((stars) => ({ value: stars, label: `${stars} 星` })),
      first: true,
    },
    { key: 'appointed', label: '分配日期', kind: 'date_range', first: true },
  ]
}
