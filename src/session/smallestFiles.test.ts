// Each rule about a file by the largest file that keeps it and the smallest that does not, when it is opened and
// through edits. A rule that is not here fails the test.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { present } from '../base/assert.ts'
import { formats } from '../formats/registry.ts'
import { withTokenFindings } from '../state/tokenLimit/tokenUse.ts'
import { countText, request as countedRequest } from '../tokens/testing/countText.ts'
import { limitFinding } from './fileFindings.ts'
import { idAt, openText, type OpenedText } from './testing/openText.ts'

const request = (id: string, url: string, body: object): string =>
  JSON.stringify({ custom_id: id, method: 'POST', url, body })

const MESSAGES = [{ role: 'user', content: 'Hi' }]
const chat = (id: string, model = 'gpt-4o-mini', url = '/v1/chat/completions'): string =>
  request(id, url, { model, messages: MESSAGES })

const embedding = (id: string, inputs: number): string =>
  request(id, '/v1/embeddings', {
    model: 'text-embedding-3-small',
    input: Array.from({ length: inputs }, () => 'x'),
  })

const result = (id: string): string =>
  `{"id":"batch_req_${id}","custom_id":"${id}","response":{"status_code":200,"request_id":"q","body":{}},"error":null}`

const example = (question: string, weight = 1): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: 'Yes', weight },
    ],
  })

const many = (count: number, lineOf: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => lineOf(i))

interface Row {
  readonly code: string
  readonly formatId: string
  /** A file that keeps the rule. */
  readonly keeps: readonly string[]
  /** The line after which it does no longer; of a rule that wants enough lines, the one that is missing. */
  readonly last: string
  readonly wantsLast?: true
}

const ROWS: readonly Row[] = [
  { code: 'duplicate-custom-id', formatId: 'batchInput', keeps: [chat('a')], last: chat('a') },
  { code: 'mixed-models', formatId: 'batchInput', keeps: [chat('a')], last: chat('b', 'gpt-4o') },
  {
    code: 'mixed-urls',
    formatId: 'batchInput',
    keeps: [chat('a')],
    last: request('b', '/v1/responses', { model: 'gpt-4o-mini', input: 'Hi' }),
  },
  {
    code: 'too-many-requests',
    formatId: 'batchInput',
    keeps: many(50_000, (i) => chat(`r-${i}`)),
    last: chat('last'),
  },
  {
    code: 'too-many-inputs',
    formatId: 'batchInput',
    keeps: many(25, (i) => embedding(`r-${i}`, 2000)),
    last: embedding('last', 1),
  },
  { code: 'mixed-formats', formatId: 'batchInput', keeps: [chat('a')], last: result('b') },
  { code: 'repeated-line', formatId: 'chatFineTuning', keeps: [example('a')], last: example('a') },
  {
    code: 'too-few-examples',
    formatId: 'chatFineTuning',
    keeps: many(9, (i) => example(`q-${i}`)),
    last: example('last'),
    wantsLast: true,
  },
  {
    code: 'nothing-to-learn',
    formatId: 'chatFineTuning',
    keeps: [example('a')],
    last: example('b', 0),
  },
]

/** Rules whose smallest file is in a test of their own, here or beside what they are about. */
const ELSEWHERE: readonly string[] = [
  'enqueued-tokens',
  'file-extension',
  'file-too-large',
  // sharedLines.test.ts
  'shared-examples',
  // Hints by which format the lines are taken for: answers.test.ts, detection.test.ts
  'recognised-provider',
  'looks-like-prompts',
]

function speaks({ facts }: OpenedText, code: string): boolean {
  return [...facts().fileFindings, ...facts().causes].some((found) => found.code === code)
}

describe.each(ROWS)('$code', ({ code, formatId, keeps, last, wantsLast }) => {
  const withLast = wantsLast !== true
  const whole = [...keeps, last]

  test('is said of the smallest file that breaks the rule, and not of the largest that keeps it', async () => {
    const without = await openText(`${keeps.join('\n')}\n`, { formatId })
    expect(speaks(without, code)).toBe(!withLast)
    const opened = await openText(`${whole.join('\n')}\n`, { formatId })
    expect(speaks(opened, code)).toBe(withLast)
  })

  test('follows deleting, undo, redo, inserting and editing', async () => {
    const opened = await openText(`${whole.join('\n')}\n`, { formatId })
    const { session } = opened
    const lastId = async () => present(await idAt(session, keeps.length), 'the last line')
    await session.edit({ kind: 'delete', ids: [await lastId()] })
    expect(speaks(opened, code)).toBe(!withLast)
    await session.undo()
    expect(speaks(opened, code)).toBe(withLast)
    await session.redo()
    expect(speaks(opened, code)).toBe(!withLast)
    await session.edit({ kind: 'insert', at: keeps.length, texts: [last] })
    expect(speaks(opened, code)).toBe(withLast)
    await session.edit({ kind: 'replace', id: await lastId(), texts: [''] })
    expect(speaks(opened, code)).toBe(!withLast)
    await session.undo()
    expect(speaks(opened, code)).toBe(withLast)
    await session.edit({ kind: 'replace', id: await lastId(), texts: [last] })
    expect(speaks(opened, code)).toBe(withLast)
  })
})

