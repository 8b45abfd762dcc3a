import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/archive',
    name: 'mediation-archive',
    component: () => import('./page.vue'),
    meta: {
      title: '归档审核',
      line: 'mediation',
      order: 22,
      permission: ['archive.first_review', 'archive.final_review', 'archive.submit'],
    },
  },
] satisfies PageRoute[]
