import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/ratings',
    name: 'mediation-ratings',
    component: () => import('./page.vue'),
    meta: {
      title: '当事人评价',
      line: 'mediation',
      order: 52,
      permission: ['rating.see', 'session.mediate'],
    },
  },
] satisfies PageRoute[]
