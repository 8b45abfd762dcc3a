import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/recovered',
    name: 'report-recovered',
    component: () => import('./page.vue'),
    meta: { title: '回收报表', line: 'reports', order: 10, permission: 'insight.see' },
  },
] satisfies PageRoute[]
