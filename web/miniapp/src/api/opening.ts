/** Opens a file behind the session: pictures in a viewer, documents by the phone. */

import { headers, urlOf } from './request'
import type { CaseFile } from './uploads'

/** Empty when it opened, else what to tell. */
export function openFile(path: string, file: Pick<CaseFile, 'kind' | 'name'>): Promise<string> {
  return new Promise((resolve) => {
    uni.downloadFile({
      url: urlOf(path),
      header: headers(),
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode !== 200) return resolve('文件暂时打不开。请返回后重试。')
        show(tempFilePath, file)
        resolve('')
      },
      fail: () => resolve('网络不通，文件没有打开。请检查网络后重试。'),
    })
  })
}

function show(local: string, file: Pick<CaseFile, 'kind' | 'name'>): void {
  if (file.kind === 'picture') {
    uni.previewImage({ urls: [local] })
    return
  }
  // #ifdef H5
  const link = document.createElement('a')
  link.href = local
  link.download = file.name
  link.click()
  // #endif
  // #ifndef H5
  uni.openDocument({ filePath: local, showMenu: true, fail: () => uni.showToast({ title: '手机上没有能打开它的应用', icon: 'none' }) })
  // #endif
}
