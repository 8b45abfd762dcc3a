import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/cases',
    name: 'recovery-cases',
    component: () => import('./list.vue'),
    meta: { title: '案件', line: 'recovery', order: 20, permission: 'desk.cases_see' },
  },
] satisfies PageRoute[]
