import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/resources/assignment-rules',
    name: 'assignment-rules',
    component: () => import('./list.vue'),
    meta: { title: '分案规则', line: 'resources', order: 20, permission: 'assignment.rules_manage' },
  },
] satisfies PageRoute[]
