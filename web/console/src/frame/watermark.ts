import { onBeforeUnmount, onMounted, watch } from 'vue'
import { timeText } from '@/foundation/dates'

const MARK = 'data-watermark'

/** A tile that says who and when, faint and slanted. */
function tile(words: string[], dark: boolean): string {
  const canvas = document.createElement('canvas')
  const ratio = window.devicePixelRatio || 1
  canvas.width = 320 * ratio
  canvas.height = 190 * ratio
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  pen.scale(ratio, ratio)
  pen.translate(160, 95)
  pen.rotate((-20 * Math.PI) / 180)
  pen.textAlign = 'center'
  pen.fillStyle = dark ? 'rgba(255,255,255,0.055)' : 'rgba(20,40,38,0.065)'
  pen.font = '14px system-ui, "Noto Sans CJK SC", sans-serif'
  words.forEach((word, line) => pen.fillText(word, 0, line * 20))
  return `url(${canvas.toDataURL()})`
}

function styleOf(image: string): string {
  return [
    'position:fixed',
    'inset:0',
    'z-index:9000',
    'display:block',
    'visibility:visible',
    'opacity:1',
    'pointer-events:none',
    'background-repeat:repeat',
    'background-size:320px 190px',
    `background-image:${image}`,
  ]
    .map((rule) => `${rule}!important`)
    .join(';')
}

/**
 * Keep a visible watermark on the page: name and minute. Removing, emptying or restyling it in the page puts it
 * back at once; it deters a photograph of the screen, it is no lock.
 */
export function useWatermark(name: () => string): void {
  let element: HTMLElement | undefined
  let style = ''
  let watching: MutationObserver | undefined
  let clock: ReturnType<typeof setInterval> | undefined
  let themes: MutationObserver | undefined

  function guard(): void {
    watching?.disconnect()
    if (!style) return
    if (!element?.isConnected) {
      element = document.createElement('div')
      element.setAttribute(MARK, '')
      element.setAttribute('aria-hidden', 'true')
      document.body.append(element)
    }
    if (element.getAttribute('style') !== style) element.setAttribute('style', style)
    for (const attribute of [...element.attributes]) {
      if (!['style', MARK, 'aria-hidden'].includes(attribute.name)) element.removeAttribute(attribute.name)
    }
    watching?.observe(document.body, { childList: true })
    watching?.observe(element, { attributes: true })
  }

  function draw(): void {
    const who = name()
    const dark = document.documentElement.classList.contains('dark')
    style = who ? styleOf(tile([who, timeText(new Date())], dark)) : ''
    if (!who) element?.remove()
    guard()
  }

  watch(name, draw)
  onMounted(() => {
    watching = new MutationObserver(guard)
    themes = new MutationObserver(draw)
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
    clock = setInterval(draw, 60_000)
    draw()
  })
  onBeforeUnmount(() => {
    watching?.disconnect()
    themes?.disconnect()
    clearInterval(clock)
    element?.remove()
  })
}
