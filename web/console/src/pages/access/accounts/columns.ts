import type { FilterField } from '@/blocks/filter/fields'
import type { DeskColumn } from '@/blocks/table/columns'
import type { AccountRow } from '../deeds'
import { ACTIVE } from '../words'

export const columns: DeskColumn<AccountRow>[] = [
  { key: 'name', label: '姓名', width: 110, always: true },
  { key: 'username', label: '用户名', width: 130 },
  { key: 'staff_no', label: '工号', kind: 'no', width: 90 },
  { key: 'mobile', label: '手机', width: 120 },
  {
    key: 'posts',
    label: '任职',
    minWidth: 260,
    value: (row) =>
      row.posts
        .filter((post) => post.active)
        .map((post) => `${post.role} · ${post.unit}（${post.reach_label}）`)
        .join('；'),
  },
  {
    key: 'active',
    label: '状态',
    kind: 'state',
    width: 90,
    value: (row) => (row.active ? 'on' : 'off'),
    states: ACTIVE,
  },
  { key: 'last_seen_at', label: '最近登录', kind: 'time', width: 150 },
]

export function fields(roles: { id: number; name: string }[]): FilterField[] {
  return [
    {
      key: 'role',
      label: '角色',
      kind: 'select',
      choices: roles.map(({ id, name }) => ({ value: id, label: name })),
      first: true,
    },
    { key: 'active', label: '启用中', kind: 'bool', first: true },
  ]
}
