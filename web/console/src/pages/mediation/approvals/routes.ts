import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/approvals',
    name: 'approvals',
    component: () => import('./page.vue'),
    meta: {
      title: '审批',
      line: 'mediation',
      order: 30,
      permission: ['session.mediate', 'session.extend_decide', 'session.records_see'],
    },
  },
] satisfies PageRoute[]
