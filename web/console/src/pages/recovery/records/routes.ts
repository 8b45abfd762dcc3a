import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/records',
    name: 'recovery-records',
    component: () => import('./list.vue'),
    meta: { title: '催记', line: 'recovery', order: 40, permission: 'work.records_see' },
  },
] satisfies PageRoute[]
