import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/password',
    name: 'password',
    component: () => import('./page.vue'),
    meta: { title: '修改密码', keep: false },
  },
] satisfies PageRoute[]
