import { onScopeDispose } from 'vue'
import { useLive } from './live'

/** Read again, once for what happens close together, when something happened on a case that is shown. */
export function useCaseEvents(shows: (caseId: number) => boolean, read: () => unknown, wait = 400): void {
  let told: ReturnType<typeof setTimeout> | undefined
  useLive<{ id?: number }>('case', ({ id }) => {
    if (id === undefined || !shows(id)) return
    clearTimeout(told)
    told = setTimeout(() => void read(), wait)
  })
  onScopeDispose(() => clearTimeout(told))
}
