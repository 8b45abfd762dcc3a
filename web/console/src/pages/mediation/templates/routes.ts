import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/templates',
    name: 'paper-templates',
    component: () => import('./page.vue'),
    meta: { title: '文书模板', line: 'mediation', order: 60, permission: 'papers.templates_see' },
  },
] satisfies PageRoute[]
