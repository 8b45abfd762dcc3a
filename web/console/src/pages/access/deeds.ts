import type { Answer } from '@client/client'
import { ElMessageBox } from 'element-plus'
import { ref } from 'vue'
import { tellDone, tellRefusal } from '@/blocks/moves/moves'
import { api } from '@/state/api'

export type AccountRow = Answer<'/api/access/accounts'>['rows'][number]

/** Somebody's account, as every list of the administration has it. */
export interface Holder {
  id: number
  name: string
  active: boolean
}

/** The first password, told once. */
export async function showPassword(name: string, password: string): Promise<void> {
  await ElMessageBox.alert(`${name} 的初始密码：${password}`, '请转告本人，首次登录须修改', {
    confirmButtonText: '我已记下',
    type: 'success',
  })
}

/** What administrators do to an account, whoever's it is; `leaving` is whose disabling is asked about. */
export function useAccountDeeds(reload: () => Promise<unknown>) {
  const leaving = ref<Holder | null>(null)

  async function reset(row: Holder): Promise<void> {
    try {
      await ElMessageBox.confirm(`重置后 ${row.name} 当前的登录会立即结束。`, '重置密码', {
        confirmButtonText: '重置',
        cancelButtonText: '取消',
      })
    } catch {
      return
    }
    try {
      const { password } = await api.post('/api/access/accounts/{account_id}/reset-password', {
        path: { account_id: row.id },
      })
      await showPassword(row.name, password)
    } catch (error) {
      tellRefusal(error)
    }
  }

  async function enable(row: Holder): Promise<void> {
    try {
      await api.post('/api/access/accounts/{account_id}/enable', { path: { account_id: row.id } })
      tellDone(`已启用 ${row.name}`)
      await reload()
    } catch (error) {
      tellRefusal(error)
    }
  }

  async function left(): Promise<void> {
    if (leaving.value) tellDone(`已停用 ${leaving.value.name}`)
    leaving.value = null
    await reload()
  }

  return { leaving, reset, enable, left }
}
