import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/batches',
    name: 'report-batches',
    component: () => import('./page.vue'),
    meta: { title: '批次回收率', line: 'reports', order: 20, permission: 'insight.see' },
  },
] satisfies PageRoute[]
