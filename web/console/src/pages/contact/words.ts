/** Channels as the contact gate names them, in the order they are shown. */
export const CHANNELS: Record<string, string> = {
  call: '电话',
  robot: '机器人外呼',
  sms: '短信',
  letter: '信函',
  visit: '外访',
}

export const COUNTED: Record<string, string> = { all: '全部', answered: '接通的', unanswered: '未接通的' }
export const PER: Record<string, string> = { person: '每人', number: '每个号码' }

/** `每人每日接通的不超过 3 次` of a cap. */
export function capText(cap: { counted: string; per: string; days: number; limit: number }): string {
  const span = cap.days === 1 ? '每日' : `每 ${cap.days} 日`
  const counted = cap.counted === 'all' ? '' : COUNTED[cap.counted]
  return `${PER[cap.per]}${span}${counted}不超过 ${cap.limit} 次`
}
