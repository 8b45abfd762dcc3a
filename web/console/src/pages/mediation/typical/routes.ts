import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/typical',
    name: 'mediation-typical',
    component: () => import('./list.vue'),
    meta: { title: '典型案例', line: 'mediation', order: 80, permission: 'library.see' },
  },
] satisfies PageRoute[]
