import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/reconciliations',
    name: 'recovery-reconciliations',
    component: () => import('./list.vue'),
    meta: { title: '对账', line: 'recovery', order: 54, permission: 'payment.reconcile' },
  },
  {
    path: '/recovery/reconciliations/:id',
    name: 'recovery-reconciliation',
    component: () => import('./detail.vue'),
    props: true,
    meta: { title: '对账', permission: 'payment.reconcile' },
  },
] satisfies PageRoute[]
