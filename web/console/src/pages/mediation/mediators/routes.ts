import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/mediators',
    name: 'mediation-mediators',
    component: () => import('./list.vue'),
    meta: { title: '调解员', line: 'mediation', order: 50, permission: ['mediator.see', 'mediator.assign'] },
  },
] satisfies PageRoute[]
