import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LiteralSearch, MAX_NEEDLE } from './literalSearch.ts'
import { loadScannerModule } from './testing/loadScanner.ts'
import { runs } from '../tooling/runs.ts'

// Property tests run long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const module = await loadScannerModule()
const encode = (text: string) => new TextEncoder().encode(text)

function find(search: LiteralSearch, chunks: readonly Uint8Array[], baseOffset = 0): number[] {
  const found: number[] = []
  search.reset(baseOffset)
  for (const chunk of chunks) {
    for (const matches of search.push(chunk)) {
      for (const offset of matches.offsets) found.push(matches.baseOffset + offset)
    }
  }
  return found
}

function findNaively(text: string, needle: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    found.push(at)
  }
  return found
}

describe('literal search', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'A', 'B', '-', '\u00e9'),
    maxLength: 90,
  })
  const needles = fc.string({
    unit: fc.constantFrom('a', 'b', 'A', '\u00e9'),
    minLength: 1,
    maxLength: 20,
  })
  const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

  it('finds what indexOf finds, in any chunking', () => {
    fc.assert(
      fc.property(
        letters,
        needles,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (...arbitrary) => {
          const [text, needle, ignoreCase, size] = arbitrary
          const fold = (s: string) => (ignoreCase ? s.toLowerCase() : s)
          const expected = findNaively(fold(text), fold(needle))
          const search = new LiteralSearch(module, latin1(needle), { ignoreCase })
          expect(find(search, [latin1(text)])).toEqual(expected)
          const chunks: Uint8Array[] = []
          for (let i = 0; i < text.length; i += size) chunks.push(latin1(text.slice(i, i + size)))
          expect(find(search, chunks)).toEqual(expected)
        },
      ),
      runs(400),
    )
  })

  it('does not match across what another text left behind', () => {
    const search = new LiteralSearch(module, encode('abcd'), { ignoreCase: false })
    expect(find(search, [encode('xxabcd')])).toEqual([2])
    expect(find(search, [encode('xxab')])).toEqual([])
    expect(find(search, [encode('cd')])).toEqual([])
  })

  it('folds ASCII letters only', () => {
    const search = new LiteralSearch(module, encode('[É]Z'), { ignoreCase: true })
    expect(find(search, [encode('{É}z [É]z [é]Z')])).toEqual([6])
  })

  it('returns any number of matches, with offsets in the file', () => {
    const search = new LiteralSearch(module, encode('ab'), { ignoreCase: false })
    const found = find(search, [encode('ab'.repeat(600_000))], 3_000_000_000)
    expect(found.length).toBe(600_000)
    expect(found.at(-1)).toBe(3_000_000_000 + 1_199_998)
  })

  it('takes long needles', () => {
    const needle = encode('x'.repeat(MAX_NEEDLE - 1) + 'y')
    const search = new LiteralSearch(module, needle, { ignoreCase: false })
    expect(find(search, [encode('x'.repeat(700_000)), encode('y')])).toEqual([700_001 - MAX_NEEDLE])
  })
})