test.each([
  ['lines.jsonl', false],
  ['lines.JSONL', false],
  ['lines', false],
  ['lines.json', true],
  ['lines.jsonl.txt', true],
])('the name %s is refused: %s', async (name, isRefused) => {
  const opened = await openText(chat('a'), { formatId: 'batchInput', name })
  expect(speaks(opened, 'file-extension')).toBe(isRefused)
})

// 9 tokens a request, as the model counts; the limit is the user's, so what is said is added by the page.
test('a batch above the limit of enqueued tokens says so, through edits', async () => {
  const document = await countText(`${countedRequest('Hello!')}\n`.repeat(3))
  const says = async (limit: number) => {
    await document.whenCounted()
    const told = withTokenFindings(document.facts(), { 'gpt-4': limit })
    return told.fileFindings.find(({ code }) => code === 'enqueued-tokens')?.severity
  }
  const { session } = document
  const lastId = async () => present(await idAt(session, 2), 'the last line')
  expect(await says(27)).toBeUndefined()
  expect(await says(26)).toBe('error')
  await session.edit({ kind: 'delete', ids: [await lastId()] })
  expect(await says(26)).toBeUndefined()
  await session.undo()
  expect(await says(26)).toBe('error')
  await session.edit({ kind: 'replace', id: await lastId(), texts: [''] })
  expect(await says(26)).toBeUndefined()
  await session.edit({ kind: 'insert', at: 3, texts: [countedRequest('Hello!')] })
  expect(await says(26)).toBe('error')
  await document.close()
})

// By counts, since nobody wants to write 200 MB; that the bytes are counted is in the meter below.
test.each([
  [200_000_000, undefined],
  [200_000_001, 'warning'],
  [209_715_200, 'warning'],
  [209_715_201, 'error'],
])('of a batch of %d bytes is said: %s', (bytes, severity) => {
  const limits = formats.find(({ id }) => id === 'batchInput')?.limits ?? []
  const limit = present(
    limits.find((each) => each.of === 'bytes'),
    'a limit of size',
  )
  expect(limitFinding(limit, bytes)?.severity).toBe(severity)
})

test('the meter of size counts bytes, through edits', async () => {
  const text = `${chat('a')}\n${chat('ü')}\r\n`
  const { session, facts } = await openText(text, { formatId: 'batchInput' })
  const used = () => facts().meters.find((meter) => meter.of === 'bytes')?.used
  const bytes = new TextEncoder().encode(text).length
  expect(used()).toBe(bytes)
  await session.edit({ kind: 'delete', ids: [present(await idAt(session, 0), 'a line')] })
  expect(used()).toBe(bytes - chat('a').length - 1)
  await session.undo()
  expect(used()).toBe(bytes)
})

test.each(formats.flatMap(({ id, limits = [] }) => limits.map((limit) => ({ id, limit }))))(
  '$id: $limit.code is said above the limit, not at it',
  ({ limit }) => {
    expect(limitFinding(limit, limit.errorAbove)?.severity).toBe(
      limit.warnAbove === undefined ? undefined : 'warning',
    )
    expect(limitFinding(limit, limit.errorAbove + 1)?.severity).toBe('error')
    if (limit.warnAbove === undefined) return
    expect(limitFinding(limit, limit.warnAbove)).toBeUndefined()
    expect(limitFinding(limit, limit.warnAbove + 1)?.severity).toBe('warning')
  },
)

test('every rule has its smallest file', () => {
  const openAi = formats.filter(({ id }) => ROWS.some(({ formatId }) => formatId === id))
  const ofFormats = openAi.flatMap(({ key, uniform = [], limits = [], least, wholeLines }) => [
    ...[key, least, wholeLines].flatMap((rule) => (rule ? [rule.code] : [])),
    ...[...uniform, ...limits].map(({ code }) => code),
  ])
  const written = ['fileFindings.ts', 'sharedLines.ts', '../state/tokenLimit/tokenUse.ts']
  const ofFiles = written.flatMap((file) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8')
    return [...source.matchAll(/\bcode: '([^']+)'/g)].map(([, code]) => code as string)
  })
  const known = [...ROWS.map(({ code }) => code), ...ELSEWHERE]
  const unknown = [...ofFormats, ...ofFiles].filter((code) => !known.includes(code))
  expect(ofFiles.length).toBeGreaterThan(4)
  expect(unknown).toEqual([])
})
