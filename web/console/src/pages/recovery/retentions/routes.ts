import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/retentions',
    name: 'recovery-retentions',
    component: () => import('./list.vue'),
    meta: { title: '留案', line: 'recovery', order: 62, permission: 'term.due_see' },
  },
] satisfies PageRoute[]
