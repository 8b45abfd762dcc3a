import type { PageRoute } from '@/state/menu'

const component = () => import('./list.vue')

export default [
  {
    path: '/recovery/imports',
    name: 'imports',
    component,
    meta: {
      title: '导入',
      line: 'recovery',
      order: 28,
      permission: ['placement.import', 'placement.update', 'payment.enter', 'payment.verify'],
    },
  },
  {
    path: '/mediation/imports',
    name: 'imports-mediation',
    component,
    meta: {
      title: '批量导入',
      line: 'mediation',
      order: 11,
      permission: ['application.import', 'mediator.manage'],
    },
  },
] satisfies PageRoute[]
