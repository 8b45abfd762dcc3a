import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/approvals',
    name: 'approvals',
    component: () => import('./page.vue'),
    meta: { title: '审批', line: 'mediation', order: 30, permission: 'desk.cases_see' },
  },
] satisfies PageRoute[]
