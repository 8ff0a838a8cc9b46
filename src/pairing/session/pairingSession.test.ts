import { describe, expect, test } from 'vitest'
import { breathe } from '../../base/jobs.ts'
import {
  chatAnswer,
  chatRequest,
  failedAnswer,
  linesOf,
  pairTexts,
  windowOf,
} from './testing/pairTexts.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

test('all outcomes of a batch', async () => {
  const { facts, rows } = await pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf([
        chatRequest('a'),
        chatRequest('b'),
        chatRequest('c'),
        chatRequest('a', 'Again'),
      ]),
    },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('z'), chatAnswer('a')]) },
    { key: 'errors', role: 'answers', text: linesOf([failedAnswer('b'), failedAnswer('a')]) },
  ])
  expect(facts()).toMatchObject({
    state: 'ready',
    requests: 4,
    answers: 4,
    succeeded: 1,
    failed: 1,
    missing: 1,
    unexpected: 1,
    duplicate: 2,
  })
  expect(
    (await rows()).map(
      ({ id, outcome, promptPreview, answerPreview, others, requestLine, answerLine }) => [
        id,
        outcome,
        promptPreview,
        answerPreview,
        others,
        requestLine,
        answerLine,
      ],
    ),
  ).toEqual([
    ['a', 'succeeded', 'Prompt of a', 'Answer to a', 2, 1, 2],
    ['a', 'duplicate', '', 'Wait.', 3, undefined, 2],
    ['b', 'failed', 'Prompt of b', 'Wait.', 0, 2, 1],
    ['c', 'missing', 'Prompt of c', '', 0, 3, undefined],
    ['a', 'duplicate', 'Again', '', 3, 4, undefined],
    ['z', 'unexpected', '', 'Answer to z', 0, undefined, 1],
  ])
})

test('ids that nearly match are pointed out on both sides', async () => {
  const { pairing, rows, facts } = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf([chatRequest('a'), chatRequest(' b')]) },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('b'), chatAnswer('a')]) },
  ])
  expect((await rows()).map(({ id, outcome, nearMiss }) => [id, outcome, nearMiss])).toEqual([
    ['a', 'succeeded', undefined],
    [' b', 'missing', 'spaces'],
    ['b', 'unexpected', 'spaces'],
  ])
  expect(facts().summary?.nearMisses).toEqual([{ value: 'spaces', count: 1 }])
  const detail = valueOf(await pairing.readPair(1))
  expect(detail.near).toEqual([
    {
      why: 'spaces',
      id: 'b',
      role: 'answers',
      place: { key: 'out', documentName: 'out.jsonl', id: 0, line: 1 },
    },
  ])
})

test('a pair with all lines of its id', async () => {
  const { pairing } = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf([chatRequest('a'), chatRequest('a', 'Again')]) },
    { key: 'first', role: 'answers', text: linesOf([chatAnswer('a', ''), failedAnswer('a')]) },
    {
      key: 'second',
      role: 'answers',
      text: linesOf(['', chatAnswer('a', 'Better'), '{"custom_id":"a"']),
    },
  ])
  const detail = valueOf(await pairing.readPair(0))
  expect(detail).toMatchObject({ pair: 0, id: 'a', outcome: 'succeeded', moreLines: 0, near: [] })
  expect(detail.requests.map(({ reading, line }) => [line, reading?.promptPreview])).toEqual([
    [1, 'Prompt of a'],
    [2, 'Again'],
  ])
  expect(
    detail.answers.map(({ key, line, isCounted, reading, findings }) => [
      key,
      line,
      isCounted,
      reading?.isSuccess,
      findings.map(({ reason }) => reason),
    ]),
  ).toEqual([
    ['first', 1, false, true, ['empty']],
    ['first', 2, false, false, []],
    ['second', 2, true, true, []],
    ['second', 3, false, undefined, []],
  ])
  expect(detail).toMatchObject({ ownRequest: 0, ownAnswer: 2 })
  expect(detail.answers[3]).toMatchObject({ text: '{"custom_id":"a"', isCut: false })
  expect(await pairing.readPair(99)).toMatchObject({ ok: false })
})

