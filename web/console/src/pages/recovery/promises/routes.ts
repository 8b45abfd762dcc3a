import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/promises',
    name: 'recovery-promises',
    component: () => import('./list.vue'),
    meta: { title: '承诺还款', line: 'recovery', order: 42, permission: 'work.records_see' },
  },
] satisfies PageRoute[]
