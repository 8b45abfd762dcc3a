import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/instructions',
    name: 'recovery-instructions',
    component: () => import('./list.vue'),
    meta: { title: '督办', line: 'recovery', order: 48, permission: 'work.records_see' },
  },
] satisfies PageRoute[]
