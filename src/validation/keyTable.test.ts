import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KeyTable } from './keyTable.ts'
import {
  type ArraysToSave,
  packEntry,
  type SavedArrays,
  unpackEntry,
} from '../document/saved/entryFile.ts'

type Step = { readonly kind: 'add' | 'remove'; readonly hash: number; readonly line: number }

const hashes = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 6 }).map((n) => n * 2 ** 50),
  fc.maxSafeInteger().map((n) => Math.abs(n) + 1),
)

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('add', 'add', 'add', 'remove'),
    hash: hashes,
    line: fc.nat(40),
  }) as fc.Arbitrary<Step>,
  { maxLength: 120 },
)

/** Runs the steps that make sense: a line is added once, and removed when it is there. */
function run(table: KeyTable, model: Map<number, Set<number>>, taken: readonly Step[]): void {
  for (const { kind, hash, line } of taken) {
    const lines = model.get(hash) ?? new Set()
    if ((kind === 'add') === lines.has(line)) continue
    if (kind === 'add') {
      expect(table.add(hash, line)).toBe(lines.size > 0)
      model.set(hash, lines.add(line))
    } else {
      table.remove(hash, line)
      lines.delete(line)
    }
  }
}

/** As they come back from where they are kept. */
function stored(arrays: ArraysToSave): SavedArrays {
  const packed = packEntry({}, arrays)
  const bytes = new Uint8Array(packed.size)
  let at = 0
  for (const piece of packed.pieces()) {
    bytes.set(piece, at)
    at += piece.length
  }
  return unpackEntry(bytes)?.arrays ?? {}
}

function expectEqual(table: KeyTable, model: ReadonlyMap<number, ReadonlySet<number>>): void {
  for (const [hash, lines] of model) {
    expect([...table.linesOf(hash)].sort((a, b) => a - b)).toEqual([...lines].sort((a, b) => a - b))
  }
}

/** The hashes of which some lines were found to be the later ones, or that are unclear. */
function takeHashes(
  table: KeyTable,
  model: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlySet<number> {
  const { marks, unclear } = table.takeRepeats()
  const found = new Set(unclear)
  for (const [hash, lines] of model) {
    if ([...lines].some((line) => marks?.later.has(line))) {
      found.add(hash)
      expect([...lines].filter((line) => marks?.first.has(line))).toEqual([Math.min(...lines)])
    }
  }
  return found
}

describe('a saved and restored table', () => {
  test('equals the saved one, and goes on like it', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const saved = new KeyTable()
        const model = new Map<number, Set<number>>()
        run(saved, model, before)
        const table = new KeyTable()
        expect(table.restore(stored(saved.save()))).toBe(true)
        expectEqual(table, model)
        run(table, model, after)
        expectEqual(table, model)
      }),
    )
  })

  test('holds many keys and large groups', () => {
    const saved = new KeyTable()
    for (let line = 0; line < 20_000; line++) saved.add(2 ** 40 + line, line)
    for (let line = 20_000; line < 20_100; line++) saved.add(7, line)
    const table = new KeyTable()
    table.restore(stored(saved.save()))
    expect(table.linesOf(2 ** 40 + 12_345)).toEqual([12_345])
    expect(table.linesOf(7)).toHaveLength(100)
    for (let line = 20_000; line < 20_099; line++) table.remove(7, line)
    expect(table.linesOf(7)).toEqual([20_099])
    expect(table.add(2 ** 40, 1)).toBe(true)
  })

  test('is not made of anything else', () => {
    expect(new KeyTable().restore({})).toBe(false)
    expect(new KeyTable().restore({ hashes: new Float64Array(4) })).toBe(false)
  })
})

describe('keys that are written down', () => {
  const keys = fc.array(fc.record({ hash: hashes, line: fc.nat(1000) }), { maxLength: 300 })

  test('are found again, with those that more than one line has, whenever they are taken', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 3 }), (parts) => {
        const table = new KeyTable()
        const model = new Map<number, Set<number>>()
        const repeated = new Set<number>()
        let line = 0
        for (const part of parts) {
          const before = new Map([...model].map(([hash, lines]) => [hash, lines.size]))
          for (const { hash } of part) {
            table.append(hash, line)
            model.set(hash, (model.get(hash) ?? new Set()).add(line))
            line++
          }
          const grown = [...model].filter(
            ([hash, lines]) => lines.size > 1 && lines.size > (before.get(hash) ?? 0),
          )
          const found = takeHashes(table, model)
          for (const hash of found) repeated.add(hash)
          for (const [hash] of grown) expect(found.has(hash)).toBe(true)
        }
        const all = [...model].filter(([, lines]) => lines.size > 1).map(([hash]) => hash)
        expect(new Set(all)).toEqual(repeated)
        expectEqual(table, model)
      }),
    )
  })

  test('are those that were added one by one', () => {
    const table = new KeyTable()
    for (let line = 0; line < 200_000; line++)
      table.append(((line * 2 ** 33) % 2 ** 53) + line, line)
    table.append(5 * 2 ** 33 + 5, 200_000)
    expect([...takeHashes(table, new Map([[5 * 2 ** 33 + 5, new Set([5, 200_000])]]))]).toEqual([
      5 * 2 ** 33 + 5,
    ])
    expect(table.linesOf(5 * 2 ** 33 + 5)).toEqual([5, 200_000])
    table.remove(5 * 2 ** 33 + 5, 5)
    expect(table.linesOf(5 * 2 ** 33 + 5)).toEqual([200_000])
    const restored = new KeyTable()
    expect(restored.restore(stored(table.save()))).toBe(true)
    expect(restored.linesOf(7 * 2 ** 33 + 7)).toEqual([7])
    expect(restored.takeRepeats()).toEqual({ unclear: new Set() })
  })
})
