import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/repayments',
    name: 'recovery-repayments',
    component: () => import('./list.vue'),
    meta: { title: '还款', line: 'recovery', order: 50, permission: 'payment.see' },
  },
] satisfies PageRoute[]
