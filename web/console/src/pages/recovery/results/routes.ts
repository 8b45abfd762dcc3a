import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/results',
    name: 'recovery-results',
    component: () => import('./page.vue'),
    meta: { title: '催收结果', line: 'resources', order: 30, permission: 'work.results_manage' },
  },
] satisfies PageRoute[]
