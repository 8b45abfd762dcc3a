import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import { ACTIVE, ORIGINS, casesOf } from '../words'

export type PersonRow = Answer<'/api/people/persons'>['rows'][number]

export const columns: DeskColumn<PersonRow>[] = [
  { key: 'name', label: '姓名', minWidth: 100, always: true },
  { key: 'id_no', label: '证件号码', kind: 'no', width: 170, value: (row) => row.id_no || null },
  { key: 'sex', label: '性别', width: 62 },
  { key: 'mobile', label: '手机', kind: 'no', width: 118 },
  { key: 'origin', label: '注册方式', width: 124, value: (row) => row.origin_label },
  { key: 'wechat_bound_at', label: '微信绑定', kind: 'date', width: 104 },
  {
    key: 'as_applicant',
    label: '作为申请人',
    kind: 'number',
    width: 92,
    to: (row) => casesOf('applicant', row.id),
  },
  {
    key: 'as_respondent',
    label: '作为对方',
    kind: 'number',
    width: 88,
    to: (row) => casesOf('respondent', row.id),
  },
  {
    key: 'active',
    label: '状态',
    kind: 'state',
    width: 70,
    value: (row) => (row.active ? 'on' : 'off'),
    states: ACTIVE,
  },
  { key: 'created_at', label: '注册日期', kind: 'date', width: 104 },
  { key: 'last_seen_at', label: '最近登录', kind: 'time', width: 142, hidden: true },
  { key: 'username', label: '用户名', width: 130, hidden: true },
]

export const fields: FilterField[] = [
  { key: 'origin', label: '注册方式', kind: 'select', choices: ORIGINS, first: true },
  { key: 'wechat', label: '已绑微信', kind: 'bool', first: true },
  { key: 'active', label: '启用中', kind: 'bool', first: true },
]
