import type { StateWord } from '@/foundation/tones'

export const ACTIVE: Record<string, StateWord> = {
  on: { label: '启用', tone: 'good' },
  off: { label: '停用', tone: 'muted' },
}
export const ORIGINS = [
  { value: 'code', label: '手机验证码注册' },
  { value: 'wechat', label: '微信一键注册' },
  { value: 'staff', label: '管理员建立' },
]

/** The cases an account takes part in, in the list of disputes. */
export const casesOf = (part: 'applicant' | 'respondent', id: number) => ({
  path: '/mediation/cases',
  query: { [`${part}_account`]: String(id) },
})
