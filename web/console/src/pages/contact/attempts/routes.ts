import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/contact/cases/:id/attempts',
    name: 'contact-attempts',
    component: () => import('./list.vue'),
    props: true,
    meta: { title: '联系判定' },
  },
] satisfies PageRoute[]
