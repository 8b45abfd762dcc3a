import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/offline',
    name: 'offline-catalogue',
    component: () => import('./page.vue'),
    meta: { title: '线下资料', line: 'mediation', order: 44, permission: 'session.records_see' },
  },
] satisfies PageRoute[]
