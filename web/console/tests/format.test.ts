import { describe, expect, it } from 'vitest'
import { addDays, dateText, daysBetween, relativeText, timeText } from '@/foundation/dates'
import { axisText, countText, moneyText, percentText } from '@/foundation/money'
import { sizeText } from '@/foundation/sizes'
import { staleLevel, toneOf } from '@/foundation/tones'

describe('amounts', () => {
  it.each([
    ['1234567.5', '1,234,567.50'],
    ['0', '0.00'],
    ['-1200', '-1,200.00'],
    ['99999999999999.99', '99,999,999,999,999.99'],
    ['12.345', '12.345'],
    ['12.3400', '12.34'],
    [1234.5, '1,234.50'],
    [null, '—'],
    ['', '—'],
  ])('%s reads %s', (amount, text) => expect(moneyText(amount)).toBe(text))

  it('counts and percents', () => {
    expect(countText(1234567)).toBe('1,234,567')
    expect(countText(undefined)).toBe('—')
    expect(percentText('0.15340')).toBe('15.34%')
    expect(percentText(null)).toBe('—')
  })

  it.each([
    [0, '0'],
    [1800, '1,800'],
    [15_000, '1.5 万'],
    [-40_000, '-4 万'],
    [120_000_000, '12,000 万'],
  ])('stands on an axis: %s as %s', (amount, text) => {
    expect(axisText(amount)).toBe(text)
  })
})

describe('dates', () => {
  const now = new Date('2026-11-22T10:00:00+08:00')

  it('are those of China wherever the browser is', () => {
    expect(dateText('2026-08-31T16:30:00Z')).toBe('2026-09-01')
    expect(timeText('2026-08-31T16:30:05Z')).toBe('2026-09-01 00:30')
    expect(timeText('2026-08-31T16:30:05Z', true)).toBe('2026-09-01 00:30:05')
    expect(dateText('2026-09-01')).toBe('2026-09-01')
    expect(dateText(null)).toBe('—')
  })

  it.each([
    ['2026-11-22T09:59:50+08:00', '刚刚'],
    ['2026-11-22T09:35:00+08:00', '25 分钟前'],
    ['2026-11-22T04:00:00+08:00', '6 小时前'],
    ['2026-11-19T23:00:00+08:00', '3 天前'],
    ['2026-11-22', '今天'],
    ['2026-11-27', '还有 5 天'],
    ['2026-11-21', '1 天前'],
  ])('%s is %s', (at, words) => expect(relativeText(at, now)).toBe(words))

  it('count over months and years', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})

it('sizes, tones and staleness', () => {
  expect(sizeText(512)).toBe('512 B')
  expect(sizeText(1536)).toBe('1.5 KB')
  expect(sizeText(200 << 20)).toBe('200 MB')
  expect(toneOf('wait')).toBe('warn')
  expect(toneOf('bad')).toBe('bad')
  expect([0, 1, 2, 3, 4, 7, 8, 14, 15, null].map(staleLevel)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
})
