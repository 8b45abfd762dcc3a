import { ref, shallowRef } from 'vue'
import { api } from '@/state/api'
import type { Plan, Wish } from './modes'

/** One plan at a time: preview, correct, commit; a later wish wins over an earlier answer. */
export function usePlan() {
  const plan = shallowRef<Plan | null>(null)
  const busy = ref(false)
  const error = ref<unknown>(null)
  /** Raised with every answer, so that lists of the plan's cases ask again. */
  const version = ref(0)
  let asked = 0

  async function take(work: () => Promise<Plan>): Promise<boolean> {
    const mine = ++asked
    busy.value = true
    error.value = null
    try {
      const made = await work()
      if (mine !== asked) return false
      plan.value = made
      version.value += 1
      return true
    } catch (refused) {
      if (mine === asked) error.value = refused
      return false
    } finally {
      if (mine === asked) busy.value = false
    }
  }

  const preview = (wish: Wish) => take(() => api.post('/api/recovery/assignment/plans', { body: wish }))

  const correct = (caseIds: number[], to: number, alone: boolean) =>
    take(() =>
      api.patch('/api/recovery/assignment/plans/{plan_id}/lines', {
        path: { plan_id: plan.value!.id },
        body: { case_ids: caseIds, to, alone },
      }),
    )

  const commit = () =>
    take(() =>
      api.post('/api/recovery/assignment/plans/{plan_id}/commit', { path: { plan_id: plan.value!.id } }),
    )

  function forget(): void {
    asked += 1
    plan.value = null
    error.value = null
    busy.value = false
  }

  return { plan, busy, error, version, preview, correct, commit, forget }
}
