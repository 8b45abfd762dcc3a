import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/batches',
    name: 'recovery-batches',
    component: () => import('./list.vue'),
    meta: { title: '批次', line: 'recovery', order: 30, permission: 'placement.batches_see' },
  },
] satisfies PageRoute[]
