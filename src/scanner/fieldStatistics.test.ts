import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { countText } from './testing/countedFields.ts'
import { validLine } from './testing/arbitraryLines.ts'
import { type PlainField, plainStatistics } from './testing/plainStatistics.ts'
import type { CountedField } from './statisticsTable.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The first column is a name. */
const byName = (a: readonly unknown[], b: readonly unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1

/** What both say of a field, with -0 as 0. */
function shownPlain(field: PlainField) {
  const { kinds, lengths, values } = field
  const numbers = kinds.has('number') ? { ...field.numbers } : undefined
  if (numbers) numbers.min += 0
  if (numbers) numbers.max += 0
  return {
    lines: field.lines,
    first: field.first,
    kinds: [...kinds]
      .map(([kind, { lines, values: count, first }]) => [kind, lines, count, first])
      .sort(byName),
    numbers: numbers && [numbers.min, numbers.max, numbers.whole],
    lengths: [...lengths].map(([kind, { min, max, sum }]) => [kind, min, max, sum]).sort(byName),
    values: byText([...values].map(([value, { count, first }]) => [value, count, first])),
  }
}

function shown(field: CountedField) {
  const { numbers, lengths, kinds } = field
  const has = (name: string): boolean => kinds.some(({ kind }) => kind === name)
  return {
    lines: field.lines,
    first: field.first,
    kinds: kinds.map(({ kind, lines, values, first }) => [kind, lines, values, first]).sort(byName),
    numbers: has('number') ? [numbers.min, numbers.max, numbers.whole] : undefined,
    lengths: Object.entries(lengths)
      .filter(([kind]) => has(kind))
      .map(([kind, { min, max, sum }]) => [kind, min, max, sum])
      .sort(byName),
    values: byText(
      field.values.kept.map(({ value, count, first }) => [value, count, first] as const),
    ),
  }
}

function byText(values: readonly (readonly [unknown, number, number])[]) {
  return values
    .map(([value, ...rest]) => [typeof value, String(value), ...rest])
    .sort((a, b) => (a.slice(0, 2).join() < b.slice(0, 2).join() ? -1 : 1))
}

async function expectSame(
  lines: readonly string[],
  options: {
    limits?: { readonly keys?: number; readonly depth?: number }
    cuts?: readonly number[]
    usualKeys?: readonly string[]
    lineWays?: (line: string) => 'plain' | 'by-asking'
  } = {},
) {
  const limits = { keys: 1000, depth: 64, ...options.limits }
  const values = lines.map((line) => [JSON.parse(line)] as const)
  const plain = plainStatistics(values, limits, options.usualKeys?.slice(0, limits.keys))
  const ways = lines.map((line) => (options.lineWays?.(line) === 'by-asking' ? 1 : 0))
  const counted = await countText(lines.map((line) => `${line}\n`).join(''), {
    limits: { ...options.limits, textBytes: 1000 },
    cuts: options.cuts ?? [],
    usualKeys: options.usualKeys ?? [],
    lines: {
      readWords: (first, words) => words.set(ways.slice(first, first + words.length)),
      wayOf: (set) => (set === 1 ? 'by-asking' : 'plain'),
    },
  })
  expect(new Set(counted.statistics.maps.map((path) => JSON.stringify(path)))).toEqual(plain.maps)
  expect([...counted.byPath.keys()].sort()).toEqual([...plain.fields.keys()].sort())
  expect(counted.totals).toMatchObject({
    lines: lines.length,
    notJson: 0,
    tooDeep: plain.tooDeep,
    isCut: false,
  })
  for (const [path, field] of counted.byPath) {
    const other = plain.fields.get(path) as PlainField
    expect({ path, ...shown(field) }).toEqual({ path, ...shownPlain(other) })
    expect(field.values.others).toBe(0)
    expect(field.values.distinct).toBe(other.values.size)
    if (Number.isFinite(other.numbers.sum)) {
      const size = [...other.values].reduce(
        (sum, [value, { count }]) =>
          sum + (typeof value === 'number' ? Math.abs(value) * count : 0),
        0,
      )
      expect(Math.abs(field.numbers.sum - other.numbers.sum)).toBeLessThanOrEqual(size * 1e-12)
    }
  }
}

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'max_tokens', 'max_token') },
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'é',
    '"',
    '\\',
    'a.b',
    '\ud83d',
    '😀',
    'a key of more than sixteen bytes',
    'a key of more than sixteen byte',
  ),
)
const scalar = fc.oneof(
  fc.constantFrom(
    '"x"',
    '"\\u0078"',
    '"\\u00e9"',
    '"é"',
    '"\\/"',
    '"/"',
    '"\\ud83d\\ude00"',
    '"😀"',
    '"\\ud83d"',
    '"\\uD83D"',
    '"\\n"',
    '"\\u000a"',
    '"\\u0001"',
  ),
  fc.constantFrom(
    '1',
    '1.0',
    '10e-1',
    '100',
    '1e2',
    '9007199254740993',
    '1e400',
    '-1e400',
    '-0',
    '0',
    '0.0',
    '1e-400',
    '5e-324',
    '0.1',
    '123456789012345678901234567890',
  ),
  fc.constantFrom('true', 'false', 'null', '""'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)),
)
const spaced = fc.constantFrom('', '', '', ' ', '\t ')
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    scalar,
    fc
      .tuple(fc.array(tie('value'), { maxLength: 6 }), spaced)
      .map(([items, s]) => `[${s}${items.join(`${s},${s}`)}${s}]`),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 6, selector: ([name]) => name }),
        spaced,
      )
      .map(
        ([members, s]) =>
          `{${s}${members.map(([name, value]) => `${s}${JSON.stringify(name)}${s}:${s}${value}`).join(`${s},`)}}`,
      ),
  ),
})).value

