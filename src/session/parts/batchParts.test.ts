// Parts of batches against plain lists of texts: what is in them, how they are cut, and that their lines
// are found again after any edits.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BatchPart, BatchPartsRequest, PartLine } from '../../contracts/batchParts.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import { type LineId, lineId } from '../../base/units.ts'
import { runs } from '../../tooling/runs.ts'
import { createMemoryFile } from '../testing/memoryFile.ts'
import { idAt, type OpenedText, openText } from '../testing/openText.ts'

const chat = (id: string, model = 'gpt-6-luna'): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages: [{ role: 'user', content: `Hello ${id}` }] },
  })

const embedding = (id: string, input: unknown): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/embeddings',
    body: { model: 'text-embedding-3-small', input },
  })

const WIDE = { lines: 50_000, bytes: 200_000_000, items: 50_000 }

async function partsOf(
  { session }: Pick<OpenedText, 'session'>,
  request: Partial<BatchPartsRequest> = {},
): Promise<readonly BatchPart[]> {
  const made = await session.batchParts(
    { jobId: 'parts', limits: WIDE, groups: 'none', selection: 'all', ...request },
    () => {},
  )
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}

function placeIn(part: BatchPart | undefined, at: number): PartLine {
  if (!part) throw new Error('there is no part')
  return { first: part.first.id, ids: part.ids, revision: part.revision, at }
}

async function onlyPart(content: string, request: Partial<BatchPartsRequest> = {}) {
  const parts = await partsOf(await openText(content), request)
  expect(parts.length).toBe(1)
  return parts[0] as BatchPart
}

describe('a part', () => {
  test('has what a batch needs to know of its lines', async () => {
    const lines = [chat('a'), chat('b', 'other'), '', chat('c')]
    const { blob, ids, contentHash, ...part } = await onlyPart(lines.join('\n'))
    expect(await blob.text()).toBe(`${chat('a')}\n${chat('b', 'other')}\n${chat('c')}\n`)
    expect(ids).toEqual([0, 2, 3, 1])
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(part).toEqual({
      lines: 3,
      bytes: blob.size,
      items: 0,
      first: { id: 0, line: 1 },
      last: { id: 3, line: 4 },
      endpoint: '/v1/chat/completions',
      urls: [{ value: '/v1/chat/completions', lines: 3 }],
      models: [
        { value: 'gpt-6-luna', lines: 2 },
        { value: 'other', lines: 1 },
      ],
      modelCount: 2,
      revision: part.revision,
    })
  })

  test('has no byte order mark, no CR at the ends and no lines of a mark alone', async () => {
    const part = await onlyPart(`\ufeff${chat('a')}\r\n\r\n${chat('b')}`)
    expect(await part.blob.text()).toBe(`${chat('a')}\n${chat('b')}\n`)
    const marked = await onlyPart(`\ufeff\n${chat('a')}\n`)
    expect(await marked.blob.text()).toBe(`${chat('a')}\n`)
    expect(marked).toMatchObject({ lines: 1, first: { id: 1, line: 2 } })
  })

  test('names no endpoint when there are several, or a line has none', async () => {
    const several = await onlyPart(`${chat('a')}\n${embedding('b', 'x')}\n${chat('c')}`)
    expect(several.endpoint).toBeUndefined()
    expect(several.urls).toEqual([
      { value: '/v1/chat/completions', lines: 2 },
      { value: '/v1/embeddings', lines: 1 },
    ])
    expect((await onlyPart(`${chat('a')}\n{"a":1}`)).endpoint).toBeUndefined()
    expect((await onlyPart(`${chat('a')}\n{"a":`)).endpoint).toBeUndefined()
  })

  test('knows urls and models whatever the format of the document', async () => {
    const opened = await openText(`${chat('a')}\n${chat('b')}`, { formatId: 'groqBatchInput' })
    const [part] = await partsOf(opened)
    expect(part).toMatchObject({ endpoint: '/v1/chat/completions', modelCount: 1 })
  })

  test('counts inputs to embed', async () => {
    const inputs = ['a', ['a', 'b', 'c'], [1, 2], [[1], [2, 3]], []]
    const lines = inputs.map((input, i) => embedding(String(i), input))
    expect((await onlyPart(lines.join('\n'))).items).toBe(1 + 3 + 1 + 2)
  })

  test('of valid lines leaves out those with an error', async () => {
    const content = `${chat('a')}\n{"a":\n${chat('a')}\n${chat('b')}`
    const part = await onlyPart(content, { selection: 'valid' })
    expect(await part.blob.text()).toBe(`${chat('a')}\n${chat('b')}\n`)
    expect(part.ids).toEqual([0, 1, 3, 1])
  })

  test('there is none without lines', async () => {
    expect(await partsOf(await openText('\n \n'))).toEqual([])
  })

  test('has the hash of its content, whatever file it came from', async () => {
    const hashes = async (content: string) =>
      (await partsOf(await openText(content), { limits: { ...WIDE, lines: 2 } })).map(
        ({ contentHash }) => contentHash,
      )
    const [first, second] = await hashes(`${chat('a')}\n${chat('b')}\n${chat('c')}\n`)
    expect(first).not.toBe(second)
    expect(await hashes(`\n${chat('a')}\r\n${chat('b')}`)).toEqual([first])
    expect(await hashes(`${chat('b')}\n${chat('a')}`)).not.toEqual([first])
  })
})

