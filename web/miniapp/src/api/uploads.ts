/** Files of a party: made small where they are pictures, sent in pieces, gone on with after a broken line. */

import { request, type Refusal } from './request'
import type { components } from '../../../client/schema'

export type CaseFile = components['schemas']['FileOut']
type Upload = components['schemas']['UploadOut']

export interface Picked {
  name: string
  size: number
  path: string
  /** On the phone site the browser's own file. */
  file?: Blob
}

const PIECE = 512 * 1024
const TRIES = 4
export const SMALL_ENOUGH = 400 * 1024
export const LONGEST_SIDE = 2000

export function isPicture(name: string): boolean {
  return /\.(jpe?g|png|webp|heic|heif|bmp)$/i.test(name)
}

/** The size a picture is drawn at: no side longer than `LONGEST_SIDE`, never larger than it is. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const by = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.round(width * by), height: Math.round(height * by) }
}

function asJpeg(name: string): string {
  return name.replace(/\.[^.]+$/, '') + '.jpg'
}

/** A picture as it is sent: smaller where that helps, as it is where it cannot be read. */
export async function compressed(picked: Picked): Promise<Picked> {
  if (!isPicture(picked.name) || picked.size <= SMALL_ENOUGH) return picked
  // #ifdef H5
  try {
    const picture = await createImageBitmap(picked.file as Blob)
    const { width, height } = fitted(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
    if (file && file.size < picked.size) return { name: asJpeg(picked.name), size: file.size, path: '', file }
  } catch {
    return picked
  }
  // #endif
  // #ifdef MP-WEIXIN
  const small = await new Promise<string>((resolve) => {
    uni.compressImage({ src: picked.path, quality: 80, success: (made) => resolve(made.tempFilePath), fail: () => resolve('') })
  })
  const size = small ? await sizeOf(small) : 0
  if (size && size < picked.size) return { name: asJpeg(picked.name), size, path: small }
  // #endif
  return picked
}

// #ifdef MP-WEIXIN
function sizeOf(path: string): Promise<number> {
  return new Promise((resolve) => {
    uni.getFileSystemManager().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: () => resolve(0) })
  })
}
// #endif

function pieceOf(picked: Picked, from: number, length: number): Promise<ArrayBuffer> {
  // #ifdef H5
  return (picked.file as Blob).slice(from, from + length).arrayBuffer()
  // #endif
  // #ifdef MP-WEIXIN
  return new Promise((resolve, reject) => {
    uni.getFileSystemManager().readFile({
      filePath: picked.path,
      position: from,
      length,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: () => reject({ code: 'files.unreadable', message: '手机上读不到这个文件。请重新选择。', facts: {} }),
    })
  })
  // #endif
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Where a file is sent: begun, its pieces, and put on the case. */
export interface Place {
  begin: string
  pieces: (token: string) => string
  finish: (token: string) => [path: string, body: object]
}

/** A party's own case. */
function ownCase(caseId: number): Place {
  return {
    begin: `/mediation/mine/${caseId}/files`,
    pieces: (token) => `/mediation/mine/uploads/${token}`,
    finish: (token) => [`/mediation/mine/${caseId}/files/${token}/finish`, {}],
  }
}

/** A case that staff works. */
export function workedCase(caseId: number): Place {
  return {
    begin: '/files/uploads',
    pieces: (token) => `/files/uploads/${token}`,
    finish: (token) => [`/files/uploads/${token}/finish`, { case_id: caseId }],
  }
}

/** A file on its way: `resume` goes on from where the server has it. */
export class Sending {
  done = 0
  private token = ''

  constructor(
    readonly caseId: number,
    readonly picked: Picked,
    private readonly wait: (ms: number) => Promise<void> = pause,
    private readonly place: Place = ownCase(caseId),
  ) {}

  async resume(onDone: (bytes: number) => void): Promise<CaseFile> {
    const { name, size } = this.picked
    if (!this.token) {
      const begun = await request<Upload>('POST', this.place.begin, { name, size })
      this.token = begun.token
    } else {
      this.done = (await this.state()).received
    }
    let failed = 0
    while (this.done < size) {
      try {
        const piece = await pieceOf(this.picked, this.done, Math.min(PIECE, size - this.done))
        const path = `${this.place.pieces(this.token)}?offset=${this.done}`
        this.done = (await request<Upload>('PATCH', path, piece)).received
        failed = 0
      } catch (error) {
        const refusal = error as Refusal
        failed += 1
        if (failed >= TRIES || !['offline', 'files.wrong_offset'].includes(refusal.code)) throw error
        await this.wait(failed * 1500)
        this.done = await this.state().then(
          (told) => told.received,
          () => this.done,
        )
      }
      onDone(this.done)
    }
    return request<CaseFile>('POST', ...this.place.finish(this.token))
  }

  private state(): Promise<Upload> {
    return request<Upload>('GET', this.place.pieces(this.token))
  }
}
