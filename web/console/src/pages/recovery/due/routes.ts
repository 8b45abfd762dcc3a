import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/due',
    name: 'recovery-due',
    component: () => import('./list.vue'),
    meta: { title: '到期与退案', line: 'recovery', order: 60, permission: 'term.due_see' },
  },
] satisfies PageRoute[]
