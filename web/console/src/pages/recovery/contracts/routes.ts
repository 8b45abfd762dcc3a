import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/clients',
    name: 'contracts',
    component: () => import('./page.vue'),
    meta: { title: '委托方设置', line: 'resources', order: 10, permission: 'placement.contracts_manage' },
  },
] satisfies PageRoute[]
