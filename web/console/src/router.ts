import { createRouter, createWebHistory } from 'vue-router'
import { menuOf, type PageRoute } from '@/state/menu'
import { useSession } from '@/state/session'
import { useTabs } from '@/state/tabs'

const modules = import.meta.glob<{ default: PageRoute[] }>('./pages/**/routes.ts', { eager: true })

/** Every page's route, gathered from the pages' own `routes.ts`. */
export const pageRoutes: PageRoute[] = Object.values(modules).flatMap((module) => module.default)

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'start', component: () => import('@/frame/StartPage.vue') },
    ...pageRoutes,
    { path: '/:rest(.*)*', name: 'missing', component: () => import('@/frame/MissingPage.vue') },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.asked) await session.load()
  if (to.meta.open) return true
  if (!session.signedIn) {
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  if (session.mustChangePassword && to.name !== 'password') return { name: 'password' }
  if (to.meta.permission && !session.may(to.meta.permission)) {
    return { name: 'missing', params: { rest: to.path.slice(1).split('/') }, replace: true }
  }
  if (to.name === 'start') {
    const first = menuOf(pageRoutes, session.may)[0]?.entries[0]
    if (first) return { path: first.path, replace: true }
  }
  return true
})

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} · 案结` : '案结'
  if (!to.matched.some((record) => record.name === 'start' || record.name === 'missing')) useTabs().visit(to)
})
