import type { PageRoute } from '@/state/menu'

const component = () => import('./page.vue')

/** One page in both lines' menus: it finds cases of either within reach. */
export default [
  {
    path: '/recovery/look-up',
    name: 'look-up',
    component,
    meta: { title: '来电查询', line: 'recovery', order: 64, permission: 'desk.look_up' },
  },
  {
    path: '/mediation/look-up',
    name: 'look-up-mediation',
    component,
    meta: { title: '来电查询', line: 'mediation', order: 46, permission: 'desk.look_up' },
  },
] satisfies PageRoute[]
