import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/cases/:id',
    name: 'recovery-case',
    component: () => import('./page.vue'),
    props: true,
    meta: { title: '案件', permission: 'desk.cases_see' },
  },
] satisfies PageRoute[]
