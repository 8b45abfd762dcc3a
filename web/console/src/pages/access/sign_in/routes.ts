import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./page.vue'),
    meta: { title: '登录', bare: true, open: true },
  },
] satisfies PageRoute[]
