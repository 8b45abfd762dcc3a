import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import { lookUp } from '@/state/lookups'
import { OWNERS, type Owner } from '../lines'
import type { DeskColumn } from '@/blocks/table/columns'

export type ImportRow = Answer<'/api/sheets/imports'>['rows'][number]

export const columnsOf = (owner: Owner): DeskColumn<ImportRow>[] => [
  { key: 'id', label: '编号', kind: 'no', width: 70, always: true },
  { key: 'kind_label', label: '种类', width: 110 },
  { key: 'client', label: OWNERS[owner].label, minWidth: 150 },
  { key: 'file_name', label: '文件', minWidth: 200 },
  { key: 'state', label: '状态', kind: 'state', width: 84 },
  { key: 'rows', label: '行数', kind: 'number', width: 84 },
  { key: 'wrong', label: '有误', kind: 'number', width: 74 },
  { key: 'done_rows', label: '已写入', kind: 'number', width: 84 },
  { key: 'amount_total', label: '金额合计', kind: 'money', width: 130 },
  ...(owner === 'client'
    ? [{ key: 'batch_nos', label: '批次', kind: 'tags', width: 150 } satisfies DeskColumn<ImportRow>]
    : []),
  { key: 'by', label: '经办', width: 80 },
  { key: 'created_at', label: '上传时间', kind: 'time', width: 146 },
]

export const fieldsOf = (owner: Owner): FilterField[] => [
  {
    key: 'state',
    label: '状态',
    kind: 'select',
    first: true,
    choices: [
      { value: 'preview', label: '待确认' },
      { value: 'committed', label: '已导入' },
      { value: 'refused', label: '已拒绝' },
      { value: 'undone', label: '已撤销' },
      { value: 'cancelled', label: '已取消' },
    ],
  },
  owner === 'client'
    ? { key: 'client', label: '委托方', kind: 'client', first: true }
    : { key: 'client', label: '调解机构', kind: 'remote', find: institutions, first: true },
]

async function institutions(q: string): Promise<{ value: number; label: string }[]> {
  return (await lookUp('institutions', q)).map(({ id, name }) => ({ value: id, label: name }))
}
