import type { Answer } from '@client/client'
import { Offline, Refusal, isAborted } from '@client/refusal'
import { api, sendPiece } from '@/state/api'

type Upload = Answer<'/api/files/uploads', 'post'>
export type CaseFile = Answer<'/api/files/cases/{case_id}'>['rows'][number]

const PREFIX = 'anjie:upload:'
const TRIES = 4

/** The same file chosen again for the same case goes on with the same upload. */
function tokenKey(caseId: number, file: File): string {
  return `${PREFIX}${caseId}:${file.name}:${file.size}:${file.lastModified}`
}

async function begin(key: string, file: File): Promise<Upload> {
  const known = localStorage.getItem(key)
  if (known) {
    try {
      return await api.get('/api/files/uploads/{token}', { path: { token: known } })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      localStorage.removeItem(key)
    }
  }
  const upload = await api.post('/api/files/uploads', {
    body: { name: file.name, size: file.size, sha256: '' },
  })
  localStorage.setItem(key, upload.token)
  return upload
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Put a file on a case piece by piece. A piece that got lost is sent again from where the server stands; after
 * giving up, choosing the same file goes on from there.
 */
export async function uploadToCase(
  caseId: number,
  file: File,
  facts: { kind: string; note: string },
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<CaseFile> {
  const key = tokenKey(caseId, file)
  let upload = await begin(key, file)
  const url = `/api/files/uploads/${upload.token}`
  let failures = 0
  while (upload.received < file.size) {
    const from = upload.received
    const piece = file.slice(from, from + upload.piece_bytes)
    try {
      upload = await sendPiece<Upload>(
        url,
        piece,
        from,
        (sent) => progress(Math.min(1, (from + sent) / file.size)),
        signal,
      )
      failures = 0
    } catch (error) {
      if (isAborted(error)) {
        localStorage.removeItem(key)
        await api.post('/api/files/uploads/{token}/cancel', { path: { token: upload.token } }).catch(() => {})
        throw error
      }
      if (!(error instanceof Offline) || ++failures >= TRIES) throw error
      await pause(1_000 * failures)
      upload = await api.get('/api/files/uploads/{token}', { path: { token: upload.token } })
    }
  }
  const done = await api.post('/api/files/uploads/{token}/finish', {
    path: { token: upload.token },
    body: { case_id: caseId, ...facts },
  })
  localStorage.removeItem(key)
  return done
}
