import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/organisations',
    name: 'organisations',
    component: () => import('./list.vue'),
    meta: { title: '组织与委托方', line: 'system', order: 30, permission: 'access.organisations_see' },
  },
] satisfies PageRoute[]
