import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/layouts',
    name: 'sheets-layouts',
    component: () => import('./page.vue'),
    meta: { title: '委托方版式', line: 'resources', order: 24, permission: 'sheets.layouts_manage' },
  },
] satisfies PageRoute[]
