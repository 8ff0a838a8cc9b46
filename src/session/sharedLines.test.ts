// What two documents share, held to a plain comparison of their lines under any edits.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '../base/assert.ts'
import type { LineId } from '../base/units.ts'
import { valueOf } from '../base/testing/valueOf.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import { HASH_LIMIT, type HashRange, type SharedLines } from '../contracts/comparing.ts'
import { createDevice } from './testing/device.ts'
import { idAt, type OpenedText, openText } from './testing/openText.ts'

const SEED = 7n

function example(question: string): string {
  return JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: 'Yes.' },
    ],
  })
}

const open = (lines: readonly string[], seed = SEED): Promise<OpenedText> =>
  openText(lines.join('\n'), { formatId: 'chatFineTuning', seed })

const lineAt = async ({ session }: OpenedText, index: number): Promise<LineId> =>
  present(await idAt(session, index), 'the line')

const WHOLE: HashRange = { from: 0, to: HASH_LIMIT }

/** What `one` shares with the other, which is called `name`, asked for by ranges of hashes. */
async function sharedBy(
  one: OpenedText,
  other: OpenedText,
  name: string,
  ranges: readonly HashRange[],
): Promise<SharedLines | undefined> {
  let shared: SharedLines | undefined
  for (const range of ranges) {
    const hashes = valueOf(await other.session.lineHashes(range))
    const { count, firstLine } = valueOf(await one.session.countShared(hashes, range))
    if (firstLine === undefined) continue
    const isFirst = shared === undefined || firstLine < shared.firstLine
    shared = {
      name,
      count: (shared?.count ?? 0) + count,
      firstLine: isFirst ? firstLine : (shared?.firstLine ?? firstLine),
    }
  }
  return shared
}

async function compare(
  one: OpenedText,
  other: OpenedText,
  ranges: readonly HashRange[] = [WHOLE],
): Promise<void> {
  await one.session.tellShared(await sharedBy(one, other, 'b.jsonl', ranges))
  await other.session.tellShared(await sharedBy(other, one, 'a.jsonl', ranges))
}

function shared({ facts }: OpenedText): { text: string; lines: readonly number[] } | undefined {
  const found = facts().fileFindings.find(({ code }) => code === 'shared-examples')
  return found && { text: inEnglish(found.message), lines: found.lines ?? [] }
}

describe('documents of one format', () => {
  test('are told how many lines they share, and the first', async () => {
    const train = await open(['a', 'b', 'c'].map(example))
    const valid = await open(['x', 'c', 'b'].map(example))
    await compare(train, valid)
    expect(shared(train)?.text).toMatch(/^2 lines are also in b\.jsonl, .*the first is line 2\./)
    expect(shared(train)?.lines).toEqual([2])
    expect(shared(valid)?.text).toMatch(/^2 lines are also in a\.jsonl/)
    expect(train.facts().comparedAs).toBe('chatFineTuning')
  })

  test('are told so no longer when they share none any more', async () => {
    const train = await open(['a', 'b'].map(example))
    const valid = await open(['b'].map(example))
    await compare(train, valid)
    expect(shared(valid)).toBeDefined()
    const { revision } = valid.facts()
    await train.session.edit({ kind: 'delete', ids: [await lineAt(train, 1)] })
    await compare(train, valid)
    expect(shared(train)).toBeUndefined()
    expect(shared(valid)).toBeUndefined()
    // What is told of other documents is no change of this one.
    expect(valid.facts().revision).toBe(revision)
  })
})

test('a line among more than 8 million others is found', async () => {
  const small = await open(['b', 'a'].map(example))
  const large = await openText(`${'\n'.repeat(2 ** 23)}${example('a')}\n`, {
    formatId: 'chatFineTuning',
    seed: SEED,
  })
  await compare(large, small)
  expect(shared(large)?.lines).toEqual([2 ** 23 + 1])
  expect(shared(small)?.lines).toEqual([2])
})

