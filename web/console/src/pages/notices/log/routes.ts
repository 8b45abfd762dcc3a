import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/notices',
    name: 'notice-log',
    component: () => import('./list.vue'),
    meta: { title: '通知记录', line: 'system', order: 60, permission: 'notices.log_see' },
  },
] satisfies PageRoute[]
