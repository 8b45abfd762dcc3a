import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/assignment',
    name: 'recovery-assignment',
    component: () => import('./page.vue'),
    meta: { title: '分案', line: 'recovery', order: 32, permission: 'assignment.assign' },
  },
  {
    path: '/recovery/assignment/plans',
    name: 'recovery-assignment-plans',
    component: () => import('./plans.vue'),
    meta: { title: '分案历史', permission: 'assignment.assign' },
  },
] satisfies PageRoute[]