test('of very many lines with an id some are shown, the own among them', async () => {
  const many = Array.from({ length: 100 }, (_, i) => chatAnswer('a', `Answer ${i}`))
  const { pairing, rows } = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf([chatRequest('a')]) },
    { key: 'out', role: 'answers', text: linesOf(many) },
  ])
  const pair = (await rows()).find(({ answerPreview }) => answerPreview === 'Answer 50')?.pair ?? -1
  const { answers, moreLines, ownRequest, ownAnswer } = valueOf(await pairing.readPair(pair))
  expect(moreLines).toBe(100 - answers.length)
  expect(ownRequest).toBeUndefined()
  expect(answers[ownAnswer ?? -1]?.line).toBe(51)
})

test('long lines have previews of their beginning', async () => {
  const long = (length: number) => 'word '.repeat(length / 5)
  const { rows } = await pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf([chatRequest('a', long(200_000)), chatRequest('b', long(2_000_000))]),
    },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('a', long(70_000)), '{"a', '7']) },
  ])
  expect(
    (await rows()).map(({ promptPreview, answerPreview }) => [
      promptPreview.slice(0, 9),
      answerPreview.slice(0, 9),
    ]),
  ).toEqual([
    ['word word', 'word word'],
    ['{"custom_', ''],
    ['', '{"a'],
    ['', 'no_respon'],
  ])
})

test('rows of a view by groups', async () => {
  const { pairing } = await pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf(['x-10', 'x-2', 'y-1'].map((id) => chatRequest(id))),
    },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('x-2'), chatAnswer('y-1')]) },
  ])
  const group = { kind: 'beforeLast', separator: '-' } as const
  const view = { filter: {}, order: 'ids', group } as const
  const window = await windowOf(pairing, view)
  expect(window.rows.map(({ id, group: summary }) => [id, summary])).toEqual([
    [
      'x-2',
      {
        name: 'x',
        rows: 2,
        outcomes: [
          { value: 'succeeded', count: 1 },
          { value: 'missing', count: 1 },
        ],
      },
    ],
    ['y-1', { name: 'y', rows: 1, outcomes: [{ value: 'succeeded', count: 1 }] }],
  ])
  const inGroup = await windowOf(pairing, { ...view, filter: { group: 'x' } })
  expect(inGroup.rows.map(({ id }) => id)).toEqual(['x-2', 'x-10'])
  expect(valueOf(await pairing.rowOfPair(view, 0)).row).toBe(0)
  expect(valueOf(await pairing.rowOfPair(view, 2)).row).toBe(1)
  const wrong = { ...view, group: { kind: 'pattern', pattern: '(' } } as const
  expect(await pairing.readRows(wrong, 0, 1)).toMatchObject({ ok: false })
})

test('grouping by a pattern that takes long ends when the view is left', async () => {
  const ids = Array.from({ length: 3000 }, (_, i) => `${'x'.repeat(60)}-${i}`)
  const { pairing } = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf(ids.map((id) => chatRequest(id))) },
    { key: 'out', role: 'answers', text: linesOf(ids.map((id) => chatAnswer(id))) },
  ])
  const view = (pattern: string) =>
    ({ filter: {}, order: 'requests', group: { kind: 'pattern', pattern } }) as const
  // Hundreds of steps are followed at once in every id.
  const slow = view('(?:.*x){40}(?:.*){200}[yz]')
  const reading = pairing.readRows(slow, 0, 10)
  for (let pause = 0; pause < 3; pause++) await breathe()
  await pairing.leaveView(slow)
  expect(await reading).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  expect(await pairing.readRows(view('^(x+)+-'), 0, 10)).toMatchObject({
    ok: true,
    value: { count: 1, rows: [{ group: { name: 'x'.repeat(60), rows: 3000 } }] },
  })
})

test('what columns tell', async () => {
  const { rows, facts } = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf([chatRequest('a')]) },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('a')]) },
  ])
  expect((await rows())[0]).toMatchObject({
    tokens: 15,
    status: 200,
    finishReason: 'stop',
    model: 'gpt-4o-mini-2024-07-18',
  })
  expect(facts().summary?.usage).toMatchObject({ answers: 1, prompt: 10, total: 15 })
  expect(
    facts().sources.map(({ lines, broken, withoutKey }) => [lines, broken, withoutKey]),
  ).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ])
})

