import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/late',
    name: 'recovery-late',
    component: () => import('./list.vue'),
    meta: { title: '迟滞作业', line: 'recovery', order: 44, permission: 'work.records_see' },
  },
] satisfies PageRoute[]
