/** One small client over uni.request: the session key as bearer, refusals as the server words them. */

const KEY = 'anjie.session'

// On the phone site the API is on the same host; a mini-program names its host at build time.
const BASE = (import.meta as unknown as { env: Record<string, string | undefined> }).env.VITE_API_BASE ?? ''

export interface Refusal {
  code: string
  message: string
}

export function sessionKey(): string {
  return uni.getStorageSync(KEY) || ''
}

export function keepSession(key: string): void {
  if (key) uni.setStorageSync(KEY, key)
  else uni.removeStorageSync(KEY)
}

type Method = 'GET' | 'POST'

export function request<T>(method: Method, path: string, data?: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const key = sessionKey()
    uni.request({
      url: `${BASE}/api${path}`,
      method,
      data,
      header: { 'X-Anjie-Face': 'miniapp', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      success: ({ statusCode, data: body }) => {
        if (statusCode >= 200 && statusCode < 300) return resolve(body as T)
        const refusal = body as Refusal
        if (statusCode === 401 && key) {
          keepSession('')
          uni.reLaunch({ url: `/pages/sign-in/sign-in?why=${encodeURIComponent(refusal.message)}` })
        }
        reject({ code: refusal.code ?? 'unexpected', message: refusal.message ?? '系统暂时无法处理，请稍后重试。' })
      },
      fail: () => reject({ code: 'offline', message: '网络不通。请检查网络后下拉重试。' }),
    })
  })
}
