import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
} from 'vue-router'
import { readCase } from '@/blocks/case/case'
import { menuOf, type PageRoute } from '@/state/menu'
import { useSession } from '@/state/session'
import { useTabs } from '@/state/tabs'

const MissingPage = () => import('@/frame/MissingPage.vue')
const modules = import.meta.glob<{ default: PageRoute[] }>('./pages/**/routes.ts', { eager: true })

/** Every page's route, gathered from the pages' own `routes.ts`. */
export const pageRoutes: PageRoute[] = Object.values(modules).flatMap((module) => module.default)

/** A notice knows its case by number only; each line has the page of its own cases. */
async function toItsLine(to: RouteLocationNormalized): Promise<RouteLocationRaw> {
  try {
    const { head } = await readCase(Number(to.params.id))
    return { path: `/${head.line}/cases/${head.id}`, replace: true }
  } catch {
    return { name: 'missing', params: { rest: to.path.slice(1).split('/') }, replace: true }
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'start', component: () => import('@/frame/StartPage.vue') },
    ...pageRoutes,
    { path: '/cases/:id(\\d+)', component: MissingPage, beforeEnter: toItsLine },
    { path: '/:rest(.*)*', name: 'missing', component: MissingPage },
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