describe('a document', () => {
  test('that has a line no part can hold is refused, with its number', async () => {
    const { session } = await openText(`\n${chat('a')}\n${chat('b'.repeat(500))}`)
    const limits = { ...WIDE, bytes: 400 }
    const request = { jobId: 'parts', limits, groups: 'none', selection: 'all' } as const
    const made = await session.batchParts(request, () => {})
    if (made.ok) throw new Error('a part was made')
    expect(made.failure.code).toBe('line-too-large')
    expect(made.failure.message.values).toMatchObject({ line: 3 })
  })

  test('can be cancelled', async () => {
    const { session } = await openText(chat('a'))
    const request = { jobId: 'parts', limits: WIDE, groups: 'none', selection: 'all' } as const
    const made = session.batchParts(request, () => {})
    await session.cancel('parts')
    expect(await made).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  })

  test('that was saved over its file has new ids, and its parts know them', async () => {
    const opened = await openText(`\n${chat('a')}\n${chat('b')}`)
    const [part] = await partsOf(opened)
    await opened.session.edit({ kind: 'delete', ids: [lineId(0)] })
    const before = await opened.session.lineOfPart(placeIn(part, 2))
    expect(before).toMatchObject({ ok: true, value: { line: { id: 2, index: 1 } } })
    await opened.session.save(createMemoryFile().handle, 'save', () => {})
    const after = await opened.session.lineOfPart(placeIn(part, 2))
    expect(after).toMatchObject({ ok: true, value: { line: { id: 1, index: 1 } } })
    await opened.session.edit({ kind: 'delete', ids: [lineId(0)] })
    await opened.session.save(createMemoryFile().handle, 'save', () => {})
    const again = await opened.session.lineOfPart(placeIn(part, 2))
    expect(again).toMatchObject({ ok: true, value: { line: { id: 0, index: 0 } } })
    const gone = await opened.session.lineOfPart(placeIn(part, 1))
    expect(gone).toMatchObject({ ok: true, value: { line: undefined } })
  })
})

const line = fc.oneof(
  fc.nat(3).map((i) => chat(String(i))),
  fc.array(fc.constant('x'), { maxLength: 5 }).map((input) => embedding('e', input)),
  fc.constantFrom('', ' ', '{"a":', '[1]', chat('long'.repeat(20))),
)

const edit = fc.record({
  kind: fc.constantFrom('replace', 'delete', 'insert', 'move', 'duplicate', 'undo'),
  at: fc.nat(30),
  text: line,
})

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

async function carryOut({ session, facts }: OpenedText, { kind, at, text }: Edit): Promise<void> {
  if (kind === 'undo') return void (await session.undo())
  const index = at % (facts().lines + 1)
  const id = await idAt(session, index)
  if (kind === 'insert') {
    await session.edit({ kind, at: index, texts: [text] })
    return
  }
  if (id === undefined) return
  const commands: Record<string, EditCommand> = {
    replace: { kind: 'replace', id, texts: [text] },
    delete: { kind: 'delete', ids: [id] },
    move: { kind: 'move', id, by: 1 },
    duplicate: { kind: 'duplicate', id },
  }
  await session.edit(commands[kind] as EditCommand)
}

