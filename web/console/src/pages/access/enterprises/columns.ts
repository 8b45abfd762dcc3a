import type { Answer } from '@client/client'
import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import { STANDINGS } from '@/foundation/enterprises'
import { ACTIVE, casesOf } from '../words'

export type EnterpriseRow = Answer<'/api/people/enterprises'>['rows'][number]
export type Enterprise = Answer<'/api/people/enterprises/{account_id}'>

/** What an enterprise tells of itself; a remark may be put on each. */
export const FACTS = [
  { field: 'name', label: '企业名称' },
  { field: 'credit_code', label: '统一社会信用代码' },
  { field: 'legal_representative', label: '法定代表人' },
  { field: 'contact_name', label: '联系人' },
  { field: 'address', label: '地址' },
] as const
export const LICENCE = '营业执照'

export const columns: DeskColumn<EnterpriseRow>[] = [
  { key: 'name', label: '企业名称', minWidth: 160, always: true },
  { key: 'state', label: '认证', kind: 'state', width: 76, states: STANDINGS },
  { key: 'credit_code', label: '统一社会信用代码', kind: 'no', width: 180 },
  { key: 'legal_representative', label: '法定代表人', width: 92 },
  { key: 'contact_name', label: '联系人', width: 76 },
  { key: 'mobile', label: '手机', kind: 'no', width: 112 },
  { key: 'licence_at', label: LICENCE, kind: 'date', width: 100 },
  {
    key: 'as_applicant',
    label: '作为申请人',
    kind: 'number',
    width: 90,
    to: (row) => casesOf('applicant', row.id),
  },
  {
    key: 'as_respondent',
    label: '作为对方',
    kind: 'number',
    width: 80,
    to: (row) => casesOf('respondent', row.id),
  },
  {
    key: 'active',
    label: '状态',
    kind: 'state',
    width: 62,
    value: (row) => (row.active ? 'on' : 'off'),
    states: ACTIVE,
  },
  { key: 'created_at', label: '注册日期', kind: 'date', width: 104, hidden: true },
  { key: 'origin', label: '注册方式', width: 128, value: (row) => row.origin_label, hidden: true },
  { key: 'institution', label: '绑定机构', width: 150, hidden: true },
  { key: 'wechat_bound_at', label: '微信绑定', kind: 'date', width: 104, hidden: true },
  { key: 'last_seen_at', label: '最近登录', kind: 'time', width: 142, hidden: true },
  { key: 'username', label: '用户名', width: 130, hidden: true },
]

export const fields: FilterField[] = [
  {
    key: 'state',
    label: '认证',
    kind: 'select',
    choices: Object.entries(STANDINGS).map(([value, { label }]) => ({ value, label })),
    first: true,
  },
  { key: 'active', label: '启用中', kind: 'bool', first: true },
]
