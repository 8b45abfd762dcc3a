import { onScopeDispose } from 'vue'
import { useLive } from './live'

/** Read again, once for what happens close together, when something happened on a case that is shown. */
export function useCaseEvents(shows: (caseId: number) => boolean, read: () => unknown, wait = 400): void {
  let told: ReturnType<typeof setTimeout> | undefined
  useLive<{ topic?: string }>('case', ({ topic }) => {
    if (!shows(Number(topic?.split(':')[1]))) return
    clearTimeout(told)
    told = setTimeout(() => void read(), wait)
  })
  onScopeDispose(() => clearTimeout(told))
}
