import type { Answer } from '@client/client'

export type Pack = Answer<'/api/contact/packs'>['rows'][number]
export type PackBody = Pack['pack']
export type Cap = PackBody['caps'][number]
export type Channel = Cap['channels'][number]

/** The switches of a pack, each with what it means when it is on. */
export const SWITCHES = [
  { key: 'third_party_needs_unreachable', label: '本人失联后才可联系第三人' },
  { key: 'third_party_refusal_stops', label: '第三人拒绝后停止联系该人' },
  { key: 'agreed_hours_waive', label: '本人约定的时段可以不受时间窗限制' },
] as const
