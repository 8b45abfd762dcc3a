import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/trail',
    name: 'trail',
    component: () => import('./list.vue'),
    meta: { title: '操作留痕', line: 'system', order: 50, permission: 'access.trail_see' },
  },
] satisfies PageRoute[]
