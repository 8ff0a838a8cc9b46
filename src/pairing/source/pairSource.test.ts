import { expect, test } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { LineId } from '../../base/units.ts'
import { keyAt } from '../join/keyColumn.ts'
import type { PairLines } from '../pairLines.ts'
import { idAt, openText } from '../../session/testing/openText.ts'

const REQUESTS = { role: 'requests', providerId: 'openai' } as const
const ANSWERS = { role: 'answers', providerId: 'openai' } as const

const request = (id: string, model = 'gpt-6-luna') =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"${model}","messages":[{"role":"user","content":"Hi"}]}}`

const answer = (id: string, text = 'Yes.', usage = '{"prompt_tokens":9,"completion_tokens":2}') =>
  `{"custom_id":"${id}","response":{"status_code":200,"body":{"object":"chat.completion","model":"gpt-6-luna","choices":[{"index":0,"message":{"role":"assistant","content":"${text}"},"finish_reason":"stop"}],"usage":${usage}}},"error":null}`

const failed = (id: string) =>
  `{"custom_id":"${id}","response":{"status_code":429,"body":{"error":{"message":"Slow down","code":"rate_limit_exceeded"}}},"error":null}`

async function lines(text: string, reading: typeof REQUESTS | typeof ANSWERS) {
  const { session } = await openText(text)
  let changes = 0
  const read = await session.pairSource.readLines(
    reading,
    'read',
    () => {},
    () => changes++,
  )
  return { session, source: session.pairSource, lines: valueOf(read), changes: () => changes }
}

const keysOf = (found: PairLines) =>
  Array.from({ length: found.count }, (_, i) => {
    const key = keyAt(found, i)
    return key.kind === 'text' ? key.text : key.kind
  })

async function changeOf(source: Awaited<ReturnType<typeof lines>>['source']) {
  const change = await source.readChange()
  if (!change.ok || change.value === 'all') throw new Error('no change')
  const { changed, gone, order } = change.value
  return { changed: [...changed.ids], gone: [...gone], order: order && [...order], lines: changed }
}

test('requests: keys, classes, places and lengths; blank lines are not entries', async () => {
  const first = request('a')
  const { lines: found } = await lines(
    `\ufeff${first}\r\n\r\n${request('b', 'o3')}\n{"custom_id": "c", "body": {\n${request('d')}`,
    REQUESTS,
  )
  expect(keysOf(found)).toEqual(['a', 'b', 'c', 'd'])
  expect([...found.ids]).toEqual([0, 2, 3, 4])
  expect(found.byteLengths[0]).toBe(new TextEncoder().encode(first).length + 3)
  expect([...found.byteLengths].slice(2)).toEqual([28, request('d').length])
  expect(Array.from(found.classOf, (place) => found.classes[place])).toEqual([
    { isBroken: false, model: 'gpt-6-luna', wantsJson: false },
    { isBroken: false, model: 'o3', wantsJson: false },
    { isBroken: true, model: undefined, wantsJson: false },
    { isBroken: false, model: 'gpt-6-luna', wantsJson: false },
  ])
})

test('answers: classes and tokens', async () => {
  const { lines: found } = await lines(
    [answer('a'), failed('b'), `{"custom_id":"c"`, answer('d', ' \\n'), answer('e')].join('\n'),
    ANSWERS,
  )
  if (found.role !== 'answers') throw new Error('role')
  expect(keysOf(found)).toEqual(['a', 'b', 'c', 'd', 'e'])
  const classes = Array.from(found.classOf, (place) => inEnglish(found.classes[place]))
  expect(classes[0]).toEqual({
    isBroken: false,
    isSuccess: true,
    status: 200,
    errorCode: undefined,
    errorMessage: undefined,
    finishReason: 'stop',
    ending: 'complete',
    model: 'gpt-6-luna',
    unusable: undefined,
    hasText: true,
    statesUsage: true,
  })
  expect(classes[1]).toMatchObject({
    status: 429,
    errorCode: 'rate_limit_exceeded',
    errorMessage: 'Slow down',
  })
  expect(classes[2]).toMatchObject({
    isBroken: true,
    errorCode: 'broken_line',
    errorMessage: 'Bracket not closed',
  })
  expect(classes[3]?.unusable).toBe('empty')
  expect(found.classOf[4]).toBe(found.classOf[0])
  expect(found.tokens).toEqual({
    prompt: Uint32Array.of(9, 0, 0, 9, 9),
    completion: Uint32Array.of(2, 0, 0, 2, 2),
    total: Uint32Array.of(11, 0, 0, 11, 11),
  })
})

test('a path of the user', async () => {
  const { session } = await openText('{"meta":{"id":"x"},"custom_id":"y"}\n{"meta":[1]}')
  const read = await session.pairSource.readLines(
    { ...REQUESTS, keyPath: 'meta.id' },
    'read',
    () => {},
    () => {},
  )
  expect(read.ok && keysOf(read.value)).toEqual(['x', 'missing'])
  const refused = await session.pairSource.readLines(
    { ...REQUESTS, keyPath: 'meta..id' },
    'read',
    () => {},
    () => {},
  )
  expect(refused.ok).toBe(false)
})

test('what the first lines are', async () => {
  const kindOf = async (text: string) => (await openText(text)).session.pairSource.recognise()
  expect(await kindOf(`x\n${request('a')}\n${request('b')}`)).toEqual({ ok: true, value: REQUESTS })
  expect(await kindOf(`${failed('a')}\n\n`)).toEqual({ ok: true, value: ANSWERS })
  expect(await kindOf('{"a":1}')).toEqual({ ok: true, value: undefined })
})

test('edited, added and moved lines are read as they are', async () => {
  const { session } = await openText([request('a'), request('b'), request('c'), ''].join('\n'))
  const idOf = async (index: number) => (await idAt(session, index)) as never
  await session.edit({ kind: 'replace', id: await idOf(1), texts: [request('B'), request('B2')] })
  await session.edit({ kind: 'move', id: await idOf(3), by: -1 })
  await session.edit({ kind: 'delete', ids: [await idOf(0)] })
  const read = await session.pairSource.readLines(
    REQUESTS,
    'read',
    () => {},
    () => {},
  )
  expect(read.ok && keysOf(read.value)).toEqual(['B', 'c', 'B2'])
})

test('changes: edited, blank, deleted, brought back, added, moved', async () => {
  const { session, source, changes } = await lines(
    [request('a'), request('b'), request('c')].join('\n'),
    REQUESTS,
  )
  const [a, b, c] = [0, 1, 2] as never[]
  const text = (id: string | undefined) => [id === undefined ? '' : request(id)]
  await session.edit({ kind: 'replace', id: b as never, texts: text('B') })
  await session.edit({ kind: 'replace', id: c as never, texts: text('C') })
  expect(changes()).toBe(1)
  expect(await changeOf(source)).toMatchObject({ changed: [1, 2], gone: [], order: undefined })
  await session.edit({ kind: 'replace', id: b as never, texts: text(undefined) })
  await session.edit({ kind: 'delete', ids: [a as never] })
  expect(changes()).toBe(2)
  expect(await changeOf(source)).toMatchObject({ changed: [], gone: [1, 0], order: undefined })
  await session.undo()
  await session.undo()
  const back = await changeOf(source)
  expect(back).toMatchObject({ changed: [0, 1], gone: [], order: [0, 1, 2] })
  expect(keysOf(back.lines)).toEqual(['a', 'B'])
  await session.edit({ kind: 'move', id: c as never, by: -1 })
  expect(await changeOf(source)).toMatchObject({ changed: [2], gone: [], order: [0, 2, 1] })
  await session.edit({ kind: 'insert', at: 1, texts: text('n') })
  const added = await changeOf(source)
  expect(added.order).toEqual([0, added.changed[0], 2, 1])
  await session.undo()
  expect(await changeOf(source)).toMatchObject({ changed: [], gone: added.changed })
})

test('after the lines are others, all are read again', async () => {
  const { session, source } = await lines(request('a'), REQUESTS)
  await session.setFormat('plain', 'format')
  const none = await changeOf(source)
  expect(none).toMatchObject({ changed: [], gone: [], order: undefined })
  source.changed('all')
  expect(await source.readChange()).toEqual({ ok: true, value: 'all' })
})

test('contents are those of now, in the order asked for', async () => {
  const { session, source } = await lines('"first"\r\n"second"\n"third"', REQUESTS)
  await session.edit({ kind: 'replace', id: 1 as never, texts: ['"edited line"'] })
  await session.edit({ kind: 'delete', ids: [0 as never] })
  const read = await source.readContents(Float64Array.of(2, 0, 1, 99, 1), 8)
  const { bytes, ends, isCut, numbers } = valueOf(read)
  const texts = Array.from(ends, (end, i) =>
    new TextDecoder().decode(bytes.subarray(i === 0 ? 0 : ends[i - 1], end)),
  )
  expect(texts).toEqual(['"third"', '', '"edited ', '', '"edited '])
  expect([...isCut]).toEqual([0, 0, 1, 0, 1])
  expect(numbers).toEqual([2, 0, 1, 0, 1])
})

test('a record over several lines is one entry, by its first line', async () => {
  const over = answer('b')
    .replace('Yes.', 'one\n\ntwo')
    .replace('"error":null', '\n  "error": null\n')
  const {
    lines: found,
    source,
    session,
  } = await lines(`${answer('a')}\n<<<<<<< HEAD\n${over}\n=======\n${answer('c')}\n`, ANSWERS)
  expect(keysOf(found)).toEqual(['a', 'b', 'c'])
  expect([...found.ids]).toEqual([0, 2, 8])
  expect(found.classes.every(({ isBroken }) => !isBroken)).toBe(true)
  const contents = await source.readContents(Float64Array.of(2))
  const text = new TextDecoder().decode(valueOf(contents).bytes)
  expect(JSON.parse(text)).toEqual(JSON.parse(answer('b', 'one\\n\\ntwo')))
  const found2 = await source.findCandidates('two', 'find', () => {})
  expect(found2.ok && [...found2.value]).toContain(2)

  // An edit of another line of it is one of the entry.
  const last = (await idAt(session, 4)) as LineId
  const { value } = (await session.readLine(last)) as { value: { text: string } }
  await session.edit({
    kind: 'replace',
    id: last,
    texts: [value.text.replace('"prompt_tokens":9', '"prompt_tokens":7')],
  })
  const changed = await changeOf(source)
  expect(changed.changed).toEqual([2])
  expect(changed.gone).toEqual([])
  await session.edit({ kind: 'applyFix', id: last, fixId: 'joinRecord', code: 'record-over-lines' })
  expect(await changeOf(source)).toMatchObject({ changed: [2], gone: [] })
})
