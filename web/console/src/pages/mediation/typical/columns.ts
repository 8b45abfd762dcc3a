import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { Kind } from '../asked'

export type TypicalRow = Answer<'/api/mediation/typical-cases'>['rows'][number]

export const columns: DeskColumn<TypicalRow>[] = [
  { key: 'kind_label', label: '类别', width: 110 },
  { key: 'title', label: '标题', minWidth: 220, always: true },
  { key: 'facts', label: '案情', minWidth: 300 },
  { key: 'result', label: '调解结果', minWidth: 240 },
  { key: 'by', label: '维护人', width: 90, hidden: true },
  { key: 'updated_at', label: '更新时间', kind: 'date', width: 110 },
]

export function fields(kinds: readonly Kind[]): FilterField[] {
  return [
    {
      key: 'kind',
      label: '类别',
      kind: 'select',
      choices: kinds.map(({ code, label }) => ({ value: code, label })),
      first: true,
    },
  ]
}
