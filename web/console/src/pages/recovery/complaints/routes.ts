import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/complaints',
    name: 'recovery-complaints',
    component: () => import('./list.vue'),
    meta: { title: '投诉', line: 'recovery', order: 88, permission: 'quality.complaints_see' },
  },
  {
    path: '/recovery/complaints/:id',
    name: 'recovery-complaint',
    component: () => import('./detail.vue'),
    props: true,
    meta: { title: '投诉', permission: 'quality.complaints_see' },
  },
] satisfies PageRoute[]
