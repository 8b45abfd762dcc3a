import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/vintage',
    name: 'report-vintage',
    component: () => import('./page.vue'),
    meta: { title: '账龄回收曲线', line: 'reports', order: 24, permission: 'insight.see' },
  },
] satisfies PageRoute[]
