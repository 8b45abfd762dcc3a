import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/collectors',
    name: 'report-collectors',
    component: () => import('./page.vue'),
    meta: { title: '工作进度', line: 'reports', order: 30, permission: 'insight.see' },
  },
] satisfies PageRoute[]
