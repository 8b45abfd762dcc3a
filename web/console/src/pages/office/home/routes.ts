import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/home',
    name: 'home',
    component: () => import('./page.vue'),
    meta: { title: '首页', line: 'home', order: 1 },
  },
] satisfies PageRoute[]
