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

/** Rules of the gate as people call them; the code is for the records. */
export const CONTACT_RULES: Record<string, string> = {
  'contact.hours': '联系时段',
  'contact.answered_per_day': '每日接通次数',
  'contact.unanswered_per_number': '未接通次数',
  'contact.calls_per_week': '每周电话次数',
  'contact.sms_per_day': '每日短信条数',
  'contact.sms_per_week': '每周短信条数',
  'contact.letters_per_day': '每日信函件数',
  'contact.letters_per_week': '每周信函件数',
  'contact.visits_per_day': '每日外访次数',
  'contact.visits_per_week': '每周外访次数',
  'contact.do_not_contact': '禁止联系',
  'contact.third_party': '联系第三人',
  'contact.third_party_refused': '第三人已拒绝',
  'contact.in_mediation': '调解期间',
  'contact.case_closed': '案件已结束',
  'contact.case_paused': '案件已暂停',
  'contact.case_returned': '案件已退案',
  'contact.case_settled': '案件已结清',
}
