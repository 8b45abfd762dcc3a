/** Who is signed in on this phone: the key it sends, the account it belongs to, and signing in again in place. */

import type { components } from '../../../client/schema'

export type Me = components['schemas']['MeOut']
export type Session = components['schemas']['SessionOut']

const KEY = 'anjie.session'
const ACCOUNT = 'anjie.account'
export const SIGN_IN = '/pages/sign-in/sign-in'
export const HOME = '/pages/home/home'
const ENTERED = 'anjie.entered'

export function sessionKey(): string {
  return uni.getStorageSync(KEY) || ''
}

/** The account that was signed in here last; drafts are kept by it. */
export function accountId(): number {
  return Number(uni.getStorageSync(ACCOUNT)) || 0
}

export function keepSession(session: Session): void {
  const before = accountId()
  uni.setStorageSync(KEY, session.key)
  uni.setStorageSync(ACCOUNT, session.me.account.id)
  uni.$emit(ENTERED, before === 0 || before === session.me.account.id)
}

export function dropSession(): void {
  uni.removeStorageSync(KEY)
}

let waiting: Promise<boolean> | null = null

/**
 * Opens the sign-in page over the one that asked, which keeps what was filled in.
 * True when the same account is signed in again; the request is then sent once more.
 */
export function signInAgain(why: string): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    const heard = (same: boolean) => {
      waiting = null
      uni.$off(ENTERED, heard)
      resolve(same)
    }
    uni.$on(ENTERED, heard)
    uni.navigateTo({
      url: `${SIGN_IN}?again=1&why=${encodeURIComponent(why)}`,
      fail: () => heard(false),
    })
  })
  return waiting
}

/** The sign-in page was left without signing in. */
export function gaveUp(): void {
  if (waiting) uni.$emit(ENTERED, false)
}

/** Leaves the sign-in page: back to who asked, or home. */
export function goOn(again: boolean, sameAccount: boolean): void {
  if (again && sameAccount && getCurrentPages().length > 1) uni.navigateBack()
  else uni.reLaunch({ url: HOME })
}
