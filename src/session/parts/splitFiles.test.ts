// Split files against plain lists of texts: nothing is lost or doubled, each file is within the limits and of
// one model and one url.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartLimits } from '../../contracts/batchParts.ts'
import type { SplitFile, SplitPlan, SplitRequest } from '../../contracts/splitFiles.ts'
import { runs } from '../../tooling/runs.ts'
import { type OpenedText, openText } from '../testing/openText.ts'

const URLS = ['/v1/chat/completions', '/v1/embeddings'] as const

interface Drawn {
  readonly url: (typeof URLS)[number]
  readonly model: string | undefined
  readonly content: string
  readonly inputs: number
}

function textOf({ url, model, content, inputs }: Drawn, at: number): string {
  const body =
    url === '/v1/embeddings'
      ? { model, input: Array.from({ length: inputs }, () => content) }
      : { model, messages: [{ role: 'user', content }] }
  return JSON.stringify({ custom_id: `request-${at}`, method: 'POST', url, body })
}

const WIDE: PartLimits = { lines: 50_000, bytes: 200_000_000, items: 50_000 }

async function planOf(
  { session }: Pick<OpenedText, 'session'>,
  request: Partial<SplitRequest> = {},
): Promise<SplitPlan> {
  const made = await session.splitFiles(
    { jobId: 'split', limits: WIDE, selection: 'valid', ...request },
    () => {},
  )
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}

const open = (content: string) => openText(content, { formatId: 'batchInput' })

async function linesIn({ blob }: Pick<SplitFile, 'blob'>): Promise<string[]> {
  const text = await blob.text()
  expect(text.endsWith('\n')).toBe(true)
  return text.split('\n').slice(0, -1)
}

const drawn = fc.record({
  url: fc.constantFrom(...URLS),
  model: fc.constantFrom('gpt-6-luna', 'gpt-6-sol', 'text-embedding-3-small'),
  content: fc.constantFrom('a', '中文', '😀'.repeat(9), '\\u0041', 'long'.repeat(30)),
  inputs: fc.integer({ min: 1, max: 4 }),
})

const otherLine = fc.constantFrom('', ' ', '{"custom_id":', '[1]', '{"custom_id":"x"}')

