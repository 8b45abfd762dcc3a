import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/archived',
    name: 'mediation-archived',
    component: () => import('./list.vue'),
    meta: { title: '档案', line: 'mediation', order: 24, permission: 'archive.see' },
  },
] satisfies PageRoute[]
