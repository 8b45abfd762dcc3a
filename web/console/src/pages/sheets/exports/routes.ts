import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/exports',
    name: 'exports',
    component: () => import('./list.vue'),
    meta: { title: '导出记录', line: 'resources', order: 20, permission: 'desk.export' },
  },
] satisfies PageRoute[]
