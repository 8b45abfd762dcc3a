import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/materials',
    name: 'recovery-materials',
    component: () => import('./list.vue'),
    meta: { title: '资料请求', line: 'recovery', order: 46, permission: 'work.records_see' },
  },
] satisfies PageRoute[]
