/** One small client over uni.request: the session key as bearer, refusals as the server words them. */

import { accountId, dropSession, sessionKey, signInAgain } from './session'

// On the phone site the API is on the same host; a mini-program names its host at build time.
const BASE = (import.meta as unknown as { env: Record<string, string | undefined> }).env.VITE_API_BASE ?? ''
const SECONDS = 20

export interface Refusal {
  code: string
  message: string
  facts: Record<string, unknown>
}

export type Method = 'GET' | 'POST' | 'PATCH'

export const OFFLINE: Refusal = {
  code: 'offline',
  message: '网络不通。请检查网络后重试。',
  facts: {},
}

const ENDED: Refusal = { code: 'access.signed_out', message: '请先登录。', facts: {} }

interface Asked {
  method: Method
  path: string
  data?: object | ArrayBuffer
}

interface Answer {
  status: number
  body: unknown
}

export function urlOf(path: string): string {
  return `${BASE}/api${path}`
}

export function headers(method: Method = 'GET'): Record<string, string> {
  const key = sessionKey()
  return {
    'X-Anjie-Face': 'miniapp',
    // A mini-program has no PATCH.
    ...(method === 'PATCH' ? { 'X-HTTP-Method-Override': 'PATCH' } : {}),
    ...(key ? { Authorization: `Bearer ${key}` } : {}),
  }
}

/** Any answer as the refusal a page shows. */
export function refusalOf(status: number, body: unknown): Refusal {
  const told = (body ?? {}) as Partial<Refusal>
  if (told.code && told.message) return { code: told.code, message: told.message, facts: told.facts ?? {} }
  const message = status === 413 ? '内容太大，无法提交。请减少后重试。' : '系统暂时无法处理，请稍后重试。'
  return { code: 'unexpected', message, facts: {} }
}

function send({ method, path, data }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: urlOf(path),
      method: method === 'GET' ? 'GET' : 'POST',
      data,
      timeout: SECONDS * 1000,
      header: {
        ...headers(method),
        ...(data instanceof ArrayBuffer ? { 'content-type': 'application/octet-stream' } : {}),
      },
      success: ({ statusCode, data: body }) => {
        // No answer of ours: a network that shows its own page, or none at all.
        if (!statusCode) reject(OFFLINE)
        else resolve({ status: statusCode, body })
      },
      fail: () => reject(OFFLINE),
    })
  })
}

/** Asks the server as whoever is signed in; where nobody is any more, he signs in again and it is asked once more. */
export async function request<T>(method: Method, path: string, data?: object | ArrayBuffer): Promise<T> {
  let answer: Answer = sessionKey()
    ? await send({ method, path, data })
    : { status: 401, body: ENDED }
  if (answer.status === 401) {
    const refusal = refusalOf(answer.status, answer.body)
    dropSession()
    if (!(await signInAgain(refusal.message))) throw refusal
    answer = await send({ method, path, data })
  }
  if (answer.status >= 200 && answer.status < 300) return answer.body as T
  throw refusalOf(answer.status, answer.body)
}

/** Asks what is open to those who are not signed in. */
export async function knock<T>(method: Method, path: string, data?: object): Promise<T> {
  const { status, body } = await send({ method, path, data })
  if (status >= 200 && status < 300) return body as T
  throw refusalOf(status, body)
}

/** A picture that is open to those who are not signed in, as an address a page can show. */
export function knockPicture(path: string, data: object): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: urlOf(path),
      method: 'POST',
      data,
      responseType: 'arraybuffer',
      timeout: SECONDS * 1000,
      header: headers('POST'),
      success: ({ statusCode, data: body }) => {
        if (!statusCode) return reject(OFFLINE)
        if (statusCode >= 200 && statusCode < 300) {
          return resolve(`data:image/png;base64,${uni.arrayBufferToBase64(body as ArrayBuffer)}`)
        }
        reject(refusalOf(statusCode, toldIn(body as ArrayBuffer)))
      },
      fail: () => reject(OFFLINE),
    })
  })
}

/** The refusal in an answer that was asked for as bytes. */
function toldIn(body: ArrayBuffer): unknown {
  try {
    const bytes = Array.from(new Uint8Array(body), (one) => `%${one.toString(16).padStart(2, '0')}`).join('')
    return JSON.parse(decodeURIComponent(bytes))
  } catch {
    return null
  }
}

/** Keeps what the server said for when it cannot be asked. */
export function remember(path: string, said: unknown): void {
  uni.setStorageSync(`anjie.said.${accountId()}.${path}`, said)
}

/** Drops what was kept of it. */
export function forget(path: string): void {
  uni.removeStorageSync(`anjie.said.${accountId()}.${path}`)
}

/** What the server says, or said last time where it cannot be asked now. */
export async function remembered<T>(path: string): Promise<T> {
  try {
    const said = await request<T>('GET', path)
    remember(path, said)
    return said
  } catch (error) {
    const kept = uni.getStorageSync(`anjie.said.${accountId()}.${path}`)
    if ((error as Refusal).code === 'offline' && kept) return kept as T
    throw error
  }
}
