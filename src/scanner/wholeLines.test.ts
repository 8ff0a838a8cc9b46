import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CAPTURE_KINDS } from './captures.ts'
import { encodePlan } from './encodePlan.ts'
import { LINE_FLAGS, Scanner } from './scanner.ts'
import { mutatedLine, validLine } from './testing/arbitraryLines.ts'
import { module } from './testing/scannedLines.ts'

const LINE = CAPTURE_KINDS.indexOf('whole-line')
const LF = Uint8Array.of(10)
const CRLF = Uint8Array.of(13, 10)
const MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

const plan = encodePlan(
  { kind: 'object', keys: new Map([['a', { kind: 'kind' }]]), unknown: 'ignore' },
  undefined,
  0,
)

/** Values of lines are objects in one case of some. */
function asObject(value: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('{"a":'), value, Buffer.from('}')])
}

/** [line]: its captured hash; undefined where nothing was captured. */
function hashesOf(scanner: Scanner, chunks: readonly Uint8Array[]): (bigint | undefined)[] {
  const hashes: (bigint | undefined)[] = []
  const take = (
    batches: Iterable<ReturnType<Scanner['push']> extends Iterable<infer B> ? B : never>,
  ) => {
    for (const { count, captures } of batches) {
      const column = captures[0]
      for (let i = 0; i < count; i++) {
        hashes.push(
          column?.kind[i] === LINE
            ? (BigInt(column.hash[2 * i + 1] as number) << 32n) |
                BigInt(column.hash[2 * i] as number)
            : undefined,
        )
      }
    }
  }
  scanner.setPlan(plan)
  scanner.reset()
  for (const chunk of chunks) take(scanner.push(chunk))
  take(scanner.finish())
  return hashes
}

test('a line that is an object is captured without its end, however it arrives', () => {
  const scanner = Scanner.create(module)
  const lineOf = fc.record({
    line: fc.oneof({ weight: 3, arbitrary: validLine.map(asObject) }, validLine, mutatedLine),
    times: fc.integer({ min: 1, max: 3 }),
    crlf: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(lineOf, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 200 }),
      (lines, hasMark, endsOpen, chunk) => {
        const all = lines.flatMap((one) => Array.from({ length: one.times }, () => one))
        const parts = all.flatMap(({ line, crlf }, i) =>
          endsOpen && i === all.length - 1 ? [line] : [line, crlf ? CRLF : LF],
        )
        const bytes = Buffer.concat([...(hasMark ? [MARK] : []), ...parts])
        const chunks: Uint8Array[] = []
        for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk))
        const hashes = hashesOf(scanner, chunks)
        const expected = all.flatMap(({ line, crlf }, i) => {
          const isOpen = endsOpen && i === all.length - 1
          if (isOpen && line.length === 0) return []
          // A CR before the end of the line is a part of that end.
          const content = isOpen || crlf || line.at(-1) !== 13 ? line : line.subarray(0, -1)
          const scan = scanner.scanLine(line, { first: false, last: isOpen })
          const { low, high } = scanner.hashOfLine(content)
          const isObject = (scan.flags & LINE_FLAGS.isObject) !== 0
          return [
            scan.code === 'valid' && isObject ? (BigInt(high) << 32n) | BigInt(low) : undefined,
          ]
        })
        expect(hashes).toEqual(expected)
      },
    ),
  )
})

test('lines that differ in one byte, wherever, have different hashes', () => {
  const scanner = Scanner.create(module)
  for (const length of [1, 7, 8, 9, 31, 32, 33, 63, 64, 65, 200]) {
    const bytes = Buffer.alloc(length, 'x')
    const seen = new Set<string>()
    for (let at = -1; at < length; at++) {
      if (at >= 0) bytes[at] = 121
      const { low, high } = scanner.hashOfLine(bytes)
      seen.add(`${low} ${high}`)
      if (at >= 0) bytes[at] = 120
    }
    expect(seen.size).toBe(length + 1)
  }
})
