import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/pause-reasons',
    name: 'pause-reasons',
    component: () => import('./page.vue'),
    meta: { title: '暂停事由', line: 'resources', order: 31, permission: 'term.calendar_manage' },
  },
] satisfies PageRoute[]
