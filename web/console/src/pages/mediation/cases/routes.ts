import type { PageRoute } from '@/state/menu'
import { WORKS_DISPUTES } from '../words'

export default [
  {
    path: '/mediation/cases',
    name: 'mediation-cases',
    component: () => import('./list.vue'),
    meta: { title: '案件', line: 'mediation', order: 10, permission: WORKS_DISPUTES },
  },
] satisfies PageRoute[]
