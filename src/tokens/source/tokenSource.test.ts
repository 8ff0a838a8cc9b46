// The tokens of an open document's lines: as they are told, by line and in sum, and through all edits.
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import type { LineId } from '../../base/units.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import type { TokenKind } from '../../contracts/lineTokens.ts'
import { verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { idAt, openText } from '../../session/testing/openText.ts'
import { runs } from '../../tooling/runs.ts'
import { type CountedText, countText, request } from '../testing/countText.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Of which the API's description says 19, with a model that counts as cl100k_base does. */
const HELLO =
  '{"messages":[{"role":"developer","content":"You are a helpful assistant."},{"role":"user","content":"Hello!"}]}'
const LONG = 'word '.repeat(9000)

const KIND: TokenKind = {
  encoding: 'cl100k_base',
  isKnown: true,
  hasMedia: false,
  hasTools: false,
  hasStoredInput: false,
  isUnreadable: false,
}

const opened: CountedText[] = []

async function count(...args: Parameters<typeof countText>): Promise<CountedText> {
  const document = await countText(...args)
  opened.push(document)
  return document
}

afterEach(async () => {
  for (const document of opened.splice(0)) await document.close()
})

describe('tokens of a document', () => {
  test('are counted line by line and in sum, and none where there are none', async () => {
    const document = await count(`${request('Hello!')}\n\n{"broken\n${request('Hello! Hello!')}\n`)
    await document.whenCounted()
    expect(await document.tokensByLine()).toEqual([9, undefined, undefined, 11])
    expect(document.tokens()).toMatchObject({ sum: 20, error: 0, isExact: true, of: 'prompts' })
    const report = valueOf(await document.session.readTokens())
    expect(report.lines).toBe(2)
    expect(report.models).toMatchObject([{ model: 'gpt-4', encoding: 'cl100k_base', tokens: 20 }])
    expect(report.buckets).toEqual([{ from: 8, to: 16, lines: 2 }])
    expect(report.longest.map(({ index, tokens }) => [index, tokens])).toEqual([
      [3, 11],
      [0, 9],
    ])
  })

  test('are reckoned from the bytes until any are counted, within what that may be off', async () => {
    const content = `${request('word '.repeat(50))}\n`.repeat(40)
    const { session, facts } = await openText(content)
    const before = facts().tokens
    expect(before).toMatchObject({ state: 'waiting', isExact: false, counted: 0 })
    expect(before?.sum).toBe(Math.round(content.length / 4))
    session.tokenSource.unfollow(verbatim('It died.'))
    expect(facts().tokens).toMatchObject({ state: 'failed', sum: before?.sum })
    const document = await count(content)
    await document.whenCounted()
    const { sum = 0, error } = document.tokens() ?? {}
    expect(error).toBe(0)
    expect(Math.abs(sum - (before?.sum ?? 0))).toBeLessThan(before?.error ?? 0)
  })

  test('of examples are those of the whole conversation', async () => {
    const document = await count(`${HELLO}\n`.repeat(10), { formatId: 'chatFineTuning' })
    await document.whenCounted()
    expect(await document.tokensByLine()).toEqual(Array.from({ length: 10 }, () => 19))
    expect(document.tokens()).toMatchObject({ sum: 190, of: 'examples' })
  })

  test('are not told of lines of which no one knows how they are counted', async () => {
    const document = await count('{"a":1}\n')
    expect(document.tokens()).toBeUndefined()
    expect(await document.session.readTokens()).toMatchObject({ failure: { code: 'no-tokens' } })
  })

  test('are known again when another format is chosen and given up', async () => {
    const document = await count(`${request('Hello!')}\n`)
    await document.whenCounted()
    await document.session.setFormat('plainJsonl', 'a')
    expect(document.tokens()).toBeUndefined()
    await document.session.setFormat('batchInput', 'b')
    await document.whenCounted()
    expect(document.tokens()?.sum).toBe(9)
  })

  test('are found by how many they are, going round', async () => {
    const lines = ['Hi', LONG, 'Hi', LONG].map((text) => `${request(text)}\n`).join('')
    const document = await count(lines)
    await document.whenCounted()
    const next = async (after: number) =>
      valueOf(await document.session.lineWithTokens(8192, 16_384, after)).line?.index
    expect([await next(-1), await next(1), await next(3)]).toEqual([1, 3, 1])
    expect(valueOf(await document.session.lineWithTokens(100, 200, 0)).line).toBeUndefined()
  })

  test('of a line that changes while it is counted are those of the changed line', async () => {
    const { session } = await openText(`${request('Hello!')}\n${request('Hello!')}\n`)
    session.tokenSource.follow()
    const taken = valueOf(await session.tokenSource.takeLines())
    const id = (await idAt(session, 0)) as LineId
    await session.edit({ kind: 'replace', id, texts: [request('Hello! Hello!')] })
    await session.tokenSource.putCounts({
      ids: taken.ids,
      tokens: Uint32Array.of(9, 9),
      kindOf: Uint32Array.of(0, 0),
      kinds: [KIND],
    })
    const { rows } = valueOf(await session.readRows({ kind: 'all' }, 0, 2))
    expect(rows.map(({ tokens }) => tokens)).toEqual([undefined, 9])
    expect(valueOf(await session.readTokens())).toMatchObject({ lines: 1, tokens: 9 })
  })

  test('that a worker took with it are counted by the next, and its end is told', async () => {
    const { session, facts } = await openText(`${request('Hello!')}\n`)
    session.tokenSource.follow()
    await session.tokenSource.takeLines()
    session.tokenSource.unfollow(verbatim('It died.'))
    expect(facts().tokens).toMatchObject({ state: 'failed', counted: 0 })
    session.tokenSource.follow()
    expect(valueOf(await session.tokenSource.takeLines()).ids).toHaveLength(1)
  })
})

describe('the context of the model', () => {
  const codes = async ({ session }: CountedText, index: number) => {
    const id = (await idAt(session, index)) as LineId
    const { diagnostics, verdict } = valueOf(await session.readLine(id))
    return { verdict, said: diagnostics.map(({ code, message }) => [code, inEnglish(message)]) }
  }

  test('is exceeded by a prompt that is surely longer: an error with both numbers', async () => {
    const document = await count(`${request(LONG)}\n${request('Hi')}\n`)
    await document.whenCounted()
    expect(await codes(document, 0)).toMatchObject({
      verdict: 'invalid',
      said: [['context-exceeded', expect.stringMatching(/9,0\d\d tokens.*8,192/)]],
    })
    expect(await codes(document, 1)).toEqual({ verdict: 'valid', said: [] })
    expect(document.facts()).toMatchObject({ invalid: 1 })
  })

  test.each([
    ['the answer may be too long', request('Hi', { max_completion_tokens: 8190 })],
    [
      'tools are counted by their JSON',
      request(LONG, { tools: [{ type: 'function', function: { name: 'f' } }] }),
    ],
    ['it is as good as the limit', request('word '.repeat(8190))],
  ])('is a warning where %s', async (_, line) => {
    const document = await count(`${line}\n${request('Other')}\n`)
    await document.whenCounted()
    expect((await codes(document, 0)).said).toMatchObject([
      ['context-perhaps-exceeded', expect.anything()],
    ])
    expect(document.facts()).toMatchObject({ invalid: 0, warnings: 1 })
  })

  test.each([
    ['the model is not in the table', request(LONG, { model: 'my-model' })],
    ['the API leaves out what does not fit', request(LONG, { truncation: 'auto' })],
  ])('is not told where %s', async (_, line) => {
    const document = await count(`${line}\n`)
    await document.whenCounted()
    expect((await codes(document, 0)).said.filter(([code]) => code?.startsWith('context'))).toEqual(
      [],
    )
  })

  test('of examples is the longest that any model learns from', async () => {
    const example = JSON.stringify({
      messages: [
        { role: 'user', content: 'word '.repeat(66_000) },
        { role: 'assistant', content: 'ok' },
      ],
    })
    const document = await count(`${HELLO}\n${example}\n`, { formatId: 'chatFineTuning' })
    await document.whenCounted()
    expect(document.facts().causes).toContainEqual(
      expect.objectContaining({ code: 'example-too-long', count: 1, severity: 'warning' }),
    )
  })

  test('is forgotten with an edit, and told again when that is taken back', async () => {
    const document = await count(`${request(LONG)}\n${request('Hi')}\n`)
    await document.whenCounted()
    const id = (await idAt(document.session, 0)) as LineId
    await document.session.edit({ kind: 'replace', id, texts: [request('Short')] })
    expect(document.facts().invalid).toBe(0)
    await document.whenCounted()
    expect(document.facts().invalid).toBe(0)
    await document.session.undo()
    await document.whenCounted()
    expect(document.facts().invalid).toBe(1)
  })
})

/** Short as a text, and yet of some 4,500 tokens. */
const RARE = '龘'.repeat(1500)

const text = fc.constantFrom('', 'Hi', 'Hello! '.repeat(5), RARE)
const line = fc.oneof(
  fc
    .tuple(text, fc.constantFrom('gpt-4', 'gpt-3.5-turbo-instruct', 'other'))
    .map(([content, model]) => request(content, { model })),
  fc.constantFrom('', '{"broken', '[1]'),
)

type Step =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly texts: readonly string[] }
  | { readonly kind: 'delete' | 'duplicate' | 'up' | 'undo' | 'redo' | 'wait'; readonly at: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('replace' as const, 'insert' as const),
      at: fc.nat(6),
      texts: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('delete', 'duplicate', 'up', 'undo', 'undo', 'redo', 'wait'),
      at: fc.nat(6),
    }) as fc.Arbitrary<Step>,
  ),
  { maxLength: 12 },
)

