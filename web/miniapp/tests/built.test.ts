// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { opened, pages } from './simulator'

const DISPUTE = {
  id: 41, no: 'M261126-000041', title: '沈梅 与 任丽娟 · 邻里', kind_label: '邻里', state_label: '调解中', state_tone: 'info',
  part_label: '申请人', next: '请按约定时间参加调解。', who_acts: '调解员', is_yours: false, is_open: true, to_rate: false,
}

test('who is not signed in finds the ways to sign in', async () => {
  const page = await opened('pages/sign-in/sign-in')
  expect(page.read()).toEqual([
    '案结', '在线申请调解，随时查看进度', '微信一键登录', '验证码登录', '密码登录', '手机号', '验证码', '获取验证码', '登录',
    '还没有账号，去注册',
  ])
})

test('a party reads how her cases stand, and what waits for her', async () => {
  const closed = { ...DISPUTE, id: 42, state_label: '已结案', is_open: false, to_rate: true }
  const page = await opened('party/cases', { '/mediation/mine': [200, [DISPUTE, closed]] })
  expect(page.asked).toEqual(['/mediation/mine'])
  const said = page.read().join('\n')
  expect(said).toContain('邻里纠纷')
  expect(said).toContain('M261126-000041 · 您是申请人')
  expect(said).toContain('已结案 · 待评价')
  expect(said).toContain('评价调解员')
})

test('a party reads what she was told, what is unread first marked, and that there is more', async () => {
  const notice = { id: 9, verb: 'mediation.filed', case_id: 41, link: '', page: 'party/case?id=41', at: '2026-11-26T02:00:00Z' }
  const fresh = { ...notice, title: '调解申请已立案', text: 'M261126-000041 已立案。', read_at: null }
  const old = { ...notice, id: 8, title: '请确认是否愿意调解', text: '审核通过。', read_at: '2026-11-26T02:00:00Z' }
  const me = { account: {}, membership: { id: 0 }, permissions: [] }
  const page = await opened('pages/notices/notices', {
    '/access/me': [200, me],
    '/notices?offset=0&limit=20': [200, { rows: [fresh, old], count: 30, totals: { unread: 1 } }],
  })
  expect(page.read()).toEqual([
    '1 条未读', '全部设为已读', '调解申请已立案', 'M261126-000041 已立案。', '2026-11-26 10:00',
    '请确认是否愿意调解', '审核通过。', '2026-11-26 10:00', '查看更早的消息',
  ])
  const none = await opened('pages/notices/notices', {
    '/access/me': [200, me],
    '/notices?offset=0&limit=20': [200, { rows: [], count: 0, totals: { unread: 0 } }],
  })
  expect(none.read()).toEqual(['案件有进展时，这里会有消息。现在还没有。'])
})

test('who has no case is led to apply, and a server that is not well is told in words', async () => {
  const none = await opened('party/cases', { '/mediation/mine': [200, []] })
  expect(none.read()).toEqual(['这里会列出您申请的，或别人申请与您调解的案件。现在还没有。', '我要申请'])
  const ill = await opened('party/cases', { '/mediation/mine': [500, null] })
  expect(ill.read().join('')).toContain('系统暂时无法处理，请稍后重试。')
})

// The rooms ask once they are mounted, which the simulator does not tell of a component that comes later.
const SHOWN = pages().filter((page) => !page.endsWith('/rooms'))

test.each(SHOWN)('%s shows something, without an answer from the server too', async (page) => {
  expect((await opened(page)).read().join('')).toMatch(/[\u4e00-\u9fff]{2}/)
})
