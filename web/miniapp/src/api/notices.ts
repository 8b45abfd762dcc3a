/** One's own notices, and where a tap on one leads on this phone. */

import type { components } from '../../../client/schema'
import { request } from './request'
import type { Me } from './session'

export type Notice = components['schemas']['NoticeOut']

/** Where the colleague's cases are on the phone; empty for parties and for those who work on a computer only. */
export function deskOf(me: Me): string {
  if (me.membership.id === 0) return ''
  if (me.permissions.includes('session.mediate')) return '/mediator/cases'
  return me.permissions.includes('desk.cases_see') ? '/recovery/cases' : ''
}

/** The page a notice is about: a party's as the server names it, a colleague's own page of the case. */
export function pageOf(notice: Pick<Notice, 'page' | 'case_id'>, desk: string): string {
  if (notice.page) return `/${notice.page}`
  return desk && notice.case_id ? `${desk.replace(/s$/, '')}?id=${notice.case_id}` : ''
}

/** How many are unread; a page that cannot learn it shows no mark rather than a fault. */
export async function unreadNotices(): Promise<number> {
  try {
    const got = await request<components['schemas']['NoticesOut']>('GET', '/notices?unread_only=true&limit=1')
    return got.totals.unread
  } catch {
    return 0
  }
}
