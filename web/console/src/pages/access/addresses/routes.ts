import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/addresses',
    name: 'addresses',
    component: () => import('./list.vue'),
    meta: { title: '登录地址', line: 'system', order: 25, permission: 'access.addresses_manage' },
  },
] satisfies PageRoute[]