describe('split files', () => {
  test('are the lines of each group in order, within the limits, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: drawn }, { weight: 1, arbitrary: otherLine }), {
          maxLength: 30,
        }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.record({
          lines: fc.integer({ min: 1, max: 6 }),
          bytes: fc.integer({ min: 900, max: 1600 }),
          items: fc.integer({ min: 4, max: 9 }),
        }),
        async (entries, end, hasFinalEnd, limits) => {
          const texts = entries.map((entry, at) =>
            typeof entry === 'string' ? entry : textOf(entry, at),
          )
          const content = texts.join(end) + (hasFinalEnd ? end : '')
          const plan = await planOf(await open(content), { limits })
          const groups = new Map<string, string[]>()
          entries.forEach((entry, at) => {
            if (typeof entry === 'string') return
            const group = `${entry.url} ${entry.model}`
            groups.set(group, [...(groups.get(group) ?? []), texts[at] as string])
          })
          const written = await Promise.all(plan.files.map(linesIn))
          expect(written.flat()).toEqual([...groups.values()].flat())
          const others = texts.filter((text, at) => text.trim() !== '' && isOther(entries[at]))
          expect(plan.rest ? await linesIn(plan.rest) : []).toEqual(others)
          for (const [at, file] of plan.files.entries()) {
            const lines = written[at] as string[]
            const values = lines.map((text) => JSON.parse(text))
            expect(new Set(values.map(({ url }) => url)).size).toBe(1)
            expect(new Set(values.map(({ body }) => body.model)).size).toBe(1)
            expect(file).toMatchObject({ lines: lines.length, bytes: file.blob.size })
            expect(file.items).toBe(values.reduce((sum, each) => sum + inputsOf(each), 0))
            expect(file.lines).toBeLessThanOrEqual(limits.lines)
            expect(file.bytes).toBeLessThanOrEqual(limits.bytes)
            expect(file.items).toBeLessThanOrEqual(limits.items ?? 0)
          }
        },
      ),
      runs(80),
    )
  })

  test('put pieces of turns together, however long', async () => {
    const chat = { url: URLS[0], inputs: 1 }
    const sizes = [10, 200_000, 300_000, 70_000, 10, 10, 500_000]
    const texts = sizes.flatMap((size, i) =>
      ['gpt-6-luna', 'gpt-6-sol'].map((model, side) =>
        textOf({ ...chat, model, content: 'x'.repeat(size) }, 2 * i + side),
      ),
    )
    const plan = await planOf(await open(texts.join('\n')))
    expect(plan.files.length).toBe(2)
    for (const [side, file] of plan.files.entries()) {
      expect(await linesIn(file)).toEqual(texts.filter((_, i) => i % 2 === side))
    }
  })

  test('have the only odd line in a file of its own, and not among the rest', async () => {
    const chat = { url: URLS[0], content: 'a', inputs: 1 }
    const texts = ['gpt-6-luna', 'gpt-6-luna', 'gpt-6-sol', 'gpt-6-luna'].map((model, at) =>
      textOf({ ...chat, model }, at),
    )
    const opened = await open(texts.join('\n'))
    expect(opened.facts().invalid).toBe(1)
    const plan = await planOf(opened)
    expect(plan.rest).toBeUndefined()
    expect(await Promise.all(plan.files.map(linesIn))).toEqual([
      [texts[0], texts[1], texts[3]],
      [texts[2]],
    ])
    expect(plan.files.map(({ models }) => models[0]?.value)).toEqual(['gpt-6-luna', 'gpt-6-sol'])
  })

  test('of all lines keep a broken one with its neighbours', async () => {
    const line = (model: string, at: number) =>
      textOf({ url: URLS[0], model, content: 'a', inputs: 1 }, at)
    const texts = ['{', line('gpt-6-luna', 1), line('gpt-6-sol', 2), '{"a":', line('gpt-6-luna', 3)]
    const plan = await planOf(await open(texts.join('\n')), { selection: 'all' })
    expect(await Promise.all(plan.files.map(linesIn))).toEqual([
      [texts[0], texts[1], texts[4]],
      [texts[2], texts[3]],
    ])
    expect(plan.rest).toBeUndefined()
  })

  test('take lines that name no model with those that agree in all else', async () => {
    const line = (model: string | undefined, at: number) =>
      JSON.stringify({
        custom_id: `request-${at}`,
        method: 'POST',
        url: '/v1/moderations',
        body: { ...(model !== undefined && { model }), input: 'a' },
      })
    const models = [undefined, 'omni-moderation-latest', undefined, 'other', undefined]
    const texts = models.map(line)
    const plan = await planOf(await open(texts.join('\n')), { selection: 'all' })
    expect(await Promise.all(plan.files.map(linesIn))).toEqual([
      [texts[0], texts[1], texts[2], texts[4]],
      [texts[3]],
    ])
  })

  test('are refused where almost every line would be one', async () => {
    const texts = Array.from({ length: 60 }, (_, at) =>
      textOf({ url: URLS[0], model: `model-${at}`, content: 'a', inputs: 1 }, at),
    )
    const { session } = await open(texts.join('\n'))
    const made = await session.splitFiles(
      { jobId: 'split', limits: WIDE, selection: 'valid' },
      () => {},
    )
    expect(made).toMatchObject({ ok: false, failure: { code: 'too-many-groups' } })
  })

  test('depend on models only where the format wants one', async () => {
    const texts = ['a', 'b', 'a'].map((model, at) =>
      textOf({ url: URLS[0], model, content: 'a', inputs: 1 }, at),
    )
    const opened = await openText(texts.join('\n'), { formatId: 'groqBatchInput' })
    const plan = await planOf(opened)
    expect(await Promise.all(plan.files.map(linesIn))).toEqual([texts])
  })
})

function isOther(entry: Drawn | string | undefined): boolean {
  return typeof entry === 'string'
}

function inputsOf({ url, body }: { url: string; body: { input?: unknown[] } }): number {
  return url === '/v1/embeddings' ? (body.input?.length ?? 0) : 0
}
