import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/figures',
    name: 'mediation-figures',
    component: () => import('./page.vue'),
    meta: { title: '统计', line: 'mediation', order: 56, permission: 'mediation_figures.see' },
  },
] satisfies PageRoute[]
