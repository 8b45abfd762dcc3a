import type { Query } from '@client/client'
import { CASE_COLOURS } from '@/foundation/tones'
import { addDays, dateText } from '@/foundation/dates'
import { nameOf as lookedUp, type LookupKind } from '@/state/lookups'

export interface Choice {
  value: string | number
  label: string
}

/** What can be asked of a list; a page lists its fields, the bar draws them. */
export type FilterKind =
  | 'text'
  | 'number'
  | 'select'
  | 'multi'
  | 'bool'
  | 'date'
  | 'date_range'
  | 'since'
  | 'amount_range'
  | 'number_range'
  | 'member'
  | 'unit'
  | 'client'
  | 'remote'
  | 'colour'
  | 'tags'

export interface FilterField {
  key: string
  label: string
  kind: FilterKind
  /** For select, multi, tags. */
  choices?: Choice[]
  /** For remote: finds choices by what was typed. */
  find?: (q: string) => Promise<Choice[]>
  /** Names of the two query words of a range; `<key>_from`, `<key>_to` unless given. With them `since` sends a day. */
  words?: [string, string]
  /** Code of a field the client's template declares: all of them go out as `custom=code:value`. */
  custom?: string
  /** Shown at once; the others wait behind 更多筛选. */
  first?: boolean
  width?: number
  /** Set by drill-downs only: told among the chosen filters, never offered. */
  drill?: boolean
  /** How a drill-down's value is told, where it is no plain word. */
  say?: (value: string, nameOf: (kind: LookupKind, id: string) => string) => string
}

export type FilterValue =
  string | number | boolean | (string | number)[] | [string, string] | null | undefined
export type FilterValues = Record<string, FilterValue>

const RANGES: FilterKind[] = ['date_range', 'amount_range', 'number_range']
const LISTS: FilterKind[] = ['multi', 'tags', 'colour']

export function isRange(kind: FilterKind): boolean {
  return RANGES.includes(kind)
}

export function isEmpty(value: FilterValue): boolean {
  if (Array.isArray(value)) return value.every((one) => one === '' || one === null || one === undefined)
  return value === null || value === undefined || value === ''
}

/** The words a field puts into the query. */
export function wordsOf(field: FilterField): [string, string] {
  return field.words ?? [`${field.key}_from`, `${field.key}_to`]
}

function customText(field: FilterField, value: FilterValue): string {
  if (!isRange(field.kind)) return String(value)
  const [low, high] = value as [string, string]
  return `${low ?? ''}..${high ?? ''}`
}

/** The reverse of `customText`: what stands behind `code:`. */
function customValue(field: FilterField, text: string): FilterValue {
  if (!isRange(field.kind)) return text
  const [low = '', high = low] = text.split('..')
  return [low, high]
}

/** Filter values as the server's query words. */
export function filterParams(fields: readonly FilterField[], values: FilterValues, today?: string): Query {
  const query: Query = {}
  for (const field of fields) {
    const value = values[field.key]
    if (isEmpty(value)) continue
    if (field.custom) {
      const words = Array.isArray(query.custom) ? query.custom : []
      query.custom = [...words, `${field.custom}:${customText(field, value)}`]
      continue
    }
    const [from, to] = wordsOf(field)
    if (isRange(field.kind)) {
      const [low, high] = value as [string, string]
      if (!isEmpty(low)) query[from] = low
      if (!isEmpty(high)) query[to] = high
    } else if (field.kind === 'since' && field.words) {
      // A server that knows only days: “7 天未作业” are those last worked on or before that day.
      query[to] = addDays(today ?? dateText(new Date()), -Number(value))
    } else {
      query[field.key] = value as string
    }
  }
  return query
}

type RouteQuery = Record<string, string | null | (string | null)[] | undefined>

function typed(field: FilterField, text: string): string | number | boolean {
  if (field.kind === 'bool') return text === 'true'
  const known = field.choices?.find(({ value }) => String(value) === text)
  if (known) return known.value
  const numeric = ['number', 'since', 'member', 'unit', 'client', 'remote'].includes(field.kind)
  return numeric && /^\d+$/.test(text) ? Number(text) : text
}

/** Filter values out of an address, the reverse of `filterParams`; unknown words are left alone. */
export function filtersFromRoute(fields: readonly FilterField[], query: RouteQuery): FilterValues {
  const values: FilterValues = {}
  const texts = (word: string) => [query[word]].flat().filter((one): one is string => typeof one === 'string')
  for (const field of fields) {
    if (field.custom) {
      const start = `${field.custom}:`
      const given = texts('custom').find((text) => text.startsWith(start))
      if (given) values[field.key] = customValue(field, given.slice(start.length))
      continue
    }
    if (isRange(field.kind)) {
      const [from, to] = wordsOf(field).map((word) => texts(word)[0] ?? '') as [string, string]
      if (from || to) values[field.key] = [from, to]
      continue
    }
    const given = texts(field.key)
    if (given.length === 0) continue
    values[field.key] = LISTS.includes(field.kind)
      ? given.map((text) => typed(field, text) as string)
      : typed(field, given[0]!)
  }
  return values
}

/** What a set filter says in words: `委案金额 ≥ 1000`, `状态：在办、暂停`. */
export function filterText(
  field: FilterField,
  value: FilterValue,
  nameOf?: (id: string | number) => string,
): string {
  const word = (one: string | number) =>
    field.choices?.find((choice) => choice.value === one)?.label ??
    (field.kind === 'colour' ? CASE_COLOURS[one] : undefined) ??
    nameOf?.(one) ??
    String(one)
  if (isRange(field.kind)) {
    const [low, high] = value as [string, string]
    if (isEmpty(low)) return `${field.label} ≤ ${high}`
    if (isEmpty(high)) return `${field.label} ≥ ${low}`
    return `${field.label}：${low} 至 ${high}`
  }
  if (field.say) return `${field.label}：${field.say(String(value), (kind, id) => lookedUp(kind, id) ?? id)}`
  if (field.kind === 'bool') return `${field.label}：${value ? '是' : '否'}`
  if (field.kind === 'since') return `${field.label}：${String(value)} 天以上`
  const words = Array.isArray(value) ? value.map(word).join('、') : word(value as string)
  return `${field.label}：${words}`
}
