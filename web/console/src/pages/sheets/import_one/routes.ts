import type { PageRoute } from '@/state/menu'

const component = () => import('./page.vue')
const meta = { title: '导入', permission: 'sheets.handle' }

export default [
  { path: '/recovery/imports/:id', name: 'import', component, props: true, meta },
  { path: '/mediation/imports/:id', name: 'import-mediation', component, props: true, meta },
] satisfies PageRoute[]
