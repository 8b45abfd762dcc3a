import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/claims',
    name: 'recovery-claims',
    component: () => import('./list.vue'),
    meta: { title: '待对账（CP）', line: 'recovery', order: 52, permission: 'payment.see' },
  },
] satisfies PageRoute[]
