import {
  getCurrentInstance,
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  onMounted,
  shallowReactive,
} from 'vue'

export interface Shortcut {
  /** `j`, `?`, `ctrl+k`, `ctrl+enter`, `escape`, `1`. */
  key: string
  label: string
  group: string
  run: (event: KeyboardEvent) => void
  /** Also while typing in a field. Keys with ctrl always are. */
  whileTyping?: boolean
  /** Whether it does anything right now. */
  live?: () => boolean
  /** Also while a dialog lies over the page. */
  overDialogs?: boolean
  /** The dialog it was declared in; known by itself. */
  layer?: () => Element | null
}

/** The keys that work at this moment, newest last; the help lists exactly these. */
export const shortcuts = shallowReactive(new Set<Shortcut>())

/** `ctrl+k` for a keyboard event; shift is only told for named keys. */
export function keyOf(event: KeyboardEvent): string {
  const named = event.key.length > 1
  const words = []
  if (event.ctrlKey || event.metaKey) words.push('ctrl')
  if (event.altKey) words.push('alt')
  if (event.shiftKey && named) words.push('shift')
  words.push(event.key.toLowerCase())
  return words.join('+')
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Enter and space belong to the button or link they stand on. */
function pressing(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false
  return event.target instanceof Element && event.target.closest('button, a, [role="button"]') !== null
}

const LAYERS = '.el-overlay:not([class*="-leave-active"]), body > [aria-modal="true"]'

/** The dialog, drawer or lock that lies on top of the page, if any. */
function topLayer(): Element | null {
  const height = (layer: Element) => Number(getComputedStyle(layer).zIndex) || 0
  const shown = [...document.querySelectorAll(LAYERS)].filter(
    (layer) => getComputedStyle(layer).display !== 'none',
  )
  return shown.sort((a, b) => height(a) - height(b)).at(-1) ?? null
}

/** Those that would do something now: keys belong to what lies on top, nothing happens behind it. */
export function liveShortcuts(among: Iterable<Shortcut> = shortcuts): Shortcut[] {
  const top = topLayer()
  return [...among].filter(
    ({ live, layer, overDialogs }) => (live?.() ?? true) && (overDialogs || (layer?.() ?? null) === top),
  )
}

/** The shortcut this event means: the latest registered wins. */
export function shortcutFor(
  event: KeyboardEvent,
  among: Iterable<Shortcut> = shortcuts,
): Shortcut | undefined {
  if (event.isComposing || event.defaultPrevented || pressing(event)) return undefined
  const key = keyOf(event)
  const fits = (shortcut: Shortcut) =>
    shortcut.key === key && (!typing(event.target) || shortcut.whileTyping || key.includes('ctrl+'))
  return liveShortcuts(among).filter(fits).at(-1)
}

function listen(event: KeyboardEvent): void {
  const shortcut = shortcutFor(event)
  if (!shortcut) return
  event.preventDefault()
  shortcut.run(event)
}

/** Start listening; called once by the frame. */
export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

/** Keys that live as long as the component that declares them is on the screen. */
export function useShortcuts(list: Shortcut[]): void {
  const instance = getCurrentInstance()
  // A component that is only a dialog has a mere mark where it was declared; what holds the mark counts.
  const layer = () => (instance?.proxy?.$el as Node | null)?.parentElement?.closest(LAYERS) ?? null
  const own = list.map((shortcut) => ({ layer, ...shortcut }))
  const add = () => own.forEach((shortcut) => shortcuts.add(shortcut))
  const drop = () => own.forEach((shortcut) => shortcuts.delete(shortcut))
  onMounted(add)
  onActivated(add)
  onDeactivated(drop)
  onBeforeUnmount(drop)
}
