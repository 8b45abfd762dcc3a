import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/reports/weekly',
    name: 'report-weekly',
    component: () => import('./page.vue'),
    meta: { title: '每周退案', line: 'reports', order: 40, permission: 'insight.see' },
  },
] satisfies PageRoute[]
