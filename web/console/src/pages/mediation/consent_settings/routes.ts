import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/consent',
    name: 'consent-settings',
    component: () => import('./page.vue'),
    meta: { title: '意愿征询', line: 'resources', order: 34, permission: 'consent.settings' },
  },
] satisfies PageRoute[]
