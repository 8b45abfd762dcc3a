import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/consent',
    name: 'mediation-consent',
    component: () => import('./page.vue'),
    meta: { title: '意愿', line: 'mediation', order: 14, permission: 'consent.record' },
  },
] satisfies PageRoute[]
