import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/review',
    name: 'mediation-review',
    component: () => import('./page.vue'),
    meta: { title: '审核', line: 'mediation', order: 12, permission: 'review.decide' },
  },
] satisfies PageRoute[]
