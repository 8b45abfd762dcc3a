import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/closing',
    name: 'mediation-closing',
    component: () => import('./page.vue'),
    meta: { title: '结案', line: 'mediation', order: 20, permission: ['closing.decide', 'closing.request'] },
  },
] satisfies PageRoute[]