test('each hash is in one range, once', async () => {
  const doc = await open(['a', 'b', 'b', 'c', 'a'].map(example))
  const all = valueOf(await doc.session.lineHashes(WHOLE)).toSorted()
  expect(all).toHaveLength(3)
  const middle = present(all[1], 'a hash')
  const below = valueOf(await doc.session.lineHashes({ from: 0, to: middle }))
  const above = valueOf(await doc.session.lineHashes({ from: middle, to: HASH_LIMIT }))
  expect([...below, ...above.toSorted()]).toEqual([...all])
})

test('documents of other formats are not compared', async () => {
  const plain = await openText('{"a":1}\n{"a":1}', { seed: SEED })
  expect(plain.facts().comparedAs).toBeUndefined()
  expect(valueOf(await plain.session.lineHashes(WHOLE))).toHaveLength(0)
})

const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'x'), { maxLength: 12 })
const edit = fc.record({
  at: fc.nat(11),
  kind: fc.constantFrom('delete' as const, 'insert' as const, 'move' as const, 'undo' as const),
  name: fc.constantFrom('a', 'b', 'f'),
})

/** Between ranges of hashes. */
const limits = fc.array(fc.double({ min: 0, max: HASH_LIMIT, noNaN: true }), { maxLength: 3 })

/** '' stands for a blank line, x for one that is no JSON: those are no examples. */
const lineOf = (name: string): string => (name === '' ? '' : name === 'x' ? '{x' : example(name))

test('what is told is what a comparison of the texts tells', async () => {
  await fc.assert(
    fc.asyncProperty(
      names,
      names,
      fc.array(edit, { maxLength: 8 }),
      limits,
      async (one, other, edits, inner) => {
        const train = await open([...one, 'a'].map(lineOf))
        const valid = await open([...other, 'g'].map(lineOf))
        const ends = [0, ...inner.toSorted((a, b) => a - b), HASH_LIMIT]
        const ranges = ends.slice(1).map((to, i) => ({ from: ends[i] as number, to }))
        await compare(train, valid, ranges)
        for (const { at, kind, name } of edits) {
          const { lines } = train.facts()
          if (kind === 'undo') await train.session.undo()
          else if (kind === 'insert') {
            await train.session.edit({ kind, at, texts: [lineOf(name)] })
          } else if (lines > 1) {
            const id = await lineAt(train, at % lines)
            await train.session.edit(kind === 'delete' ? { kind, ids: [id] } : { kind, id, by: 1 })
          }
        }
        await compare(train, valid, ranges)
        for (const [doc, against] of [
          [train, valid],
          [valid, train],
        ] as const) {
          const own = await doc.texts()
          const others = new Set((await against.texts()).filter((text) => text.endsWith('}')))
          const numbers = own.flatMap((text, i) => (others.has(text) ? [i + 1] : []))
          const found = shared(doc)
          expect(found?.lines).toEqual(numbers.length === 0 ? undefined : [numbers[0]])
          if (found) expect(found.text).toMatch(new RegExp(`^${numbers.length} line`))
        }
      },
    ),
    runs(40),
  )
})

test('kept results are believed when their hashes are by the same seed', async () => {
  const text = Array.from({ length: 12 }, (_, i) => example(`${i}`)).join('\n')
  const device = createDevice()
  await device.open(text, { seed: 1n })
  expect((await device.open(text, { seed: 1n })).facts().isCached).toBe(true)
  expect((await device.open(text, { seed: 2n })).facts().isCached).toBe(false)
})

test('a file with fewer examples than a training needs says so, through edits', async () => {
  const nine = Array.from({ length: 9 }, (_, i) => example(`${i}`))
  const { session, facts } = await open([...nine, ''])
  const said = (): string[] =>
    facts()
      .fileFindings.filter(({ code }) => code === 'too-few-examples')
      .map(({ severity, message }) => `${severity}: ${inEnglish(message)}`)
  expect(said()).toEqual([
    'warning: The file has 9 examples; OpenAI refuses to train on fewer than 10 (invalid_n_examples). For validating it may do.',
  ])
  await session.edit({ kind: 'insert', at: 0, texts: [example('more')] })
  expect(said()).toEqual([])
  await session.undo()
  expect(said()).toHaveLength(1)
})
