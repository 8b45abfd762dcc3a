import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/persons',
    name: 'persons',
    component: () => import('./list.vue'),
    meta: { title: '个人用户', line: 'system', order: 12, permission: 'people.persons_see' },
  },
] satisfies PageRoute[]
