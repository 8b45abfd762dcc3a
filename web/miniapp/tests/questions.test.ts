import { describe, expect, it } from 'vitest'

import {
  faultOf, faultsOf, fieldsOf, firstStepWith, nobody, removableOn, stepsOf, valueOf, withValue, withoutParty, worded,
  type Question, type Told,
} from '../src/state/questions'

const ONE = [{ id: 1, name: '城东调解委员会' }]
const TWO = [...ONE, { id: 2, name: '城西调解委员会' }]
const KINDS = [{ code: 'neighbour', label: '邻里', hint: '噪声' }]
const FORM = [
  { code: 'place', label: '事故地点', type: 'text', required: true, help: '', choices: [] },
  { code: 'points', label: '争议事项', type: 'choices', required: false, help: '', choices: ['工资', '工伤'] },
]
const TODAY = '2026-09-15'

const asked = (type: string, more: Partial<Question> = {}): Question => ({
  code: 'x', label: '某项', type, required: true, help: '', choices: [], group: 'told', ...more,
})

describe('the screens', () => {
  it('come in order, the form of the kind before files and review', () => {
    expect(stepsOf(TWO, KINDS, FORM).map((one) => one.id)).toEqual([
      'institution', 'kind', 'happened_on', 'description', 'claim', 'amount', 'respondent', 'contact', 'more', 'others', 'joining',
      'answer.place', 'answer.points', 'files', 'review',
    ])
  })

  it('do not ask for the institution where there is one', () => {
    expect(stepsOf(ONE, KINDS, [])[0].id).toBe('kind')
  })

  it('are found by the code of a fault', () => {
    const steps = stepsOf(ONE, KINDS, FORM)
    expect(steps[firstStepWith(steps, ['place', 'description'])].id).toBe('description')
    expect(firstStepWith(steps, ['unknown'])).toBe(-1)
  })
})

describe('those an application names', () => {
  const naming = (respondents: number, beside = 0) => ({
    respondents: Array.from({ length: respondents }, nobody),
    co_applicants: Array.from({ length: beside }, nobody),
  })
  const ids = (told: Told) => stepsOf(ONE, KINDS, [], told).map((one) => one.id).slice(5, -2)
  const ask = (told: Told, code: string): Question =>
    stepsOf(ONE, KINDS, [], told).flatMap((one) => one.questions).find((one) => one.code === code)!

  it('are asked of one after the other, whether there is another after the last of each side', () => {
    expect(ids({})).toEqual(['respondent', 'contact', 'more', 'others', 'joining'])
    expect(ids(naming(2, 1))).toEqual([
      'respondent', 'contact', 'more', 'respondent.1', 'contact.1', 'more.1', 'others',
      'beside', 'beside.contact', 'beside.more', 'joining',
    ])
    expect(ids(naming(10, 9)).filter((id) => ['others', 'joining'].includes(id))).toEqual([])
  })

  it('are told each in his place, and one is taken out again', () => {
    let told = withValue({}, ask({}, 'respondents.0.name'), '秦海涛')
    told = withValue(told, ask(told, 'others'), true)
    told = withValue(told, ask(told, 'respondents.1.phone'), '13491230008')
    told = withValue(told, ask(told, 'joining'), true)
    told = withValue(told, ask(told, 'co_applicants.0.name'), '邬兰')
    expect(told.respondents?.map(({ name, phone }) => [name, phone])).toEqual([['秦海涛', ''], ['', '13491230008']])
    expect(told.co_applicants?.map(({ name }) => name)).toEqual(['邬兰'])
    expect(valueOf(told, ask(told, 'respondents.1.kind'))).toBe('natural')
    expect(withoutParty(told, 'respondents', 0).respondents?.map(({ phone }) => phone)).toEqual(['13491230008'])
    expect(withoutParty(told, 'co_applicants', 0).co_applicants).toEqual([])
  })

  it('may be taken out again but for the only respondent', () => {
    const out = (told: Told) => stepsOf(ONE, KINDS, [], told).filter((one) => removableOn(one, told)).map((one) => one.id)
    expect(out(naming(1, 1))).toEqual(['beside'])
    expect(out(naming(2))).toEqual(['respondent', 'respondent.1'])
  })

  it.each(['respondents.1.phone', 'co_applicants.0.name'])('are named whole when the shape of %s is wrong', (code) => {
    const fields = [{ field: `body.data.${code}`, type: 'too_long' }]
    expect(fieldsOf({ fields })).toEqual({ [code]: '内容格式不正确，请检查。' })
  })
})

describe('answers', () => {
  it('of the story and of the form are kept apart', () => {
    const steps = stepsOf(ONE, KINDS, FORM)
    const place = steps.find((one) => one.id === 'answer.place')?.questions[0] as Question
    const told = withValue({ description: '漏水' }, place, '路口')
    expect(told).toEqual({ description: '漏水', answers: { place: '路口' } })
    expect(valueOf(told, place)).toBe('路口')
  })

  it('are read as words', () => {
    expect(worded(asked('yes_no'), false)).toBe('否')
    expect(worded(asked('choices'), ['工资', '工伤'])).toBe('工资、工伤')
    expect(worded(asked('choice', { choices: [{ value: 'natural', label: '个人' }] }), 'natural')).toBe('个人')
    expect(worded(asked('text'), '')).toBe('未填')
  })
})

describe('what is plainly wrong', () => {
  it.each([
    [asked('text'), '', '请填写“某项”。'],
    [asked('choice'), undefined, '请选择“某项”。'],
    [asked('text', { required: false }), '', ''],
    [asked('yes_no'), false, ''],
    [asked('money'), '8600.5', ''],
    [asked('money'), '8,600', '请填写金额，最多两位小数，例如 8600 或 8600.50。'],
    [asked('money'), '-1', '请填写金额，最多两位小数，例如 8600 或 8600.50。'],
    [asked('number'), '三', '“某项”应为数字。'],
    [asked('date', { code: 'happened_on' }), '2026-09-16', '发生时间不能晚于今天。'],
    [asked('date', { code: 'happened_on' }), '2026-09-15', ''],
    [asked('long_text', { code: 'description' }), '漏 水', '请把经过写清楚，至少 10 个字，现有 2 个。'],
  ])('%o with %o', (question, value, said) => {
    expect(faultOf(question, value, TODAY)).toBe(said)
  })

  it('is told for each question of a screen', () => {
    const respondent = stepsOf(ONE, KINDS, []).find((one) => one.id === 'respondent')
    expect(faultsOf(respondent!, {}, TODAY)).toEqual({ 'respondents.0.name': '请填写“对方姓名或名称”。' })
  })
})

describe('faults from the server', () => {
  it('are by field', () => {
    expect(fieldsOf({ fields: { place: '请填写“事故地点”。' } })).toEqual({ place: '请填写“事故地点”。' })
  })

  it('of the shape of a request are named by their last part', () => {
    expect(fieldsOf({ fields: [{ field: 'body.amount', type: 'decimal' }] })).toEqual({
      amount: '内容格式不正确，请检查。',
    })
  })

  it('may be none', () => {
    expect(fieldsOf({})).toEqual({})
  })
})
