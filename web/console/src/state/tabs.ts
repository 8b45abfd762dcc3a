import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'

export interface Tab {
  /** The path without query: a list has one tab however it is filtered. */
  path: string
  fullPath: string
  title: string
  /** Pages may say `meta.keep = false` to be built anew each time. */
  keep: boolean
}

/** The pages a person has open. */
export const useTabs = defineStore('tabs', () => {
  const open = ref<Tab[]>([])
  /** Raised to have a kept page built anew. */
  const generation = ref<Record<string, number>>({})

  function visit(route: RouteLocationNormalized): void {
    if (!route.meta.title || route.meta.bare) return
    const known = open.value.find((tab) => tab.path === route.path)
    if (known) known.fullPath = route.fullPath
    else {
      open.value.push({
        path: route.path,
        fullPath: route.fullPath,
        title: route.meta.title,
        keep: route.meta.keep !== false,
      })
    }
  }

  /** Name the tab after what it shows (a case number), once the page knows. */
  function rename(path: string, title: string): void {
    const tab = open.value.find((one) => one.path === path)
    if (tab) tab.title = title
  }

  /** Close a tab; answers where to go when it was the one being looked at. */
  function close(path: string, current: string): string | null {
    const at = open.value.findIndex((tab) => tab.path === path)
    if (at < 0) return null
    open.value.splice(at, 1)
    if (path !== current) return null
    return (open.value[at] ?? open.value[at - 1])?.fullPath ?? '/'
  }

  function closeOthers(path: string): void {
    open.value = open.value.filter((tab) => tab.path === path)
  }

  function rebuild(path: string): void {
    generation.value = { ...generation.value, [path]: (generation.value[path] ?? 0) + 1 }
  }

  function clear(): void {
    open.value = []
  }

  return { open, generation, visit, rename, close, closeOthers, rebuild, clear }
})
