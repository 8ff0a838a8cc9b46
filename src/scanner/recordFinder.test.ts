import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinRecord } from './spreadRecord.ts'
import { RecordFinder } from './recordFinder.ts'
import { Scanner } from './scanner.ts'
import { loadScannerModule } from './testing/loadScanner.ts'

const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })
const helper = Scanner.create(await loadScannerModule(), { seed: 7n })
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** [first line, lines] of each record, with the text coming in chunks of a size. */
function find(text: string, chunk = text.length + 1): [number, number][] {
  const found: [number, number][] = []
  const finder = new RecordFinder({
    isJson(lines) {
      const joined = joinRecord(lines)
      return joined !== undefined && helper.scanLine(joined.bytes).code === 'valid'
    },
    onRecord: (line, count) => found.push([line, count]),
  })
  scanner.reset()
  const bytes = encode(text)
  for (let at = 0; at < bytes.length; at += chunk) {
    for (const batch of scanner.push(bytes.subarray(at, at + chunk))) finder.push(batch)
  }
  for (const batch of scanner.finish()) finder.push(batch)
  finder.finish()
  return found
}

describe('records over several lines', () => {
  it('are found among lines, and nothing else is', () => {
    expect(find('{"a":1}\n{"a":"x\n\ny"}\n{"b":2}\n{\n "c": [\n  1\n ]\n}')).toEqual([
      [1, 3],
      [5, 5],
    ])
    expect(find('{"a":"x\n{"a":"y\nz"}\n{"b":1}\n')).toEqual([[1, 2]])
    expect(find('[\n[1,\n2]\n]\n["a\nb"]\n')).toEqual([
      [0, 4],
      [4, 2],
    ])
  })

  it('are the same however the bytes arrive', () => {
    const part = fc.constantFrom('{"a":1}', '{"a":"x', 'y"}', '', '{', '"b":[', '2]', '}', '[', ']')
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (parts, n) => {
          const text = `${parts.join('\n')}\n`
          expect(find(text, n)).toEqual(find(text))
        },
      ),
    )
  })

  it('cost no more than reading a few times where every line begins one', () => {
    for (const line of ['{', '[', '["', '{"a":"b', '[1,', '{"a":[']) {
      expect(find(`${line}\n`.repeat(30_000))).toEqual([])
    }
  })
})

describe('joining', () => {
  const join = (text: string, crlf = false): string | undefined => {
    const joined = joinRecord(encode(text), () => crlf)
    return joined && new TextDecoder().decode(joined.bytes)
  }

  it('escapes what is text and drops what is not', () => {
    expect(join('{"a":"x\n  y"}')).toBe('{"a":"x\\n  y"}')
    expect(join('{"a":"x\r\n\r\ny"}', true)).toBe('{"a":"x\\r\\n\\r\\ny"}')
    expect(join('{"a":"x\r\n\r\ny"}')).toBe('{"a":"x\\n\\ny"}')
    expect(join('{\r\n  "a": 1\r\n}')).toBe('{"a": 1}')
    expect(join('{\n\t"é": 1.0 ,\n  "b": "\\"]"\n}')).toBe('{"é": 1.0 ,"b": "\\"]"}')
    expect(join('{"a":"x\\\ny"}')).toBeUndefined()
  })
})
