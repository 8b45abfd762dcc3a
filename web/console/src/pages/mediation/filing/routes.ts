import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/filing',
    name: 'mediation-filing',
    component: () => import('./page.vue'),
    meta: {
      title: '立案与分配',
      line: 'mediation',
      order: 16,
      permission: ['filing.decide', 'mediator.assign'],
    },
  },
] satisfies PageRoute[]
