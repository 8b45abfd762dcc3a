import { describe, expect, it } from 'vitest'
import { grouped } from '@/blocks/case/grouped'

const tab = (code: string) => ({ code, label: code.toUpperCase() })
const GROUPS = { 调解: ['records', 'rooms'] }

describe('the names above the tabs of a case', () => {
  it('put a group where its first tab stood', () => {
    const names = grouped(['consent', 'records', 'rooms', 'files'].map(tab), GROUPS)
    expect(names.map((one) => one.name)).toEqual(['CONSENT', '调解', 'FILES'])
    expect(names[1]?.tabs.map((one) => one.code)).toEqual(['records', 'rooms'])
  })

  it('keep the own name of a group that is one tab to this person', () => {
    expect(grouped([tab('records'), tab('files')], GROUPS).map((one) => one.name)).toEqual([
      'RECORDS',
      'FILES',
    ])
  })
})
