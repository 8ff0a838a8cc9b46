// Held to joining the lines as texts, for lines of any length in pieces of any size.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memorySource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import { joinExportedLines } from './joinLines.ts'

const utf8 = new TextEncoder()
const WAY = { kind: 'joined', onlyJson: false, whenEmpty: '[]' } as const

const line = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r', ',') }),
  fc.integer({ min: 90, max: 300 }).map((length) => 'x'.repeat(length)),
)

test('puts the separator between all lines, and only there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(2000), fc.boolean()), { maxLength: 6 }),
      fc.constantFrom(',\n', '', ';', ' , '),
      async (lines, cuts, separator) => {
        const file = utf8.encode(lines.map((one) => `${one}\n`).join(''))
        const places = cuts.map(([at]) => at % (file.length + 1)).sort((a, b) => a - b)
        const edges = [0, ...places, file.length]
        const segments = edges.slice(1).map((to, i): Segment => {
          const from = edges[i] as number
          if (cuts[i]?.[1] === true) return { kind: 'source', from, to }
          return { kind: 'bytes', bytes: file.slice(from, to) }
        })
        const written: Uint8Array<ArrayBuffer>[] = []
        const joined = joinExportedLines(memorySource(file), stream(segments), {
          ...WAY,
          header: '[',
          footer: ']',
          separator,
        })
        for await (const segment of joined) {
          if (segment.kind === 'bytes') written.push(segment.bytes)
        }
        const text = await new Blob(written).text()
        expect(text).toBe(lines.length === 0 ? '[]' : `[${lines.join(separator)}]`)
      },
    ),
  )
})

async function* stream(segments: readonly Segment[]): AsyncGenerator<Segment> {
  yield* segments
}
