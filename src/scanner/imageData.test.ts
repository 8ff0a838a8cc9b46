// Data URLs of pictures count for the shape by the fault that they have (assembly/imageData.ts): what
// base/imageData.ts tells of the text, the scanner tells of the text as it is written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageFaultNumber } from '../base/testing/imageFaultNumber.ts'
import { runs } from '../tooling/runs.ts'
import { type PlanNode, TEXT_MARK } from './scanPlan.ts'
import { encode, scannerFor, scanWith } from './testing/scannedLines.ts'

const PLAN: PlanNode = { kind: 'text', bounds: [], marks: TEXT_MARK.imageData }

const START: Readonly<Record<string, string>> = {
  png: 'iVBORw0KGgo',
  jpeg: '/9j/',
  jpg: '/9j/',
  gif: 'R0lGOD',
  webp: 'UklGR',
}

const base64 = fc.base64String({ minLength: 0, maxLength: 200 })
const kind = fc.constantFrom(...Object.keys(START))
const oddity = fc.constantFrom(
  '',
  '',
  '',
  '',
  '-',
  '_',
  '=',
  '==',
  ' ',
  '\n',
  'é',
  '\\',
  '"',
  '\u0001',
  '字',
)

interface Drawing {
  readonly text: string
  /** By character, whether it is written as an escape where it can be; over and over. */
  readonly escapes: readonly (0 | 1 | 2)[]
}

const drawing: fc.Arbitrary<Drawing> = fc.record({
  text: fc
    .record({
      kind,
      start: kind,
      data: base64,
      isEmpty: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      oddity,
      at: fc.nat(),
      head: fc.constantFrom(
        'data:image/K;base64,',
        'data:image/K;base64,',
        'data:image/K;base64,',
        'data:Image/K;base64,',
        'data:image/K;a=b;base64,',
        'data:image/Kx;base64,',
        'data:image/K',
        'data:image/K,',
        'data:text/K;base64,',
        'dat',
      ),
    })
    .map((parts) => {
      const start = START[parts.start] as string
      // As base64 goes on after so many characters.
      const filled = parts.isEmpty
        ? ''
        : `${start}${'A'.repeat((4 - (start.length % 4)) % 4)}${parts.data}`
      const at = parts.at % (filled.length + 1)
      return `${parts.head.replace('K', parts.kind)}${filled.slice(0, at)}${parts.oddity}${filled.slice(at)}`
    }),
  escapes: fc.array(fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const, 2 as const), {
    minLength: 1,
    maxLength: 40,
  }),
})

function written({ text, escapes }: Drawing): string {
  const characters = Array.from(text, (c, i) => {
    const how = escapes[i % escapes.length]
    if (how === 1 && c === '/') return '\\/'
    const code = c.charCodeAt(0).toString(16).padStart(4, '0')
    if (how === 2 && c.length === 1) return `\\u${i % 2 ? code.toUpperCase() : code}`
    return JSON.stringify(c).slice(1, -1)
  })
  return `"${characters.join('')}"`
}

test('texts have one shape exactly when they have the same fault', () => {
  const scanner = scannerFor(PLAN)
  const seen = new Set<number>()
  fc.assert(
    fc.property(fc.array(drawing, { minLength: 20, maxLength: 40 }), (drawings) => {
      const shapeByFault = new Map<number, bigint>()
      scanWith(scanner, drawings.map(written)).forEach(({ shape }, i) => {
        const { text } = drawings[i] as Drawing
        const fault = imageFaultNumber(text)
        seen.add(fault)
        const known = shapeByFault.get(fault)
        if (known === undefined) shapeByFault.set(fault, shape)
        else expect([text, shape]).toEqual([text, known])
      })
      expect(new Set(shapeByFault.values()).size).toBe(shapeByFault.size)
    }),
    runs(300),
  )
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})

test('pictures in chunks of any size have the same shape', () => {
  const line = `${written({ text: `data:image/jpeg;base64,/9j/${'Ab+/'.repeat(40)}`, escapes: [1] })}\n`
  const bytes = encode(line)
  const scanner = scannerFor(PLAN)
  const expected = scanWith(scanner, [line.trimEnd()]).map(({ shape }) => shape)
  for (let size = 1; size <= 40; size++) {
    scanner.reset()
    const found: bigint[] = []
    for (let at = 0; at < bytes.length; at += size) {
      for (const batch of scanner.push(bytes.subarray(at, at + size))) {
        found.push(...batch.shape.subarray(0, batch.count))
      }
    }
    expect(found).toEqual(expected)
  }
})
