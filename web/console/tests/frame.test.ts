import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick } from 'vue'
import { useWatermark } from '@/frame/watermark'
import { menuOf, type PageRoute } from '@/state/menu'
import { remembered } from '@/state/remembered'
import { useSession } from '@/state/session'
import { keyOf, shortcutFor, type Shortcut } from '@/state/shortcuts'
import { useTabs } from '@/state/tabs'
import { api } from '@/state/api'
import { verdict } from '../scripts/import-floors.mjs'
import { askedFor, server } from './server'
import { settle } from './mounting'

beforeEach(() => setActivePinia(createPinia()))

const page = (path: string, meta: PageRoute['meta']): PageRoute => ({
  path,
  name: path,
  component: () => Promise.reject(new Error('not opened here')),
  meta,
})

it('the menu has only what this membership may do, by line and order', () => {
  const routes = [
    page('/recovery/cases', { title: '案件', line: 'recovery', order: 2, permission: 'desk.cases_see' }),
    page('/recovery/mine', { title: '我的案件', line: 'recovery', order: 1 }),
    page('/system/people', { title: '人员', line: 'system', permission: 'access.accounts_see' }),
    page('/cases/:id', { title: '案件' }),
  ]
  const menu = menuOf(routes, (permission) => !permission || permission === 'desk.cases_see')
  expect(menu.map(({ label, entries }) => [label, entries.map(({ title }) => title)])).toEqual([
    ['催收', ['我的案件', '案件']],
  ])
})

it('what serves both lines stands in the menu of the line somebody is of', () => {
  const routes = [
    page('/recovery/look-up', { title: '来电查询', line: 'recovery', permission: 'desk.look_up' }),
    page('/recovery/assignment', { title: '分案', line: 'recovery', permission: 'assignment.assign' }),
    page('/mediation/look-up', { title: '来电查询', line: 'mediation', permission: 'desk.look_up' }),
  ]
  const shownTo = (...deeds: string[]) =>
    menuOf(routes, (permission) => !permission || [permission].flat().some((one) => deeds.includes(one))).map(
      ({ code, entries }) => [code, entries.length],
    )
  const both = ['desk.look_up', 'assignment.assign']
  expect(shownTo(...both, 'filing.decide')).toEqual([['mediation', 1]])
  expect(shownTo(...both, 'placement.batches_see')).toEqual([['recovery', 2]])
  expect(shownTo(...both)).toEqual([
    ['recovery', 2],
    ['mediation', 1],
  ])
})

describe('tabs', () => {
  const at = (path: string, title: string, fullPath = path) =>
    ({ path, fullPath, meta: { title } }) as unknown as Parameters<ReturnType<typeof useTabs>['visit']>[0]

  it('a list has one tab however it is filtered', () => {
    const tabs = useTabs()
    tabs.visit(at('/cases', '案件'))
    tabs.visit(at('/cases', '案件', '/cases?state=open'))
    expect(tabs.open.map(({ fullPath }) => fullPath)).toEqual(['/cases?state=open'])
  })

  it('closing the one looked at leads to its neighbour', () => {
    const tabs = useTabs()
    for (const path of ['/a', '/b', '/c']) tabs.visit(at(path, path))
    expect(tabs.close('/b', '/b')).toBe('/c')
    expect(tabs.close('/c', '/c')).toBe('/a')
    expect(tabs.close('/a', '/elsewhere')).toBeNull()
  })
})

describe('shortcuts', () => {
  const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init })
    Object.defineProperty(event, 'target', { value: target })
    return event
  }
  const one = (key: string, rest: Partial<Shortcut> = {}): Shortcut => ({
    key,
    label: key,
    group: 'x',
    run: () => {},
    ...rest,
  })

  it('are named the same on every keyboard', () => {
    expect(keyOf(press('K', { ctrlKey: true }))).toBe('ctrl+k')
    expect(keyOf(press('?', { shiftKey: true }))).toBe('?')
    expect(keyOf(press('Enter', { shiftKey: true }))).toBe('shift+enter')
  })

  it('stay quiet while somebody types, unless they hold Ctrl', () => {
    const field = document.createElement('input')
    expect(shortcutFor(press('j', {}, field), [one('j')])).toBeUndefined()
    expect(shortcutFor(press('k', { ctrlKey: true }, field), [one('ctrl+k')])?.key).toBe('ctrl+k')
  })

  it('leave Enter to the button it stands on', () => {
    expect(shortcutFor(press('Enter', {}, document.createElement('button')), [one('enter')])).toBeUndefined()
    expect(shortcutFor(press('Enter'), [one('enter')])?.key).toBe('enter')
  })

  it('belong to what lies on top: nothing happens behind a dialog', () => {
    const dialog = document.createElement('div')
    dialog.className = 'el-overlay'
    document.body.append(dialog)
    const list = [one('j', { label: '对话框', layer: () => dialog }), one('j', { label: '页面' })]
    expect(shortcutFor(press('j'), list)?.label).toBe('对话框')
    expect(shortcutFor(press('k'), [one('k')])).toBeUndefined()
    expect(shortcutFor(press('k'), [one('k', { overDialogs: true })])?.key).toBe('k')
    dialog.remove()
    expect(shortcutFor(press('j'), list)?.label).toBe('页面')
  })

  it('the latest live one wins', () => {
    const list = [one('j', { label: '页面' }), one('j', { label: '对话框' }), one('j', { live: () => false })]
    expect(shortcutFor(press('j'), list)?.label).toBe('对话框')
  })
})

