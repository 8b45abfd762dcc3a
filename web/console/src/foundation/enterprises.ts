import type { StateWord } from './tones'

/** How the registration of an enterprise stands. */
export const STANDINGS: Record<string, StateWord> = {
  waiting: { label: '待审核', tone: 'warn' },
  passed: { label: '已通过', tone: 'good' },
  returned: { label: '已退回', tone: 'bad' },
  bound: { label: '调解机构', tone: 'info' },
}
