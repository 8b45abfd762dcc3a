import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'

export type ExportRow = Answer<'/api/sheets/exports'>['rows'][number]

export const columns: DeskColumn<ExportRow>[] = [
  { key: 'id', label: '编号', kind: 'no', width: 76, always: true, value: (row) => `E${row.id}` },
  { key: 'name', label: '内容', width: 96 },
  { key: 'filters', label: '筛选', minWidth: 200 },
  { key: 'state', label: '状态', kind: 'state', width: 84 },
  { key: 'progress', label: '进度', width: 150 },
  { key: 'rows', label: '行数', kind: 'number', width: 92 },
  { key: 'reason', label: '用途', minWidth: 110 },
  { key: 'asked_at', label: '申请时间', kind: 'time', width: 142 },
  { key: 'expires_at', label: '有效至', kind: 'time', width: 142 },
  { key: 'downloads', label: '下载次数', kind: 'number', width: 84 },
  { key: 'by', label: '申请人', width: 84, hidden: true },
  { key: 'approved_by', label: '审批人', width: 84, hidden: true },
  { key: 'columns', label: '列', kind: 'tags', width: 200, hidden: true },
]

/** Whoever decides looks first at who asks for what. */
export const approvalColumns: DeskColumn<ExportRow>[] = columns
  .filter(({ key }) => !['progress', 'downloads', 'expires_at'].includes(key))
  .map((column) => (['by', 'columns'].includes(column.key) ? { ...column, hidden: false } : column))

export const fields: FilterField[] = [
  {
    key: 'state',
    label: '状态',
    kind: 'select',
    first: true,
    choices: [
      { value: 'ready', label: '可下载' },
      { value: 'running', label: '导出中' },
      { value: 'approval', label: '待审批' },
      { value: 'failed', label: '失败' },
      { value: 'refused', label: '已驳回' },
      { value: 'expired', label: '已过期' },
      { value: 'cancelled', label: '已取消' },
    ],
  },
]
