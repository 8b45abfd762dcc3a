import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { uploadToCase } from '@/blocks/case/upload'
import { inWorkingOrder, type ContactPoint } from '@/blocks/case/case'
import ResultTree from '@/pages/recovery/ResultTree.vue'
import { monthEnd, readDay } from '@/pages/recovery/days'
import { bodyOf, newDraft, type ResultNode } from '@/pages/recovery/draft'
import { askedFor, server } from './server'

const node = (id: number, label: string, key: string, children: ResultNode[] = []): ResultNode => ({
  id,
  parent: null,
  client: null,
  code: label,
  label,
  key,
  meaning: 'connected',
  asks_promise: false,
  is_active: true,
  position: 0,
  children,
})
const TREE = [
  node(1, '接通本人', 'C', [node(2, '承诺还款', 'P'), node(3, '无还款意愿', 'U')]),
  node(4, '拒绝联系', 'X'),
]

describe('a day typed in few keys', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/1/5', '2026-01-05'],
    ['20261205', '2026-12-05'],
    ['12-05', '2026-12-05'],
    ['1205', '2026-12-05'],
    ['01-05', '2027-01-05'],
    ['22', '2026-11-22'],
    ['5', '2026-12-05'],
    ['31', '2026-12-31'],
    ['+3', '2026-11-25'],
    ['10天', '2026-12-02'],
    ['2月30日', null],
    ['13-01', null],
    ['明天吧', null],
    ['', null],
  ])('%s is %s', (text, day) => expect(readDay(text, '2026-11-22')).toBe(day))

  it('knows the end of a month', () => {
    expect(monthEnd('2028-02-10')).toBe('2028-02-29')
    expect(monthEnd('2026-12-31')).toBe('2026-12-31')
  })
})

describe('the tree of results', () => {
  it('is walked by letters down to a leaf, and back by backspace', async () => {
    const tree = mount(ResultTree, { props: { tree: TREE }, attachTo: document.body })
    const box = tree.get('[role="group"]')
    await box.trigger('keydown', { key: 'c' })
    expect(tree.emitted('chosen')).toBeUndefined()
    await box.trigger('keydown', { key: 'u' })
    expect(tree.emitted<[ResultNode]>('chosen')?.map(([chosen]) => chosen.id)).toEqual([3])
    expect(tree.emitted('update:modelValue')?.at(-1)).toEqual([3])
    await tree.setProps({ modelValue: 3 })
    await box.trigger('keydown', { key: 'Backspace' })
    expect(tree.emitted('update:modelValue')?.at(-1)).toEqual([null])
    tree.unmount()
  })

  it('walks letters that were typed before it came', async () => {
    const tree = mount(ResultTree, { props: { tree: [] as ResultNode[] } })
    for (const key of ['c', 'p']) await tree.get('[role="group"]').trigger('keydown', { key })
    expect(tree.emitted('chosen')).toBeUndefined()
    await tree.setProps({ tree: TREE })
    expect(tree.emitted<[ResultNode]>('chosen')?.map(([chosen]) => chosen.id)).toEqual([2])
  })

  it('keeps letters it does not know from the page behind, but lets digits through', () => {
    const tree = mount(ResultTree, { props: { tree: TREE }, attachTo: document.body })
    const heard: string[] = []
    const hear = ({ key }: KeyboardEvent) => heard.push(key)
    window.addEventListener('keydown', hear)
    for (const key of ['j', '2', 'k'])
      tree.get('[role="group"]').element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    window.removeEventListener('keydown', hear)
    expect(heard).toEqual(['2'])
    tree.unmount()
  })
})

describe('what a record sends', () => {
  it('names a chosen point, never the typed number with it, and promises only what is whole', () => {
    const draft = {
      ...newDraft(),
      point: 5,
      number: '10000000001',
      result: 3,
      promising: true,
      amount: '1,200.50',
    }
    expect(bodyOf(7, draft)).toMatchObject({
      case: 7,
      contact_point: 5,
      number: '',
      result: 3,
      promise: null,
    })
    expect(bodyOf(7, { ...draft, due_on: '2026-12-01' }).promise).toEqual({
      amount: '1200.50',
      due_on: '2026-12-01',
    })
  })

  it('is a bare note when it is one', () => {
    const note = {
      ...newDraft(),
      channel: 'note' as const,
      point: 5,
      result: 3,
      note: ' 已核对 ',
      elsewhere: true,
    }
    expect(bodyOf(7, note)).toMatchObject({
      contact_point: null,
      result: null,
      note: '已核对',
      made_elsewhere: false,
      at: null,
    })
  })

  it('has a key of its own each time', () => {
    expect(newDraft().key).toMatch(/^[0-9a-f]{32}$/)
    expect(newDraft().key).not.toBe(newDraft().key)
  })
})

it('puts phones before addresses, each in the given order', () => {
  const point = (id: number, kind: string, order: number) => ({ id, kind, order }) as ContactPoint
  const points = [point(1, 'address', 1), point(2, 'mobile', 3), point(3, 'phone', 2)]
  expect(inWorkingOrder(points).map(({ id }) => id)).toEqual([3, 2, 1])
})

it('goes on with an upload that was begun before, without beginning another', async () => {
  const file = new File(['abc'], '合同.txt', { lastModified: 1 })
  localStorage.setItem('anjie:upload:7:合同.txt:3:1', 'tok')
  const asked = server(({ url }) =>
    url.pathname.endsWith('/finish')
      ? { body: { id: 9, name: '合同.txt' } }
      : { body: { token: 'tok', name: '合同.txt', size: 3, received: 3, piece_bytes: 8 } },
  )
  const facts = { kind: '', note: '' }
  const done = await uploadToCase(7, file, facts, () => {}, new AbortController().signal)
  expect(done.id).toBe(9)
  expect(askedFor(asked, '/api/files/uploads')).toHaveLength(0)
  expect(askedFor(asked, '/api/files/uploads/tok/finish')[0]?.body).toEqual({
    case_id: 7,
    kind: '',
    note: '',
  })
  expect(localStorage.getItem('anjie:upload:7:合同.txt:3:1')).toBeNull()
})
