import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/notice-templates',
    name: 'notice-templates',
    component: () => import('./page.vue'),
    meta: { title: '通知模板', line: 'system', order: 61, permission: 'notices.log_see' },
  },
] satisfies PageRoute[]
