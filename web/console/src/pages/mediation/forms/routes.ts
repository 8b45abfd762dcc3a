import type { PageRoute } from '@/state/menu'

export default [
  {
    path: '/mediation/forms',
    name: 'mediation-forms',
    component: () => import('./page.vue'),
    meta: { title: '申请表单', line: 'mediation', order: 62, permission: 'application.forms_manage' },
  },
] satisfies PageRoute[]
