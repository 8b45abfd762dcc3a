import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { remembered } from './remembered'

export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  theme: Theme
  grey: boolean
  colourWeak: boolean
  fontSize: 13 | 14 | 15
  dense: boolean
  menuNarrow: boolean
  tabs: boolean
  /** Minutes without a key or pointer before the screen locks; 0 never. */
  lockAfter: number
}

const INITIAL: Preferences = {
  theme: 'light',
  grey: false,
  colourWeak: false,
  fontSize: 13,
  dense: true,
  menuNarrow: false,
  tabs: true,
  lockAfter: 0,
}

/** How this person wants the console to look; remembered on the server. */
export const usePreferences = defineStore('preferences', () => {
  const { value, reload } = remembered<Preferences>('frame', INITIAL, { wait: true })
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

  /** Whether the screen is dark now, whatever decided it. */
  const dark = ref(false)

  function apply(): void {
    const { theme, grey, colourWeak, fontSize, dense } = value.value
    const root = document.documentElement
    dark.value = theme === 'dark' || (theme === 'system' && systemDark.matches)
    root.classList.toggle('dark', dark.value)
    root.classList.toggle('grey', grey)
    root.classList.toggle('colour-weak', colourWeak)
    root.style.setProperty('--text-size', `${fontSize}px`)
    root.style.setProperty('--row-height', dense ? '36px' : '44px')
  }
  watch(value, apply, { deep: true, immediate: true })
  systemDark.addEventListener('change', apply)

  function reset(): void {
    value.value = { ...INITIAL }
  }
  return { value, dark, reset, reload }
})