async function take({ session, whenCounted }: CountedText, step: Step): Promise<void> {
  const { kind, at } = step
  if (kind === 'undo' || kind === 'redo') return void (await session[kind]())
  if (kind === 'wait') return whenCounted()
  if (kind === 'insert') return void (await session.edit({ kind, at, texts: step.texts }))
  const id = await idAt(session, at)
  if (id === undefined) return
  const commands: Readonly<Record<typeof kind, EditCommand>> = {
    replace: { kind: 'replace', id, texts: 'texts' in step ? step.texts : [] },
    delete: { kind: 'delete', ids: [id] },
    duplicate: { kind: 'duplicate', id },
    up: { kind: 'move', id, by: -1 },
  }
  await session.edit(commands[kind])
}

/** All that is told, but for names of lines. */
async function told(document: CountedText): Promise<object> {
  const report = valueOf(await document.session.readTokens())
  const { causes, invalid, warnings } = document.facts()
  return {
    lines: await document.tokensByLine(),
    sum: document.tokens()?.sum,
    models: report.models,
    buckets: report.buckets,
    longest: report.longest.map(({ tokens }) => tokens),
    causes: causes.map(({ code, count: lines }) => [code, lines]),
    invalid,
    warnings,
    verdicts: await document.verdicts(),
  }
}

test('tokens and verdicts after any edits are those of the edited document opened anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      steps,
      async (texts, arbitrary) => {
        const content = texts.map((each) => `${each}\n`).join('')
        const document = await countText(content, { formatId: 'batchInput' })
        for (const step of arbitrary) await take(document, step)
        await document.whenCounted()
        const edited = (await document.texts()).map((each) => `${each}\n`).join('')
        const again = await countText(edited, { formatId: 'batchInput' })
        await again.whenCounted()
        expect(await told(document)).toEqual(await told(again))
        await document.close()
        await again.close()
      },
    ),
    runs(25),
  )
})
