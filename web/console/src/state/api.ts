import { createClient } from '@client/client'
import { fetchTransport, uploadTransport } from '@client/fetch-transport'
import type { Refusal } from '@client/refusal'

let again: ((refusal: Refusal) => Promise<boolean>) | undefined

let hear: ((refusal: Refusal) => void) | undefined

/** Let the frame hear of every refusal. */
export function onRefused(listener: (refusal: Refusal) => void): void {
  hear = listener
}

/** Let the frame ask for a new sign-in when a request finds the session gone. */
export function onSessionGone(ask: (refusal: Refusal) => Promise<boolean>): void {
  again = ask
}

const options = {
  signInAgain: async (refusal: Refusal) => (again ? await again(refusal) : false),
  refused: (refusal: Refusal) => hear?.(refusal),
}

/** The console's one way to the server. */
export const api = createClient(fetchTransport, options)

/** Send a file, hearing how much has gone out. */
export function uploadFile<T>(
  url: string,
  file: File,
  facts: Record<string, string> = {},
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(facts)) form.append(name, value)
  form.append('file', file)
  const client = createClient(
    uploadTransport((sent, total) => onProgress(total ? sent / total : 0)),
    options,
  )
  return client.send<T>('post', url, { body: form, signal })
}

/** Send one piece of a file as the plain body, hearing how many of its bytes have gone out. */
export function sendPiece<T>(
  url: string,
  piece: Blob,
  offset: number,
  onProgress: (sent: number) => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  const client = createClient(
    uploadTransport((sent) => onProgress(sent)),
    options,
  )
  return client.send<T>('patch', url, { query: { offset }, body: piece, signal })
}
