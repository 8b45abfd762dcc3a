import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** The console's menu is divided by line. */
export const LINES = [
  { code: 'home', label: '首页' },
  { code: 'recovery', label: '催收' },
  { code: 'mediation', label: '调解' },
  { code: 'reports', label: '报表' },
  { code: 'resources', label: '资源' },
  { code: 'system', label: '系统' },
] as const

export type Line = (typeof LINES)[number]['code']

/** What a page needs: a permission, or any one of several. */
export type Permission = string | string[]

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    /** Where the menu shows it; without a line it is reachable but not in the menu. */
    line?: Line
    order?: number
    permission?: Permission
    keep?: boolean
    /** Shown without menu and tabs: sign-in, big screen. */
    bare?: boolean
    /** Reachable without being signed in. */
    open?: boolean
  }
}

export interface PageRoute {
  path: string
  name: string
  component: () => Promise<{ default: Component }>
  props?: boolean
  meta: {
    title: string
    line?: Line
    order?: number
    permission?: Permission
    keep?: boolean
    bare?: boolean
    open?: boolean
  }
}

export interface MenuEntry {
  path: string
  title: string
  order: number
}

export interface MenuGroup {
  code: Line
  label: string
  entries: MenuEntry[]
}

/** What makes somebody one of a line: who looks up, assigns or exports serves whichever line he is of. */
const OF_LINE: Partial<Record<Line, string[]>> = {
  recovery: [
    'work.record',
    'work.records_see',
    'payment.see',
    'payment.enter',
    'payment.verify',
    'placement.batches_see',
    'placement.import',
    'placement.update',
    'term.due_see',
    'quality.complaints_see',
  ],
  mediation: [
    'application.enter',
    'review.decide',
    'consent.record',
    'filing.decide',
    'mediator.assign',
    'session.mediate',
    'archive.final_review',
  ],
}

/** Whether a line is somebody's business: he is of it, or of none. */
function concerns(code: Line, may: (permission: Permission | undefined) => boolean): boolean {
  const own = OF_LINE[code]
  return !own || may(own) || !Object.values(OF_LINE).some((deeds) => may(deeds))
}

/** What the menu shows to somebody who may do what `may` says: by line, then by order. */
export function menuOf(
  routes: readonly (PageRoute | RouteRecordRaw)[],
  may: (permission: Permission | undefined) => boolean,
): MenuGroup[] {
  const groups = LINES.map(({ code, label }) => {
    if (!concerns(code, may)) return { code, label, entries: [] }
    const entries = routes
      .filter(({ meta }) => meta?.line === code && may(meta.permission))
      .map(({ path, meta }) => ({ path, title: meta?.title ?? path, order: meta?.order ?? 100 }))
      .sort((a, b) => a.order - b.order)
    return { code, label, entries }
  })
  return groups.filter(({ entries }) => entries.length > 0)
}
