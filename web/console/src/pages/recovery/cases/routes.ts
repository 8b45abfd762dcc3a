import type { PageRoute } from '@/state/menu'

/** Who works debts, in whichever part; others see cases too, of their own line. */
const DEBTS = ['work.records_see', 'payment.see', 'placement.batches_see', 'assignment.assign']

export default [
  {
    path: '/recovery/cases',
    name: 'recovery-cases',
    component: () => import('./list.vue'),
    meta: { title: '案件', line: 'recovery', order: 20, permission: DEBTS },
  },
] satisfies PageRoute[]
