import type { ObjectDirective } from 'vue'

/**
 * `v-focus` on an input that appears under the hands: browsers heed `autofocus` only while a page loads. Later than
 * a dialog's own first focus, which goes to the dialog.
 */
export const vFocus: ObjectDirective<HTMLElement> = {
  mounted(element) {
    const field = element.matches('input, textarea')
      ? element
      : element.querySelector<HTMLElement>('input, textarea')
    setTimeout(() => field?.focus(), 30)
  },
}
