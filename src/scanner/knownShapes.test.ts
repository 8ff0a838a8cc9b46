// What the scanner remembers of the shapes of lines.
import { describe, expect, it } from 'vitest'
import { encodePlan } from './encodePlan.ts'
import type { PlanNode } from './scanPlan.ts'
import { MAX_SHAPES, TAG_UNKNOWN, Scanner } from './scanner.ts'
import { encode, module, scannerFor, scanWith } from './testing/scannedLines.ts'

const text: PlanNode = { kind: 'text', bounds: [1] }
const request: PlanNode = {
  kind: 'object',
  keys: new Map<string, PlanNode>([['custom_id', { kind: 'text', bounds: [1, 513], capture: 0 }]]),
  unknown: 'ignore',
}

describe('known shapes', () => {
  it('bring their tag back', () => {
    const scanner = scannerFor(text)
    expect(scanWith(scanner, ['"a"', '""', '"b"']).map((line) => line.tag)).toEqual(
      Array(3).fill(TAG_UNKNOWN),
    )
    scanner.reset()
    for (const batch of scanner.push(encode('"a"\n""\n"b"\n[\n'))) {
      scanner.learn(0, 7)
      scanner.learn(1, 0)
      scanner.learn(3, 9)
      expect([0, 1, 2, 3].map((i) => scanner.lookup(i))).toEqual([7, 0, 7, TAG_UNKNOWN])
      expect(batch.tag[2]).toBe(TAG_UNKNOWN)
    }
    expect(scanner.shapes).toBe(2)
    expect(scanWith(scanner, ['"c"', '""', '1', '[']).map((line) => line.tag)).toEqual([
      7,
      0,
      TAG_UNKNOWN,
      TAG_UNKNOWN,
    ])
    scanner.forgetShapes()
    expect(scanWith(scanner, ['"c"'])[0]?.tag).toBe(TAG_UNKNOWN)
  })

  it('survive a line that outgrows the memory', () => {
    const scanner = scannerFor(request)
    const small = '{"custom_id":"1"}'
    scanner.reset()
    for (const _ of scanner.push(encode(`${small}\n`))) scanner.learn(0, 3)
    const huge = `{"custom_id":"${'x'.repeat(9_000_000)}"}`
    const scanned = scanWith(scanner, [small, huge, small, huge, small])
    expect(scanned.map((line) => line.tag)).toEqual([3, TAG_UNKNOWN, 3, TAG_UNKNOWN, 3])
    expect(scanned.map((line) => line.captures[0]?.text.length)).toEqual([
      3, 9_000_002, 3, 9_000_002, 3,
    ])
    expect(scanned[1]?.shape).toBe(scanned[3]?.shape)
  })

  it('are bounded', () => {
    const scanner = scannerFor({ kind: 'bytes' })
    scanner.reset()
    const lines = Array.from({ length: MAX_SHAPES + 100 }, (_, i) => `${i}\n`).join('')
    for (const batch of scanner.push(encode(lines))) {
      for (let i = 0; i < batch.count; i++) scanner.learn(i, i % 100)
    }
    expect(scanner.shapes).toBe(MAX_SHAPES)
    expect(scanner.shapeTableFull).toBe(true)
    const scanned = scanWith(scanner, ['0', String(MAX_SHAPES - 1), String(MAX_SHAPES)])
    expect(scanned.map((line) => line.tag === TAG_UNKNOWN)).toEqual([false, false, true])
  })

  it('hash alike only with the same seed', () => {
    const shapeWith = (seed: bigint) => {
      const scanner = Scanner.create(module, { seed })
      scanner.setPlan(encodePlan(text))
      return [scanWith(scanner, ['"a"'])[0]?.shape, scanner.hashOf(encode('"a"'))]
    }
    expect(shapeWith(1n)).toEqual(shapeWith(1n))
    expect(shapeWith(1n)).not.toEqual(shapeWith(2n))
  })

  it('do not collide for values that differ little', () => {
    const scanner = scannerFor({ kind: 'bytes' })
    const lines: string[] = []
    for (let i = 0; i < 100_000; i++) lines.push(`"request-${i}"`)
    for (let i = 0; i < 50_000; i++) lines.push(`"${String(i).padStart(24, '0')}"`)
    expect(new Set(scanWith(scanner, lines).map((line) => line.shape)).size).toBe(lines.length)
  })
})
