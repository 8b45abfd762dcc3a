import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/rooms',
    name: 'rooms',
    component: () => import('./page.vue'),
    meta: { title: '调解室', line: 'mediation', order: 40, permission: 'bookings.see' },
  },
] satisfies PageRoute[]
