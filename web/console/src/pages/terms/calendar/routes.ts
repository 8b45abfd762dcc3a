import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/calendar',
    name: 'calendar',
    component: () => import('./page.vue'),
    meta: { title: '工作日历', line: 'resources', order: 30 },
  },
] satisfies PageRoute[]
