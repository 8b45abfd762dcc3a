import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/backups',
    name: 'backups',
    component: () => import('./list.vue'),
    meta: { title: '备份', line: 'system', order: 90, permission: 'access.backups_manage' },
  },
] satisfies PageRoute[]
