/** What only WeChat can do; elsewhere these say so by an empty answer. */

import { request } from './request'

/** The code of `wx.login`, good once for five minutes; empty outside WeChat. */
export function loginCode(): Promise<string> {
  return new Promise((resolve) => {
    // #ifdef MP-WEIXIN
    uni.login({ provider: 'weixin', success: ({ code }) => resolve(code), fail: () => resolve('') })
    // #endif
    // #ifndef MP-WEIXIN
    resolve('')
    // #endif
  })
}

/** WeChat takes no more than three templates at once. */
const AT_ONCE = 3

/** The vendor's ids among the answers of `wx.requestSubscribeMessage` that were accepted. */
export function accepted(answers: Record<string, unknown>): string[] {
  return Object.keys(answers).filter((id) => id !== 'errMsg' && String(answers[id]).startsWith('accept'))
}

/** Asks whether WeChat may tell of what happens next; call it from a tap. */
export async function askToTell(): Promise<void> {
  // #ifdef MP-WEIXIN
  const wanted = await request<{ wechat_id: string }[]>('GET', '/notices/wanted').catch(() => [])
  const ids = wanted.slice(0, AT_ONCE).map((one) => one.wechat_id)
  if (!ids.length) return
  const answers = await new Promise<Record<string, unknown>>((resolve) => {
    uni.requestSubscribeMessage({
      tmplIds: ids,
      success: (said) => resolve(said as unknown as Record<string, unknown>),
      fail: () => resolve({}),
    })
  })
  const yes = accepted(answers)
  if (yes.length) await request('POST', '/notices/consent', { accepted: yes }).catch(() => undefined)
  // #endif
}
