import { describe, expect, it } from 'vitest'
import { filterParams, filterText, filtersFromRoute, type FilterField } from '@/blocks/filter/fields'

const fields: FilterField[] = [
  {
    key: 'state',
    label: '状态',
    kind: 'multi',
    choices: [
      { value: 'open', label: '正常' },
      { value: 'paused', label: '暂停' },
    ],
  },
  { key: 'amount', label: '委案金额', kind: 'amount_range' },
  { key: 'term_on', label: '退案日期', kind: 'date_range', words: ['term_from', 'term_to'] },
  { key: 'worked', label: '未作业', kind: 'since', words: ['', 'worked_before'] },
  { key: 'idle_days', label: '未联系', kind: 'since' },
  { key: 'holder', label: '持有人', kind: 'member' },
  { key: 'shared', label: '共债', kind: 'bool' },
  { key: 'colour', label: '颜色', kind: 'colour' },
]

describe('filters as query words', () => {
  it('say ranges by their two words, lists by repeated ones, and leave out what is empty', () => {
    const values = {
      state: ['open', 'paused'],
      amount: ['1000', ''] as [string, string],
      term_on: ['2026-11-01', '2026-11-30'] as [string, string],
      worked: 7,
      idle_days: 15,
      shared: false,
      holder: null,
      colour: [],
    }
    expect(filterParams(fields, values, '2026-11-22')).toEqual({
      state: ['open', 'paused'],
      amount_from: '1000',
      term_from: '2026-11-01',
      term_to: '2026-11-30',
      worked_before: '2026-11-15',
      idle_days: 15,
      shared: false,
    })
  })

  it('come back out of an address, so that a drill-down opens the same question', () => {
    const query = {
      state: 'open',
      amount_to: '500',
      holder: '12',
      idle_days: '3',
      shared: 'true',
      colour: ['red'],
      page: '3',
    }
    expect(filtersFromRoute(fields, query)).toEqual({
      state: ['open'],
      amount: ['', '500'],
      holder: 12,
      idle_days: 3,
      shared: true,
      colour: ['red'],
    })
  })

  it('read as words', () => {
    expect(filterText(fields[0]!, ['open', 'paused'])).toBe('状态：正常、暂停')
    expect(filterText(fields[1]!, ['1000', ''])).toBe('委案金额 ≥ 1000')
    expect(filterText(fields[1]!, ['', '9'])).toBe('委案金额 ≤ 9')
    expect(filterText(fields[2]!, ['2026-11-01', '2026-11-30'])).toBe('退案日期：2026-11-01 至 2026-11-30')
    expect(filterText(fields[3]!, 7)).toBe('未作业：7 天以上')
    expect(filterText(fields[5]!, 12, () => '李催收')).toBe('持有人：李催收')
    expect(filterText(fields[6]!, false)).toBe('共债：否')
    expect(filterText(fields[7]!, ['red', 'blue'])).toBe('颜色：红、蓝')
  })
})

describe('fields a client declares', () => {
  const declared: FilterField[] = [
    { key: 'custom.branch', label: '开户行', kind: 'text', custom: 'branch' },
    { key: 'custom.score', label: '评分', kind: 'number_range', custom: 'score' },
    { key: 'custom.opened', label: '开户日', kind: 'date_range', custom: 'opened' },
  ]
  const values = {
    'custom.branch': '示范支行',
    'custom.score': ['10', ''],
    'custom.opened': ['', '2026-01-31'],
  }

  it('go out together under one word, and come back out of an address', () => {
    const query = filterParams(declared, values as never)
    expect(query).toEqual({ custom: ['branch:示范支行', 'score:10..', 'opened:..2026-01-31'] })
    expect(filtersFromRoute(declared, query as never)).toEqual(values)
  })
})
