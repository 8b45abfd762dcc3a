import type { Answer } from '@client/client'

export type Organisation = Answer<'/api/access/organisations'>[number]
export type Node = Organisation & { children: Node[] }
export type Bindable = Answer<'/api/access/institution-accounts'>[number]
export type Group = 'ours' | 'clients' | 'institutions'

export const GROUPS: Record<Group, { label: string; kinds: string[] }> = {
  ours: { label: '本公司', kinds: ['company', 'branch', 'department', 'team'] },
  clients: { label: '委托方', kinds: ['client'] },
  institutions: { label: '调解机构', kinds: ['institution'] },
}

export const KINDS: Record<string, string> = {
  company: '公司',
  branch: '分公司',
  department: '部门',
  team: '小组',
  client: '委托方',
  institution: '调解机构',
}

/** What an institution and its own account share once they are bound. */
export const SHARED = [
  { field: 'name', label: '名称' },
  { field: 'credit_code', label: '统一社会信用代码' },
  { field: 'legal_representative', label: '负责人' },
  { field: 'contact_name', label: '联系人' },
  { field: 'address', label: '地址' },
] as const

/** Rows in path order as a tree; one whose parent is not among them stands at the top. */
export function treeOf(rows: readonly Organisation[]): Node[] {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [] as Node[] }]))
  const roots: Node[] = []
  for (const node of nodes.values()) {
    const above = node.parent_id === null ? undefined : nodes.get(node.parent_id)
    if (above) above.children.push(node)
    else roots.push(node)
  }
  return roots
}
