import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

/** Run a composable inside a component on the page `path`, with everything the console installs. */
export async function within<T>(use: () => T, path = '/cases') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const empty = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/cases', component: empty },
      { path: '/other', component: empty },
    ],
  })
  await router.push(path)
  let result!: T
  const host = defineComponent({
    setup() {
      result = use()
      return () => h('div')
    },
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(host, { global: { plugins: [pinia, router, [VueQueryPlugin, { queryClient }]] } })
  return { result, router, wrapper }
}

/** Let answers arrive and the screen follow. */
export async function settle(times = 6): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0))
    await nextTick()
  }
}
