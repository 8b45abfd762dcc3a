import { afterEach, describe, expect, it } from 'vitest'
import { exportQuestion, offeredOf, useExport, type Exporter } from '@/blocks/exporting/exports'
import { useSession } from '@/state/session'
import { settle, within } from './mounting'
import { askedFor, server } from './server'

const column = (key: string, usual = true, unmasked = false) => ({
  key,
  label: key,
  holds: 'text',
  usual,
  unmasked,
})
const cases: Exporter = {
  kind: 'recovery_cases',
  label: '案件列表',
  approval_rows: 50000,
  columns: [column('no'), column('title'), column('phones', false), column('id_no', false, true)],
}
const request = {
  columns: ['title', 'moves', 'no'],
  target: { filter: { state: ['open'] } },
  sort: '-no',
  count: 3,
}

async function holding(permission: string) {
  return within(() => {
    const session = useSession()
    session.may = (code) => code === permission
    return useExport('recovery_cases')
  })
}

afterEach(() => {
  exportQuestion.value = null
})

describe('which columns leave', () => {
  it('are those the list shows, in its order, without what is no cell', () => {
    expect(offeredOf(cases, ['title', 'moves', 'no'])).toEqual(['title', 'no'])
  })

  it('are the usual ones where the list shows none of them', () => {
    expect(offeredOf(cases, ['moves'])).toEqual(['no', 'title'])
  })
})

describe('an export', () => {
  it('is not offered to who may not export', async () => {
    expect((await holding('desk.cases_see')).result).toBeUndefined()
  })

  it('asks first, then sends what the list is filtered by', async () => {
    const asked = server(({ method }) => ({
      body: method === 'GET' ? [cases] : { id: 7, name: '案件列表', rows: 3, state: 'asked' },
    }))
    const { result } = await holding('desk.export')
    const done = result!(request)
    await settle()
    expect(exportQuestion.value?.exporter.label).toBe('案件列表')
    expect(askedFor(asked, '/api/sheets/exports')).toHaveLength(0)
    await exportQuestion.value!.send({ columns: ['title'], format: 'csv', reason: '月报' })
    await done
    expect(exportQuestion.value).toBeNull()
    expect(askedFor(asked, '/api/sheets/exports').map(({ body }) => body)).toEqual([
      {
        kind: 'recovery_cases',
        filter: { state: ['open'] },
        sort: '-no',
        columns: ['title'],
        format: 'csv',
        reason: '月报',
      },
    ])
  })

  it('of ticked rows names them', async () => {
    const asked = server(({ method }) => ({
      body: method === 'GET' ? [cases] : { id: 7, name: '案件列表', rows: 1, state: 'approval' },
    }))
    const { result } = await holding('desk.export')
    void result!({ ...request, target: { ids: [4, 9] } })
    await settle()
    await exportQuestion.value!.send({ columns: ['no'], format: 'xlsx', reason: '' })
    expect(askedFor(asked, '/api/sheets/exports')[0]!.body).toMatchObject({ ids: [4, 9], filter: {} })
  })

  it('keeps the question open when it is refused', async () => {
    server(({ method }) =>
      method === 'GET'
        ? { body: [cases] }
        : { status: 409, body: { code: 'export.too_many', message: '您已有 3 个导出在进行。', facts: {} } },
    )
    const { result } = await holding('desk.export')
    void result!(request)
    await settle()
    const send = exportQuestion.value!.send({ columns: ['no'], format: 'xlsx', reason: '' })
    await expect(send).rejects.toMatchObject({ code: 'export.too_many' })
    expect(exportQuestion.value).not.toBeNull()
  })
})
