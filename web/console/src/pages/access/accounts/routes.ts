import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/accounts',
    name: 'accounts',
    component: () => import('./list.vue'),
    meta: { title: '内部人员', line: 'system', order: 10, permission: 'access.accounts_see' },
  },
] satisfies PageRoute[]
