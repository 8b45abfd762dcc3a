/** What every page about one case does alike: read it, do one thing at a time, say what was refused. */

import { onLoad, onPullDownRefresh, onShow } from '@dcloudio/uni-app'
import { ref } from 'vue'
import type { Refusal } from '../api/request'

/** A page opened with `?id=`: it reads whenever it is shown or pulled down. */
export function useCasePage(reading: (id: string) => Promise<unknown>) {
  const id = ref('')
  const refusal = ref('')
  const busy = ref(false)

  async function read() {
    if (!id.value) return
    refusal.value = ''
    try {
      await reading(id.value)
    } catch (error) {
      refusal.value = (error as Refusal).message
    } finally {
      uni.stopPullDownRefresh()
    }
  }

  /** Does one thing; a second tap meanwhile does nothing. */
  async function tryTo(deed: () => Promise<unknown>) {
    if (busy.value) return
    busy.value = true
    refusal.value = ''
    try {
      await deed()
    } catch (error) {
      refusal.value = (error as Refusal).message
    } finally {
      busy.value = false
    }
  }

  onLoad((query) => {
    id.value = query?.id ?? ''
  })
  onShow(read)
  onPullDownRefresh(read)
  return { id, refusal, busy, read, tryTo }
}
