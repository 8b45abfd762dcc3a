import { describe, expect, it } from 'vitest'
import { differences, freshCode, movedTo } from '@/pages/mediation/forms/composing'

const field = (code: string, more: object = {}) => ({
  code,
  label: code,
  type: 'text',
  required: false,
  help: '',
  choices: [] as string[],
  ...more,
})

describe('composing a form', () => {
  it('puts a question where it was dropped and leaves the list alone outside', () => {
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(movedTo(['a', 'b'], 0, 5)).toEqual(['a', 'b'])
  })

  it('gives a code no other question has', () => {
    expect(freshCode([field('field_2')])).toBe('field_3')
  })

  it('tells what one version changed', () => {
    const before = [field('floor'), field('kind', { type: 'choice', choices: ['甲', '乙'] }), field('gone')]
    const after = [
      field('floor', { label: '楼层', required: true }),
      field('kind', { type: 'choice', choices: ['甲', '丙'] }),
      field('fresh', { type: 'money' }),
    ]
    expect(differences(before, after)).toEqual([
      { label: '楼层', what: '改动', how: '原名“floor”，改为必填' },
      { label: 'kind', what: '改动', how: '选项改动' },
      { label: 'fresh', what: '新增', how: '金额' },
      { label: 'gone', what: '删去', how: '' },
    ])
  })
})
