/** A phone for the logic under test: storage, pages and a network that answers as it is told. */

import { vi } from 'vitest'

export interface Sent {
  method: string
  path: string
  data: unknown
  header: Record<string, string>
}

type Answer = { status: number; body: unknown } | 'offline'

export class Phone {
  storage = new Map<string, unknown>()
  sent: Sent[] = []
  opened: string[] = []
  private answers: Answer[] = []
  private heard = new Map<string, Set<(...told: never[]) => void>>()

  constructor() {
    vi.stubGlobal('uni', {
      getStorageSync: (key: string) => structuredClone(this.storage.get(key) ?? ''),
      setStorageSync: (key: string, value: unknown) => this.storage.set(key, structuredClone(value)),
      removeStorageSync: (key: string) => this.storage.delete(key),
      navigateTo: ({ url }: { url: string }) => this.opened.push(url),
      $on: (name: string, hear: never) => this.listeners(name).add(hear),
      $off: (name: string, hear: never) => this.listeners(name).delete(hear),
      $emit: (name: string, ...told: never[]) => [...this.listeners(name)].forEach((hear) => hear(...told)),
      request: (asked: {
        url: string
        method: string
        data: unknown
        header: Record<string, string>
        success: (got: { statusCode: number; data: unknown }) => void
        fail: () => void
      }) => {
        const path = asked.url.replace(/^\/api/, '')
        const method = asked.header['X-HTTP-Method-Override'] ?? asked.method
        this.sent.push({ method, path, data: structuredClone(asked.data), header: asked.header })
        const answer = this.answers.shift()
        if (!answer) throw new Error(`nobody told what to answer to ${method} ${path}`)
        if (answer === 'offline') asked.fail()
        else asked.success({ statusCode: answer.status, data: answer.body })
      },
    })
  }

  private listeners(name: string) {
    const found = this.heard.get(name) ?? new Set()
    this.heard.set(name, found)
    return found
  }

  answer(...answers: Answer[]) {
    this.answers.push(...answers)
  }

  ok(body: unknown = {}) {
    this.answers.push({ status: 200, body })
  }

  get asked(): string[] {
    return this.sent.map(({ method, path }) => `${method} ${path}`)
  }
}

/** An account signed in on the phone. */
export function signedIn(account = 7) {
  uni.setStorageSync('anjie.session', `key-${account}`)
  uni.setStorageSync('anjie.account', account)
}
