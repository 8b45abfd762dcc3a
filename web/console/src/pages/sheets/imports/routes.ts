import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/recovery/imports',
    name: 'imports',
    component: () => import('./list.vue'),
    meta: { title: '导入', line: 'recovery', order: 28, permission: 'sheets.handle' },
  },
] satisfies PageRoute[]
