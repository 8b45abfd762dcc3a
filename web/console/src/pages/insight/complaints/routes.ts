import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/complaints',
    name: 'report-complaints',
    component: () => import('./page.vue'),
    meta: { title: '投诉报表', line: 'reports', order: 50, permission: 'quality.complaints_see' },
  },
] satisfies PageRoute[]
