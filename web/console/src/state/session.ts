import type { Answer } from '@client/client'
import { Refusal } from '@client/refusal'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Permission } from './menu'
import { api, onRefused, onSessionGone } from './api'

export type Me = Answer<'/api/access/me'>

/** Who is signed in, as whom, and what that membership may do. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  const asked = ref(false)
  /** Why the session ended, while the dialog to sign in again is open. */
  const ended = shallowRef<Refusal | null>(null)
  let waiting: ((signedIn: boolean) => void)[] = []

  const signedIn = computed(() => me.value !== null)
  const mustChangePassword = computed(() => me.value?.account.must_change_password ?? false)
  const deeds = computed(() => new Set(me.value?.permissions ?? []))

  /** Whether this membership may: with several permissions, any one of them. */
  function may(permission: Permission | undefined): boolean {
    if (!permission || deeds.value.has('*')) return true
    return [permission].flat().some((one) => deeds.value.has(one))
  }

  /** Ask who we are; nobody is an answer too. */
  async function load(): Promise<void> {
    try {
      me.value = await api.send<Me>('get', '/api/access/me', { quiet: true })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error
      me.value = null
    } finally {
      asked.value = true
    }
  }

  async function signIn(username: string, password: string): Promise<void> {
    await api.send('post', '/api/access/sign-in', { body: { username, password }, quiet: true })
    await entered()
  }

  /** Sign in by a mobile number and the code sent to it. */
  async function signInByCode(mobile: string, code: string): Promise<void> {
    await api.send('post', '/api/access/sign-in/code', { body: { mobile, code }, quiet: true })
    await entered()
  }

  /** Sign in this browser after a phone confirmed the QR it shows. */
  async function signInByScan(): Promise<void> {
    await api.send('post', '/api/access/scan/enter', { quiet: true })
    await entered()
  }

  async function entered(): Promise<void> {
    await load()
    const sameCase = ended.value !== null
    ended.value = null
    for (const resolve of waiting) resolve(sameCase)
    waiting = []
  }

  async function signOut(): Promise<void> {
    await api.send('post', '/api/access/sign-out', { quiet: true })
    me.value = null
  }

  async function switchTo(membership: number): Promise<void> {
    await api.post('/api/access/switch', { body: { membership } })
    await load()
  }

  async function changePassword(old: string, fresh: string): Promise<void> {
    await api.post('/api/access/password', { body: { old, new: fresh } })
    await load()
  }

  /** Give up on signing in again: what waited fails with the refusal it met. */
  function abandon(): void {
    ended.value = null
    me.value = null
    for (const resolve of waiting) resolve(false)
    waiting = []
  }

  // A password can fall due in the middle of a day; the frame then leads to the page that changes it.
  onRefused(({ code }) => {
    if (code !== 'access.password_due' || !me.value) return
    me.value = { ...me.value, account: { ...me.value.account, must_change_password: true } }
  })

  onSessionGone((refusal) => {
    if (!me.value) return Promise.resolve(false)
    ended.value = refusal
    return new Promise((resolve) => waiting.push(resolve))
  })

  return {
    me,
    asked,
    ended,
    signedIn,
    mustChangePassword,
    may,
    load,
    signIn,
    signInByCode,
    signInByScan,
    signOut,
    switchTo,
    changePassword,
    abandon,
  }
})
