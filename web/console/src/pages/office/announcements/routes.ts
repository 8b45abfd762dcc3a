import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/announcements',
    name: 'announcements',
    component: () => import('./list.vue'),
    meta: { title: '公告', line: 'system', order: 40, permission: 'office.announce' },
  },
] satisfies PageRoute[]
