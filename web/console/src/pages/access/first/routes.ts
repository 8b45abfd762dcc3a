import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/first',
    name: 'first',
    component: () => import('./page.vue'),
    meta: { title: '建立首位管理员', bare: true, open: true },
  },
] satisfies PageRoute[]
