// For property tests: files of lines for an arbitrary format. Many lines of a file come from few values,
// so that shapes come back with other bytes.
import fc from 'fast-check'
import { changed, changeOf } from '../../formats/testing/changeValue.ts'
import type { ArbitraryFormat } from '../../formats/testing/arbitraryFormats.ts'
import { NUMBERS, STRINGS } from '../../formats/testing/arbitraryLeaves.ts'
import { KEYS } from '../../formats/testing/arbitraryObjects.ts'
import { choices, pickFrom } from '../../formats/testing/arbitrarySchema.ts'
import type { ArbitraryFile } from './bothWays.ts'
import { spellLine } from './spellLine.ts'

const DEEP = 1000

/** Lines whose text is not made from a value. */
const RAW = [
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1}x',
  '{"id":"a","id":}',
  '"\\ud83d"',
  'null',
  '[]',
  '{}',
  `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
  `{"x":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)},"id":"key-1"}`,
  `{"a":${JSON.stringify(Array.from({ length: 40 }, (_, i) => i))}}`,
]

const value = fc.oneof(
  fc.constantFrom<unknown>(...NUMBERS, ...STRINGS, ...KEYS, null, true, false),
  fc.constantFrom<unknown>([], {}, [1], ['a'], ['a', 'b', 1], { a: 1 }, { id: 'a' }, [[]], [{}]),
  fc.jsonValue({ maxDepth: 2 }),
)

export interface FileDrawing {
  /** Values that lines are made from. */
  readonly values: readonly (readonly number[])[]
  readonly lines: readonly {
    readonly from: number
    readonly changes: readonly { at: number; kind: number; value: unknown }[]
    readonly spelling: readonly number[]
    /** Place in RAW, instead of all else. */
    readonly raw: number | undefined
    readonly lineEnd: string
  }[]
  readonly hasBom: boolean
  readonly endsWithLineFeed: boolean
  /** Sizes of the chunks in bytes, over and over; 0 for all the rest. */
  readonly chunks: readonly number[]
}

export const fileDrawing: fc.Arbitrary<FileDrawing> = fc.record({
  values: fc.array(choices, { minLength: 1, maxLength: 3 }),
  lines: fc.array(
    fc.record({
      from: fc.nat(11),
      changes: fc.oneof(
        fc.constant([]),
        fc.array(changeOf(value), { maxLength: 1 }),
        fc.array(changeOf(value), { maxLength: 3 }),
      ),
      spelling: fc.oneof(fc.constant([]), choices),
      raw: fc.oneof(
        { weight: 30, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.nat(RAW.length - 1) },
      ),
      lineEnd: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    }),
    { minLength: 1, maxLength: 60 },
  ),
  hasBom: fc.boolean(),
  endsWithLineFeed: fc.boolean(),
  chunks: fc.oneof(fc.constant([0]), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 })),
})

/** The lines of the file. */
export function arbitraryTexts({ values, lines }: FileDrawing, format: ArbitraryFormat): string[] {
  const bases = values.map((picks) => format.sample(pickFrom(picks)))
  return lines.map(({ from, changes, spelling, raw }) => {
    if (raw !== undefined) return RAW[raw] as string
    const changedValue = changes.reduce(changed, bases[from % bases.length])
    return spellLine(changedValue, pickFrom(spelling))
  })
}

/** The lines with line ends, in chunks; without `drawing`, in one chunk. */
export function fileOf(texts: readonly string[], drawing?: FileDrawing): ArbitraryFile {
  const { hasBom = false, endsWithLineFeed = true, chunks: sizes = [0], lines = [] } = drawing ?? {}
  const ended = texts.map((line, i) => line + (lines[i]?.lineEnd ?? '\n')).join('')
  const text = endsWithLineFeed ? ended : ended.replace(/\r?\n$/, '')
  const bytes = new TextEncoder().encode((hasBom ? '\ufeff' : '') + text)
  const chunks: Uint8Array[] = []
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] || bytes.length
    chunks.push(bytes.slice(from, from + size))
    from += size
  }
  // Without its line feed, a last line without text is not a line.
  const isLastOne = texts.at(-1) !== '' || (hasBom && texts.length === 1)
  return { texts: endsWithLineFeed || isLastOne ? texts : texts.slice(0, -1), hasBom, chunks }
}
