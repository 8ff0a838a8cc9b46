// Law: what the scanner writes of lines, whole or up to a line that it leaves to others, is to the byte what is
// written cell by cell.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes } from '../../base/concatBytes.ts'
import { valueOf } from '../../base/testing/valueOf.ts'
import { memorySource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { runs } from '../../tooling/runs.ts'
import type { PerLineOutput } from './defineExporter.ts'
import { readExportOptions } from './exportOptions.ts'
import { findExporter } from './registry.ts'
import { writeSegments } from './writeSegments.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** All that the rules of cells look at, and what stands between: the other things a vector holds. */
const text = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(
        ...Array.from(
          'a=+-@;,"\'\t\r\n\v\f \\/\u0000\u00a0\u3000\u2028\u202f\u205f\u1680\ufeff＝＋－＠”é中😀',
        ),
        '\ud83d',
        '\ude00',
        'longer text of 28 characters',
      ),
      maxLength: 14,
    }),
    fc.nat(40),
    fc.boolean(),
  )
  .map(([odd, plain, isLast]) => (isLast ? 'x'.repeat(plain) + odd : odd + 'x'.repeat(plain)))

const key = fc.constantFrom('a', 'b', 'c', 'a longer key', '"', '')
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: text },
    { weight: 2, arbitrary: fc.constantFrom(0, -1.5, 1e300, true, false, null) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 4 }) },
  ),
})).value

/** JSON with white space, and with keys that stand twice. */
const line = fc.tuple(value, fc.nat(3), value).map(([drawn, way, other]) => {
  if (way === 0) return JSON.stringify(drawn)
  const spaced = JSON.stringify(drawn, null, '\t').replaceAll('\n', way === 1 ? ' ' : '\t\r')
  return way === 3
    ? `{"a":${JSON.stringify(other)},"c":{"a":${spaced},"b":2},"a" :${spaced}}`
    : spaced
})

const columns = fc.uniqueArray(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'c.a',
    'c.b',
    'a.b.c',
    'length(a)',
    'length(c)',
    'b ?? c.a',
    'length(b) ?? a',
    '"a longer key"',
    'a[0]',
    'a[-1].b',
    'c[*].a',
    '$',
  ),
  { minLength: 1, maxLength: 6 },
)

const options = fc.record({
  nested: fc.constantFrom('json', 'flat'),
  arrays: fc.constantFrom('json', 'counted', 'joined', 'rows'),
  nulls: fc.constantFrom('empty', 'word'),
  formulaSafe: fc.boolean(),
})

async function written(
  output: PerLineOutput,
  values: Parameters<PerLineOutput['open']>[0],
  lines: readonly string[],
): Promise<string> {
  const file = new TextEncoder().encode(lines.map((one) => `${one}\n`).join(''))
  async function* open(): AsyncGenerator<Segment> {
    for (let at = 0; at < file.length; at += 500_000) {
      yield { kind: 'bytes', bytes: file.slice(at, at + 500_000) }
    }
  }
  const notes = { read: 0, passes: 1, tooLong: 0, written: () => [] }
  const parts: Uint8Array[] = []
  const source = memorySource(file)
  const wasm = await loadScannerModule()
  for await (const part of writeSegments(source, open, output, values, notes, wasm)) {
    if (part.kind === 'bytes') parts.push(part.bytes)
  }
  return decoder.decode(concatBytes(parts))
}

/** By the form, and cell by cell. */
async function bothWays(
  id: string,
  given: Record<string, string | boolean | readonly string[]>,
  lines: readonly string[],
): Promise<{ readonly formed: string; readonly plain: string; readonly hasForm: boolean }> {
  const { output, options: specs } = findExporter(id) as NonNullable<
    ReturnType<typeof findExporter>
  >
  if (output.kind !== 'perLine') throw new Error(`${id} writes no rows`)
  const values = valueOf(readExportOptions(specs, given))
  let hasForm = false
  const withoutForm: PerLineOutput = {
    ...output,
    open(...args) {
      const { form, ...writer } = output.open(...args)
      hasForm ||= form !== undefined
      return writer
    },
  }
  const plain = await written(withoutForm, values, lines)
  return { formed: await written(output, values, lines), plain, hasForm }
}

test.each(['csv', 'tsv', 'jsonlFields'])('%s', async (id) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      columns,
      options,
      async (lines, fields, { nested, arrays, nulls, formulaSafe }) => {
        const given =
          id === 'jsonlFields'
            ? { fields, nested, arrays: arrays === 'rows' ? arrays : 'json' }
            : { fields, nested, arrays, nulls, formulaSafe }
        const { formed, plain, hasForm } = await bothWays(id, given, lines)
        expect(hasForm).toBe(true)
        expect(formed).toBe(plain)
      },
    ),
    runs(500),
  )
})

test('values for which there is no room, and pieces of many lines', async () => {
  const long = (n: number): string => JSON.stringify({ a: '"; =é\n'.repeat(n), b: n, c: [1, 2] })
  const short = Array.from({ length: 30_000 }, (_, n) => `{"b":${n},"a":"${n % 7}\\n-"}`)
  const lines = [
    ...short,
    long(10_000),
    ...short.slice(0, 5000),
    long(200_000),
    long(30_000),
    '{"length":{"a":1}}',
    ...short,
  ]
  for (const id of ['csv', 'jsonlFields']) {
    const fields = ['b', 'a', 'c', 'length(a)', 'length(length)']
    const { formed, plain } = await bothWays(id, { fields }, lines)
    expect(formed === plain).toBe(true)
  }
})
