import { ref } from 'vue'

const KEY = 'anjie:locked'

/** Whether the screen is locked; it stays so through a reload. */
export const locked = ref(sessionStorage.getItem(KEY) === 'yes')

export function lock(): void {
  sessionStorage.setItem(KEY, 'yes')
  locked.value = true
}

export function unlock(): void {
  sessionStorage.removeItem(KEY)
  locked.value = false
}
