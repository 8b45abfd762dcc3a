import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/mine',
    name: 'recovery-mine',
    component: () => import('./page.vue'),
    meta: { title: '我的案件', line: 'recovery', order: 10, permission: 'work.record' },
  },
] satisfies PageRoute[]
