import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/look-up',
    name: 'look-up',
    component: () => import('./page.vue'),
    meta: { title: '来电查询', line: 'recovery', order: 64, permission: 'desk.look_up' },
  },
] satisfies PageRoute[]