describe('the session', () => {
  const me = {
    account: { id: 1, name: '王内勤', username: 'wang', staff_no: 'A1', must_change_password: false },
    membership: { id: 1, label: '内勤' },
    memberships: [],
    permissions: ['desk.cases_see'],
    watermark: '王内勤',
    demo: false,
  }

  it('ends in a question, and what was being sent goes out after signing in again', async () => {
    let live = true
    const asked = server(({ url }) => {
      if (url.pathname.endsWith('/sign-in')) live = true
      if (!live) return { status: 401, body: { code: 'access.idle', message: '已自动退出。', facts: {} } }
      return { body: me }
    })
    const session = useSession()
    await session.load()
    expect(session.may('desk.cases_see')).toBe(true)
    expect(session.may('access.accounts_see')).toBe(false)
    live = false
    const sent = api.send('post', '/api/work', { body: { note: '承诺周五还' } })
    await settle()
    expect(session.ended?.message).toBe('已自动退出。')
    await session.signIn('wang', 'secret')
    await sent
    expect(session.ended).toBeNull()
    expect(askedFor(asked, '/api/work').at(-1)?.body).toEqual({ note: '承诺周五还' })
  })

  it('lets what waited fail when nobody signs in again', async () => {
    let live = true
    server(() =>
      live ? { body: me } : { status: 401, body: { code: 'access.idle', message: 'x', facts: {} } },
    )
    const session = useSession()
    await session.load()
    live = false
    const sent = api.send('get', '/api/work')
    await settle()
    session.abandon()
    await expect(sent).rejects.toMatchObject({ code: 'access.idle' })
    expect(session.signedIn).toBe(false)
  })

  it('leads to the password page when the password falls due', async () => {
    let due = false
    server(() =>
      due ? { status: 403, body: { code: 'access.password_due', message: 'x', facts: {} } } : { body: me },
    )
    const session = useSession()
    await session.load()
    due = true
    await expect(api.send('get', '/api/work')).rejects.toMatchObject({ status: 403 })
    expect(session.mustChangePassword).toBe(true)
  })
})

describe('what is remembered', () => {
  it('comes from the server and goes back to it once, after the last change', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = server(({ method }) => ({ body: method === 'GET' ? { value: { size: 100 } } : {} }))
    const { value, reload } = remembered('table.cases', { size: 50, dense: true })
    await reload()
    expect(value.value).toEqual({ size: 100, dense: true })
    value.value = { ...value.value, size: 20 }
    value.value = { ...value.value, size: 200 }
    await vi.advanceTimersByTimeAsync(1_000)
    const puts = asked.filter(({ method }) => method === 'PUT')
    expect(puts.map(({ body }) => body)).toEqual([{ value: { size: 200, dense: true } }])
    expect(JSON.parse(localStorage.getItem('anjie:table.cases')!)).toEqual({ size: 200, dense: true })
  })

  it('is not overwritten by a late answer once the person has changed it', async () => {
    server(() => ({ body: { value: { size: 100 } } }))
    const { value, reload } = remembered('table.late', { size: 50 })
    value.value = { size: 20 }
    await reload()
    expect(value.value).toEqual({ size: 20 })
  })
})

it('the watermark comes back when it is removed or hidden', async () => {
  const host = defineComponent({
    setup() {
      useWatermark(() => '王内勤 A1')
      return () => h('div')
    },
  })
  HTMLCanvasElement.prototype.getContext = (() => null) as never
  const wrapper = mount(host)
  const mark = () => document.querySelector<HTMLElement>('[data-watermark]')
  const style = mark()!.getAttribute('style')
  expect(style).toContain('pointer-events:none!important')
  mark()!.remove()
  await settle()
  expect(mark()).not.toBeNull()
  mark()!.setAttribute('style', 'display:none')
  await settle()
  expect(mark()!.getAttribute('style')).toBe(style)
  wrapper.unmount()
  await nextTick()
  expect(mark()).toBeNull()
})

describe('import floors', () => {
  const roots = { src: '/src', client: '/client' }
  const page = '/src/pages/recovery/cases/list.vue'

  it.each([
    [page, '@/blocks/table/DeskTable.vue'],
    [page, '@client/client'],
    [page, './columns'],
    [page, './parts/Head.vue'],
    ['/src/pages/home/page.vue', './ToolBox.vue'],
    [page, '@/pages/recovery/words'],
    ['/src/frame/TopBar.vue', '@/state/session'],
  ])('%s may import %s', (from, source) => expect(verdict(from, source, roots)).toBeNull())

  it.each([
    [page, '../batches/columns'],
    [page, '@/pages/reports/words'],
    [page, '@/pages/recovery/batches/list.vue'],
    [page, '@/frame/TopBar.vue'],
    ['/src/blocks/MoneyText.vue', '@/frame/lock'],
    ['/src/foundation/money.ts', '@/state/api'],
    ['/src/blocks/MoneyText.vue', '@/pages/recovery/cases/columns'],
  ])('%s must not import %s', (from, source) => expect(verdict(from, source, roots)).not.toBeNull())
})
