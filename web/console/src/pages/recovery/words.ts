import type { StateWord } from '@/foundation/tones'

export const CHANNELS: Record<string, string> = {
  call: '电话',
  sms: '短信',
  letter: '信函',
  visit: '外访',
  robot: '机器人',
  note: '备注',
}

export const MEANINGS: Record<string, StateWord> = {
  connected: { label: '接通本人', tone: 'good' },
  third_party: { label: '第三方', tone: 'info' },
  not_connected: { label: '未接通', tone: 'muted' },
  invalid: { label: '号码无效', tone: 'bad' },
  refused: { label: '拒绝联系', tone: 'bad' },
  note: { label: '备注', tone: 'plain' },
}

export const PROMISE_STATES: Record<string, StateWord> = {
  open: { label: '待履行', tone: 'info' },
  kept: { label: '已履行', tone: 'good' },
  partly: { label: '部分履行', tone: 'warn' },
  broken: { label: '未履行', tone: 'bad' },
  cancelled: { label: '已取消', tone: 'muted' },
}

export const MATERIAL_STATES: Record<string, StateWord> = {
  asked: { label: '待答复', tone: 'warn' },
  answered: { label: '已答复', tone: 'good' },
  declined: { label: '无法提供', tone: 'muted' },
  withdrawn: { label: '已撤回', tone: 'muted' },
}

export const INSTRUCTION_STATES: Record<string, StateWord> = {
  owed: { label: '待回复', tone: 'warn' },
  answered: { label: '已回复', tone: 'good' },
}

export const ORIGINS: Record<string, string> = { system: '系统', elsewhere: '系统外补录', sheet: '导入' }

export function choicesOf(words: Record<string, string | StateWord>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, word]) => ({
    value,
    label: typeof word === 'string' ? word : word.label,
  }))
}

export const COMPLAINT_STATES: Record<string, StateWord> = {
  open: { label: '处理中', tone: 'warn' },
  closed: { label: '已办结', tone: 'good' },
}

export const SEVERITIES: Record<string, StateWord> = {
  minor: { label: '轻微', tone: 'plain' },
  general: { label: '一般', tone: 'warn' },
  major: { label: '重大', tone: 'bad' },
}

export const COMPLAINT_CHANNELS: Record<string, string> = {
  phone: '来电',
  visit: '来访',
  letter: '信函',
  online: '网络平台',
  client: '委托方转来',
  regulator: '监管机构转来',
  court: '诉讼或报警',
}
