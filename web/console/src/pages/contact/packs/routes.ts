import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/contact/packs',
    name: 'contact-packs',
    component: () => import('./page.vue'),
    meta: { title: '联系规则', line: 'resources', order: 32, permission: 'contact.rules_manage' },
  },
] satisfies PageRoute[]
