import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/roles',
    name: 'roles',
    component: () => import('./list.vue'),
    meta: { title: '角色', line: 'system', order: 20, permission: 'access.accounts_see' },
  },
] satisfies PageRoute[]
