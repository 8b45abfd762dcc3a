/** The picture of a licence an enterprise shows of itself. */

import { headers, refusalOf, urlOf } from './request'
import { compressed, type Picked } from './uploads'

export const LICENCE = '/files/licence'

export async function sendLicence(picked: Picked): Promise<void> {
  const small = await compressed(picked)
  return new Promise((resolve, reject) => {
    uni.uploadFile({
      url: urlOf(LICENCE),
      header: headers('POST'),
      // #ifdef H5
      // In a list: a single file without a path is sent and told as failed at once.
      files: [{ name: 'file', file: new File([small.file as Blob], small.name, { type: (small.file as Blob).type }) }],
      // #endif
      // #ifndef H5
      name: 'file',
      filePath: small.path,
      // #endif
      success: ({ statusCode, data }) => {
        if (statusCode >= 200 && statusCode < 300) return resolve()
        let body: unknown = null
        try {
          body = JSON.parse(data)
        } catch {
          // No answer of ours: told as unexpected.
        }
        reject(refusalOf(statusCode, body))
      },
      fail: () => reject({ code: 'offline', message: '网络不通，执照没有上传。请检查网络后重试。', facts: {} }),
    })
  })
}
