import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/performance',
    name: 'report-performance',
    component: () => import('./page.vue'),
    meta: { title: '业绩报表', line: 'reports', order: 32, permission: 'insight.see' },
  },
] satisfies PageRoute[]