describe('parts', () => {
  test('are the lines in order, within the limits and no more than needed', async () => {
    const limits = fc.record({
      lines: fc.integer({ min: 1, max: 5 }),
      bytes: fc.integer({ min: 500, max: 900 }),
      items: fc.integer({ min: 5, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(edit, { maxLength: 6 }),
        limits,
        async (texts, end, hasMark, edits, limit) => {
          // A mark that is moved or copied down stays what it is there: a character that is no JSON.
          const mark = hasMark && edits.length === 0 ? '\ufeff' : ''
          const content = mark + texts.map((text) => text + end).join('')
          const opened = await openText(content, { formatId: 'batchInput' })
          for (const each of edits) await carryOut(opened, each)
          const expected = (await opened.texts())
            .map((text) => text.replace(/^\ufeff/, ''))
            .filter((text) => text.trim() !== '')
          const parts = await partsOf(opened, { limits: limit })
          const lists = await Promise.all(
            parts.map(async ({ blob }) => (await blob.text()).split('\n').slice(0, -1)),
          )
          expect(lists.flat()).toEqual(expected)
          for (const [i, part] of parts.entries()) {
            const list = lists[i] as string[]
            expect(part).toMatchObject({ lines: list.length, bytes: part.blob.size })
            expect(part.lines).toBeLessThanOrEqual(limit.lines)
            expect(part.bytes).toBeLessThanOrEqual(limit.bytes)
            expect(part.items).toBeLessThanOrEqual(limit.items)
            expect(part.items).toBe(list.map(itemsOf).reduce((a, b) => a + b, 0))
            const [next] = lists[i + 1] ?? []
            if (next === undefined) continue
            const isFull =
              part.lines + 1 > limit.lines ||
              part.bytes + new TextEncoder().encode(next).length + 1 > limit.bytes ||
              part.items + itemsOf(next) > limit.items
            expect(isFull).toBe(true)
          }
        },
      ),
      runs(60),
    )
  })

  test('have their lines found again after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.array(edit, { maxLength: 4 }),
        fc.array(edit, { maxLength: 8 }),
        async (texts, before, after) => {
          const opened = await openText(texts.map((text) => `${text}\n`).join(''))
          for (const each of before) await carryOut(opened, each)
          const known = await linesOf(opened)
          const parts = await partsOf(opened, { limits: { ...WIDE, lines: 3 } })
          for (const each of after) await carryOut(opened, each)
          const now = await linesOf(opened)
          let row = 0
          const notBlank = known.filter(({ text }) => text.trim() !== '')
          for (const part of parts) {
            expect(part.first.id).toBe(notBlank[row]?.id)
            for (let at = 1; at <= part.lines; at++, row++) {
              const id = (notBlank[row] as { id: LineId }).id
              const found = await opened.session.lineOfPart(placeIn(part, at))
              const index = now.findIndex((each) => each.id === id)
              const line = index < 0 ? undefined : { id, index }
              expect(found).toMatchObject({ ok: true, value: { line } })
            }
            const beyond = await opened.session.lineOfPart(placeIn(part, part.lines + 1))
            expect(beyond).toMatchObject({ ok: true, value: { line: undefined } })
          }
        },
      ),
      runs(40),
    )
  })

  test('are counted from their first line where its ids are not known', async () => {
    const { session } = await openText(`\n${chat('a')}\n\n${chat('b')}\n${chat('c')}`)
    const found = await session.lineOfPart({ first: lineId(1), at: 2 })
    expect(found).toMatchObject({ ok: true, value: { line: { id: 3, index: 3 } } })
    const beyond = await session.lineOfPart({ first: lineId(1), at: 4 })
    expect(beyond).toMatchObject({ ok: true, value: { line: undefined } })
  })
})

async function linesOf({ session }: OpenedText) {
  const window = await session.readRows({ kind: 'all' }, 0, 1000)
  if (!window.ok) throw new Error(window.failure.code)
  return window.value.rows
}

function itemsOf(text: string): number {
  try {
    const { url, body } = JSON.parse(text) as { url?: string; body?: { input?: unknown[] } }
    return url === '/v1/embeddings' ? (body?.input?.length ?? 0) : 0
  } catch {
    return 0
  }
}
