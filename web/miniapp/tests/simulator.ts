/**
 * The mini-program as it is built, in the simulator of WeChat's components: what a phone runs, without WeChat's tools.
 *
 * `opened` shows a page and answers what it asks of the server. It cannot be tapped: the simulator does not know handlers
 * whose names are data, as those of a build by uni-app are; taps are tried on the phone site, in a browser.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const load = createRequire(import.meta.url)
// Beside our package.json its modules would be taken for another kind.
const BUILT = mkdtempSync(join(tmpdir(), 'anjie-mp-'))
cpSync(join(import.meta.dirname, '../dist/build/mp-weixin'), BUILT, { recursive: true })
afterAll(() => rmSync(BUILT, { recursive: true }))

const simulate = load('miniprogram-simulate')
const component = (globalThis as unknown as { Component: (options: object) => void }).Component

/** Every page of the build, those of its subpackages too. */
export function pages(): string[] {
  const app = JSON.parse(readFileSync(join(BUILT, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))]
}

type Answers = Record<string, [status: number, body: unknown]>
interface Asked {
  url: string
  success: (got: { statusCode: number; data: unknown; header: object }) => void
}

/** What of WeChat's own environment the built code asks for and the simulator does not bring. */
function phone(answers: Answers): { asked: string[] } {
  const told = { asked: [] as string[] }
  const world = globalThis as Record<string, unknown>
  let app: Record<string, unknown> = {}
  world.App = (options: object) => (app = { globalData: {}, ...options })
  world.getApp = () => app
  world.getCurrentPages = () => []
  world.Component = component
  world.Page = (options: object) => (world.Component as (options: object) => void)(options)
  const kept = new Map<string, unknown>([
    ['anjie.session', 'key'],
    ['anjie.account', 7],
  ])
  Object.assign(world.wx as object, {
    canIUse: () => true,
    getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844 }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.5.0', language: 'zh_CN' }),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
    stopPullDownRefresh: () => undefined,
    request: ({ url, success }: Asked) => {
      const path = url.slice(url.indexOf('/api/') + 4)
      told.asked.push(path)
      const [statusCode, data] = answers[path] ?? [404, { code: 'not_found', message: '没有找到' }]
      setTimeout(() => success({ statusCode, data, header: {} }))
      return { abort: () => undefined }
    },
  })
  return told
}

/** Open a built page (`party/cases`) and wait until what it asked for is answered. */
export async function opened(page: string, answers: Answers = {}) {
  // A page registers its components when its module is run: each page of a test runs anew.
  for (const file of Object.keys(load.cache)) if (file.startsWith(BUILT)) delete load.cache[file]
  const told = phone(answers)
  load(join(BUILT, 'app.js'))
  const shown = simulate.render(simulate.load(join(BUILT, page), { rootPath: BUILT, compiler: 'simulate' }))
  shown.attach(document.body.appendChild(document.createElement('div')))
  shown.instance.onLoad?.({ id: '7' })
  shown.instance.onShow?.()
  await simulate.sleep(30)
  return {
    ...told,
    /** What stands on the page, piece by piece. */
    read: () => pieces(shown.dom).map((one) => one.textContent?.trim() ?? ''),
  }
}

function pieces(root: Element): Node[] {
  const found: Node[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) found.push(walker.currentNode)
  return found
}