describe('figures of fields are those of JSON.parse', () => {
  test('for drawn lines that are alike, and any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(json, { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (lines, cuts) => expectSame(lines, { cuts }),
      ),
      runs(100),
    )
  })

  test('for any JSON, in which keys may stand twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(validLine, { minLength: 1, maxLength: 10 }), (lines) =>
        expectSame(
          lines.map((line) => decoder.decode(line)),
          { lineWays: () => 'by-asking' },
        ),
      ),
      runs(100),
    )
  })

  test('where few keys are told apart, and few levels', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(json, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (lines, keys, depth) => expectSame(lines, { limits: { keys, depth } }),
      ),
      runs(100),
    )
  })

  test('where few keys are told apart, and some all the same', async () => {
    const object = fc
      .uniqueArray(fc.tuple(key, json), { maxLength: 8, selector: ([name]) => name })
      .map((all) => `{${all.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(object, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.uniqueArray(key, { maxLength: 4 }),
        (lines, keys, usualKeys) => expectSame(lines, { limits: { keys }, usualKeys }),
      ),
      runs(100),
    )
  })

  test('for numbers in any spelling', async () => {
    const digits = fc.stringMatching(
      /^-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?$/,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(digits, { minLength: 1, maxLength: 60 }), (numbers) =>
        expectSame([`[${numbers.join(',')}]`]),
      ),
      runs(100),
    )
  })
})

describe('bounds', () => {
  const column = async (values: readonly unknown[], limits = {}) => {
    const lines = values.map((value) => `${JSON.stringify({ v: value })}\n`).join('')
    const { byPath } = await countText(lines, { limits })
    return byPath.get('[["v"]]') as CountedField
  }

  test('the values that came first are counted exactly, others together, different ones about', async () => {
    const values = Array.from({ length: 30_000 }, (_, i) => (i % 3 === 0 ? 'often' : `value ${i}`))
    const { kept, others, distinct } = (await column(values)).values
    expect(kept).toHaveLength(256)
    expect(kept.find(({ value }) => value === 'often')).toEqual({
      value: 'often',
      isCut: false,
      count: 10_000,
      first: 0,
    })
    expect(others).toBe(30_000 - 10_000 - 255)
    // Twice the standard error of 2.3 % of 20,001.
    expect(Math.abs(distinct - 20_001)).toBeLessThan(0.046 * 20_001)
  })

  test.each([300, 1000, 5000, 200_000])('%i different numbers', async (count) => {
    const { distinct } = (await column(Array.from({ length: count }, (_, i) => i * 1.37))).values
    expect(Math.abs(distinct - count)).toBeLessThan(0.07 * count)
  })

  test('long texts are told apart, and cut where a character ends', async () => {
    const long = (end: string) => `${'é'.repeat(95)}x${end}`
    const texts = [
      long('éa'),
      long('éb'),
      long('\n'),
      long('\u0001'),
      long('\\'),
      long('😀'),
      long('\ud83d'),
    ]
    const { kept, distinct } = (await column([...texts, ...texts])).values
    expect(distinct).toBe(7)
    for (const { value, isCut, count } of kept) {
      expect(count).toBe(2)
      const whole = texts.find((text) => text.startsWith(String(value)))
      expect(whole).toBeDefined()
      expect(isCut).toBe(value !== whole)
      expect(String(value).length).toBeGreaterThan(95)
    }
  })

  test('a text in other spellings that is longer than any buffer', async () => {
    const text = '\u00e9/"\ud83d\ude00\u0001'.repeat(5000)
    const escaped = `"${[...Array(text.length).keys()].map((i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`
    const { byPath } = await countText(`${JSON.stringify(text)}\n${escaped}\n`)
    expect(byPath.get('[]')?.values).toMatchObject({
      distinct: 1,
      kept: [{ count: 2, isCut: true }],
    })
    expect(byPath.get('[]')?.lengths.string).toEqual({ min: 25_000, max: 25_000, sum: 50_000 })
  })

  test('objects with too many keys are one field, and so is what is in them', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `{"by":{"id ${i}":{"n":${i}}},"x":1}\n`,
    ).join('')
    const { byPath, totals, statistics } = await countText(lines)
    expect([...byPath.keys()]).toEqual([
      '[]',
      '[["by"]]',
      '[["by"],"members"]',
      '[["by"],"members",["n"]]',
      '[["x"]]',
    ])
    expect(byPath.get('[["by"],"members",["n"]]')).toMatchObject({
      lines: 3000,
      numbers: { min: 0, max: 2999 },
    })
    expect(totals).toMatchObject({ lines: 3000, isCut: false })
    expect(statistics.maps).toEqual([[['by']]])
  })

  test('200,000 keys in a line', async () => {
    const members = Array.from({ length: 200_000 }, (_, i) => `"k${i}":${i % 100}`).join(',')
    const { byPath } = await countText(`{${members}}\n`)
    expect(byPath.get('["members"]')).toMatchObject({
      lines: 1,
      numbers: { sum: 9_900_000 },
      values: { distinct: 100 },
    })
  })

  test('200,000 keys in a line among others: the usual ones are told apart', async () => {
    const members = Array.from({ length: 200_000 }, (_, i) => `"k${i}":${i % 100}`).join(',')
    const usual = Array.from({ length: 50 }, (_, i) => `{"id":${i},"text":"t"}\n`).join('')
    const { byPath, totals } = await countText(`{${members},"id":50}\n${usual}`, {
      usualKeys: ['id', 'text'],
    })
    expect([...byPath.keys()].sort()).toEqual(['["members"]', '[["id"]]', '[["text"]]', '[]'])
    expect(byPath.get('[["id"]]')).toMatchObject({ lines: 51, numbers: { sum: 1275 } })
    expect(byPath.get('["members"]')).toMatchObject({ lines: 1, numbers: { sum: 9_900_000 } })
    expect(totals.isCut).toBe(false)
  })

  test('the object with the most keys is merged where there are too many fields', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, i) => `{"by":{"id ${i}":{"n":${i}}},"x":1}\n`,
    ).join('')
    const { byPath, totals } = await countText(lines, { limits: { fields: 100 } })
    expect(byPath.has('[["by"],"members",["n"]]')).toBe(true)
    expect(totals.isCut).toBe(false)
  })

  test('what is left out is said', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `{"a${i}":1}\n`).join('')
    expect((await countText(lines, { limits: { fields: 10 } })).totals).toMatchObject({
      isCut: true,
      lines: 20,
    })
    const key = 'k'.repeat(2000)
    expect((await countText(`{"${key}":1,"x":2}\n`)).totals.isCut).toBe(true)
    const deep = `${'['.repeat(100)}1${']'.repeat(100)}\n`
    const { totals, byPath } = await countText(`${deep}${deep}[1]\n`)
    expect(totals.tooDeep).toBe(2)
    expect(byPath.size).toBe(65)
  })

  test('lines that are blank or no JSON are counted apart; a byte order mark and CR LF are none of a line', async () => {
    const ways = ['plain', 'blank', 'unread', 'plain', 'by-asking'] as const
    const lines = {
      readWords: (first: number, words: Uint16Array) => words.set([0, 1, 2, 3, 4].slice(first)),
      wayOf: (set: number) => ways[set] ?? ('unread' as const),
    }
    const { totals, byPath } = await countText(
      '\ufeff{"a":1}\r\n\r\n{"a\r\n{"a":2}\r\n{"a":3,"a":4}',
      { lines },
    )
    expect(totals).toMatchObject({ lines: 3, blank: 1, notJson: 1 })
    expect(byPath.get('[["a"]]')).toMatchObject({ lines: 3, numbers: { sum: 7 } })
  })
})
