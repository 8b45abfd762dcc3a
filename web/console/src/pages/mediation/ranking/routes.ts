import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/ranking',
    name: 'mediation-ranking',
    component: () => import('./page.vue'),
    meta: { title: '评优', line: 'mediation', order: 54, permission: 'ranking.see' },
  },
] satisfies PageRoute[]
