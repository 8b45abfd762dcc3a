import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/imports/:id',
    name: 'import',
    component: () => import('./page.vue'),
    props: true,
    meta: { title: '导入', permission: 'sheets.handle' },
  },
] satisfies PageRoute[]
