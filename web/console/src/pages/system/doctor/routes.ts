import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/doctor',
    name: 'doctor',
    component: () => import('./page.vue'),
    meta: { title: '系统状态', line: 'system', order: 70, permission: 'access.system_see' },
  },
] satisfies PageRoute[]
