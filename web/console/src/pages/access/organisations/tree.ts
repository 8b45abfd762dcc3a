import type { Answer } from '@client/client'

export type Organisation = Answer<'/api/access/organisations'>[number]
export type Node = Organisation & { children: Node[] }
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
