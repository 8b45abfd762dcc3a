import type { Incoming, Transport } from './client'
import { Offline, isAborted } from './refusal'

/** The value of Django's CSRF cookie, read anew each time because signing in changes it. */
export function csrfToken(cookies: string = document.cookie): string {
  const found = cookies.split('; ').find((part) => part.startsWith('csrftoken='))
  return found ? decodeURIComponent(found.slice('csrftoken='.length)) : ''
}

function parsed(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function headersFor(method: string, json: boolean): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (json) headers['Content-Type'] = 'application/json'
  if (method !== 'GET') headers['X-CSRFToken'] = csrfToken()
  return headers
}

/** A page that was served without the cookie asks for it once, before its first write. */
async function ensureCsrf(method: string): Promise<void> {
  if (method === 'GET' || csrfToken()) return
  try {
    await fetch('/api/access/csrf', { credentials: 'same-origin' })
  } catch {
    throw new Offline()
  }
}

/** Session cookie and CSRF header over the browser's fetch. */
export const fetchTransport: Transport = async ({ method, url, body, signal }) => {
  await ensureCsrf(method)
  const form = body instanceof FormData
  const init: RequestInit = {
    method,
    headers: headersFor(method, body !== undefined && !form),
    credentials: 'same-origin',
  }
  if (body !== undefined) init.body = form ? body : JSON.stringify(body)
  if (signal) init.signal = signal
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (error) {
    if (isAborted(error)) throw error
    throw new Offline()
  }
  return {
    status: response.status,
    body: parsed(await response.text()),
    reference: response.headers.get('X-Request-ID') ?? '',
  }
}

/** Like the transport, for a file: fetch cannot tell how much has gone out, so this one uses XMLHttpRequest. */
export function uploadTransport(onProgress: (sent: number, total: number) => void): Transport {
  return ({ method, url, body, signal }) =>
    new Promise<Incoming>((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, url)
      for (const [name, value] of Object.entries(headersFor(method, false))) {
        request.setRequestHeader(name, value)
      }
      request.upload.onprogress = (event) => onProgress(event.loaded, event.total)
      request.onerror = () => reject(new Offline())
      request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
      request.onload = () =>
        resolve({
          status: request.status,
          body: parsed(request.responseText),
          reference: request.getResponseHeader('X-Request-ID') ?? '',
        })
      signal?.addEventListener('abort', () => request.abort(), { once: true })
      request.send(body as FormData)
    })
}