test('answers alone are what they say themselves; with requests they are joined', async () => {
  const output = {
    key: 'out',
    role: 'answers',
    text: linesOf([chatAnswer('a'), failedAnswer('b'), chatAnswer('a'), '{"custom_id":']),
  } as const
  const errors = { key: 'errors', role: 'answers', text: linesOf([failedAnswer('c')]) } as const
  const alone = await pairTexts([output, errors])
  expect(alone.facts()).toMatchObject({
    state: 'ready',
    requests: 0,
    answers: 5,
    succeeded: 1,
    failed: 3,
    missing: 0,
    unexpected: 0,
    duplicate: 1,
  })
  expect(alone.facts().summary?.errors.map(({ value, count }) => [value, count])).toEqual([
    ['rate_limit_exceeded', 2],
    ['broken_line', 1],
  ])
  const joined = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf([chatRequest('b'), chatRequest('d')]) },
    output,
    errors,
  ])
  expect(joined.facts()).toMatchObject({
    requests: 2,
    succeeded: 0,
    failed: 1,
    missing: 1,
    unexpected: 3,
    duplicate: 1,
  })
})

test('ids of answers alone order and group them', async () => {
  const { pairing } = await pairTexts([
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('b-10'), chatAnswer('b-9')]) },
  ])
  const window = valueOf(await pairing.readRows({ filter: {}, order: 'ids' }, 0, 9))
  expect(window.rows.map(({ id }) => id)).toEqual(['b-9', 'b-10'])
})

describe('answers that repeat their request instead of an id', () => {
  const request = (text: string, temperature = '1') =>
    `{"request":{"contents":[{"role":"user","parts":[{"text":"${text}"}]}],"generationConfig":{"temperature":${temperature}}}}`
  const answer = (asked: string, said: string) =>
    `{"status":"","request":{"generationConfig": {"temperature": 1.0}, "contents": [{"parts": [{"text": "${asked}"}], "role": "user"}]},"response":{"candidates":[{"content":{"parts":[{"text":"${said}"}]},"finishReason":"STOP"}]}}`
  const texts = (requests: readonly string[], answers: readonly string[]) =>
    [
      { key: 'in', role: 'requests', providerId: 'gemini', text: linesOf(requests) },
      { key: 'out', role: 'answers', providerId: 'gemini', text: linesOf(answers) },
    ] as const

  test('are joined by it, equal as JSON', async () => {
    const { facts, rows } = await pairTexts(
      texts(
        [request('Rain?'), request('Sun?', '1.0'), request('Snow?', '2')],
        [answer('Sun?', 'Much.'), answer('Rain?', 'No.'), answer('Snow?', 'Other.')],
      ),
    )
    expect(facts()).toMatchObject({
      succeeded: 2,
      missing: 1,
      unexpected: 1,
      echoed: { answers: 2, inOrder: 0 },
    })
    expect(facts().sources.map(({ withoutKey }) => withoutKey)).toEqual([0, 0])
    expect((await rows()).map((row) => [row.id, row.promptPreview, row.answerPreview])).toEqual([
      ['', 'Rain?', 'No.'],
      ['', 'Sun?', 'Much.'],
      ['', 'Snow?', ''],
      ['', '', 'Other.'],
    ])
  })

  test('are joined in order where requests are equal', async () => {
    const { facts, rows } = await pairTexts(
      texts(
        [request('Dice?'), request('Coin?'), request('Dice?'), request('Dice?')],
        [answer('Dice?', 'Six.'), answer('Coin?', 'Head.'), answer('Dice?', 'Two.')],
      ),
    )
    expect(facts()).toMatchObject({
      succeeded: 3,
      missing: 1,
      unexpected: 0,
      duplicate: 0,
      echoed: { answers: 3, inOrder: 2 },
    })
    expect((await rows()).map(({ answerPreview }) => answerPreview)).toEqual([
      'Six.',
      'Head.',
      'Two.',
      '',
    ])
  })

  test('are each an answer of its own without requests', async () => {
    const [, out] = texts([], [answer('Dice?', 'Six.'), answer('Dice?', 'Two.')])
    const { facts } = await pairTexts([out])
    expect(facts()).toMatchObject({ succeeded: 2, duplicate: 0 })
  })
})
