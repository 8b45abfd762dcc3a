import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/team',
    name: 'recovery-team',
    component: () => import('./page.vue'),
    meta: { title: '团队', line: 'recovery', order: 15, permission: 'work.team_see' },
  },
] satisfies PageRoute[]
