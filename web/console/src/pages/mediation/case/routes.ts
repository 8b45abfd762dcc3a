import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/cases/:id',
    name: 'mediation-case',
    component: () => import('./page.vue'),
    props: true,
    meta: { title: '调解案件', permission: 'desk.cases_see' },
  },
] satisfies PageRoute[]
