/** Chooses pictures, videos and files on the phone; nothing chosen is an empty list. */

import type { Picked } from './uploads'

const AT_ONCE = 9

interface Chosen {
  path?: string
  name?: string
  size?: number
}

function picked(one: Chosen | File, place: number, ending: string): Picked {
  const path = (one as Chosen).path ?? ''
  const name = one.name || path.split('/').pop() || `材料${place + 1}.${ending}`
  return { name, size: one.size ?? 0, path, ...(typeof Blob !== 'undefined' && one instanceof Blob ? { file: one } : {}) }
}

function listed(files: unknown, ending: string): Picked[] {
  const list = (Array.isArray(files) ? files : files ? [files] : []) as (Chosen | File)[]
  return list.map((one, place) => picked(one, place, ending))
}

export function pickPictures(): Promise<Picked[]> {
  return new Promise((resolve) => {
    uni.chooseImage({ count: AT_ONCE, success: ({ tempFiles }) => resolve(listed(tempFiles, 'jpg')), fail: () => resolve([]) })
  })
}

export function pickVideo(): Promise<Picked[]> {
  return new Promise((resolve) => {
    uni.chooseVideo({
      compressed: true,
      success: ({ tempFilePath, size }) => resolve([{ name: tempFilePath.split('/').pop() || '视频.mp4', size, path: tempFilePath }]),
      fail: () => resolve([]),
    })
  })
}

export function pickFiles(): Promise<Picked[]> {
  return new Promise((resolve) => {
    // #ifdef H5
    uni.chooseFile({ count: AT_ONCE, type: 'all', success: ({ tempFiles }) => resolve(listed(tempFiles, 'pdf')), fail: () => resolve([]) })
    // #endif
    // #ifdef MP-WEIXIN
    wx.chooseMessageFile({ count: AT_ONCE, type: 'all', success: ({ tempFiles }) => resolve(listed(tempFiles, 'pdf')), fail: () => resolve([]) })
    // #endif
  })
}
