import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/system/enterprises',
    name: 'enterprises',
    component: () => import('./list.vue'),
    meta: { title: '企业用户', line: 'system', order: 14, permission: 'people.enterprises_see' },
  },
] satisfies PageRoute[]
