import { ref, shallowRef } from 'vue'

/** One write at a time, its refusal kept for showing in place: `if (await send(() => api.post(…)))`. */
export function useSend() {
  const busy = ref(false)
  const error = shallowRef<unknown>(null)

  async function send(write: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    error.value = null
    try {
      await write()
      return true
    } catch (refused) {
      error.value = refused
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, error, send }
}
