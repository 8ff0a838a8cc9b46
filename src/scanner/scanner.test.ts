import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LINE_FLAGS, Scanner } from './scanner.ts'
import type { ScanBatch } from './scanner.ts'
import { SYNTAX_CODES } from './syntaxCodes.ts'
import { anyLine, validLine } from './testing/arbitraryLines.ts'
import { loadScannerModule } from './testing/loadScanner.ts'
import { runs } from '../tooling/runs.ts'

// Property tests run long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const module = await loadScannerModule()
const scanner = Scanner.create(module)
const encode = (text: string) => new TextEncoder().encode(text)
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether the platform takes the line for a JSON text in strict UTF-8. */
function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(strictUtf8.decode(bytes))
    return true
  } catch {
    return false
  }
}

interface Line {
  readonly text: string
  readonly from: number
  readonly code: string
  readonly errorAt: number
  readonly flags: number
}

function linesOf(batch: ScanBatch): Line[] {
  return Array.from(batch.ends, (to, i) => {
    const from = i === 0 ? 0 : (batch.ends[i - 1] as number)
    return {
      text: Buffer.from(batch.bytes.subarray(from, to)).toString('latin1'),
      from: batch.baseOffset + from,
      code: SYNTAX_CODES[batch.status[i] as number] as string,
      errorAt: batch.errorAt[i] as number,
      flags: batch.flags[i] as number,
    }
  })
}

function scanAll(chunks: Iterable<Uint8Array>, using = scanner): Line[] {
  using.reset()
  const lines: Line[] = []
  for (const chunk of chunks) for (const batch of using.push(chunk)) lines.push(...linesOf(batch))
  for (const batch of using.finish()) lines.push(...linesOf(batch))
  return lines
}

function* inChunks(bytes: Uint8Array, size: () => number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const to = Math.min(bytes.length, at + size())
    yield bytes.slice(at, to)
    at = to
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

describe('grammar', () => {
  it('agrees with JSON.parse and a strict decoder', () => {
    fc.assert(
      fc.property(anyLine, (bytes) => {
        expect(scanner.scanLine(bytes).code === 'valid').toBe(isJson(bytes))
      }),
      runs(4000),
    )
  })

  it('finds valid lines valid', () => {
    fc.assert(
      fc.property(validLine, (bytes) => scanner.scanLine(bytes).code === 'valid'),
      runs(1000),
    )
  })

  it('points at the first byte that no continuation can fix', () => {
    const elsewhere = ['invalid-utf8', 'unterminated-string', 'blank-line', 'valid', 'nul-byte']
    fc.assert(
      fc.property(anyLine, (bytes) => {
        const { code, errorAt } = scanner.scanLine(bytes)
        fc.pre(!elsewhere.includes(code))
        // What stands before is a beginning of JSON: as the last line it is only cut short.
        const before = scanner.scanLine(bytes.subarray(0, errorAt), { last: true }).code
        expect(['truncated-line', 'valid', 'blank-line']).toContain(before)
        if (errorAt === bytes.length) return
        const width = (bytes[errorAt] as number) < 0x80 ? 1 : 4
        const upTo = scanner.scanLine(bytes.subarray(0, errorAt + width), { last: true })
        expect(['valid', 'blank-line']).not.toContain(upTo.code)
        expect(upTo.errorAt).toBe(errorAt)
      }),
      runs(2000),
    )
  })

  it('finds every ill-formed sequence in long non-ASCII text, at its first byte', () => {
    const sequence = fc.oneof(
      fc
        .constantFrom('中', 'é', '😀', 'a', '，', '\u0800', '\uffff', '\u{10ffff}', '\u0080')
        .map(encode),
      fc.uint8Array({ minLength: 1, maxLength: 4 }).map((raw) => raw.map((byte) => byte | 0x80)),
    )
    fc.assert(
      fc.property(fc.array(sequence, { minLength: 1, maxLength: 40 }), (parts) => {
        const line = concat([encode('"'), ...parts, encode('"')])
        const { code, errorAt } = scanner.scanLine(line)
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
        const bad = decoded.indexOf('\ufffd')
        if (bad < 0) expect(code).toBe('valid')
        else expect([code, errorAt]).toEqual(['invalid-utf8', encode(decoded.slice(0, bad)).length])
      }),
      runs(3000),
    )
  })
})

describe('chunks', () => {
  const lineEnd = fc.constantFrom('\n', '\n', '\r\n').map(encode)
  const file = fc
    .tuple(fc.array(fc.tuple(anyLine, lineEnd), { maxLength: 6 }), anyLine, fc.boolean())
    .map(([lines, last, bom]) => concat([encode(bom ? '\ufeff' : ''), ...lines.flat(), last]))

  it('do not matter', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (bytes, sizes) => {
          const whole = scanAll([bytes])
          expect(whole.map((line) => line.text).join('')).toBe(
            Buffer.from(bytes).toString('latin1'),
          )
          for (const size of [1, 2, 3, 7])
            expect(scanAll(inChunks(bytes, () => size))).toEqual(whole)
          let turn = 0
          const random = () => sizes[turn++ % sizes.length] as number
          expect(scanAll(inChunks(bytes, random))).toEqual(whole)
        },
      ),
      runs(30),
    )
  })

  it('give the same lines as one at a time', () => {
    fc.assert(
      fc.property(file, (bytes) => {
        const lines = scanAll([bytes])
        lines.forEach((line, i) => {
          const alone = scanner.scanLine(Buffer.from(line.text, 'latin1'), {
            first: i === 0,
            last: i === lines.length - 1,
          })
          const flags = line.flags & ~LINE_FLAGS.noFinalLf
          expect([alone.code, alone.errorAt, alone.flags & ~LINE_FLAGS.noFinalLf]).toEqual([
            line.code,
            line.errorAt,
            flags,
          ])
        })
      }),
      runs(100),
    )
  })

  it('keep invalid UTF-8 of one line out of the next', () => {
    for (const lead of ['\xf0', '\xe4\xbd', '\xf0\x9f', '\xf0\x9f\x98', '\xc3']) {
      const before = Buffer.from(`"${lead}\n`, 'latin1')
      const codes = scanAll([concat([before, before.subarray(1), encode('"é"\n"中"\n')])])
      expect(codes.slice(2).map((line) => line.code)).toEqual(['valid', 'valid'])
    }
  })

  it('end lines at LF only', () => {
    expect(scanAll([])).toEqual([])
    expect(scanAll([encode('1\n')]).map((line) => line.text)).toEqual(['1\n'])
    expect(scanAll([encode('1\n\n')]).map((line) => line.code)).toEqual(['valid', 'blank-line'])
    expect(scanAll([encode('1\r2\r\n')]).map((line) => line.flags)).toEqual([LINE_FLAGS.crlf])
    const unended = scanAll([encode('1\r\n2\r')])
    expect(unended.map((line) => line.text)).toEqual(['1\r\n', '2\r'])
    expect(unended.map((line) => line.flags)).toEqual([LINE_FLAGS.crlf, LINE_FLAGS.noFinalLf])
    const separator = encode('["\u2028\u0085"]\n')
    expect(scanAll([separator]).map((line) => line.code)).toEqual(['valid'])
  })

  it('come back in bounded batches with offsets in the file', () => {
    const using = Scanner.create(module)
    using.reset(5_000_000_000)
    const batches = [...using.push(encode('{"a":1}\n'.repeat(20_000)))].map((batch) => batch.count)
    expect(Math.max(...batches)).toBeLessThanOrEqual(8192)
    expect(batches.reduce((a, b) => a + b)).toBe(20_000)
    const [next] = [...using.push(encode('1\n'))].map((batch) => batch.baseOffset)
    expect(next).toBe(5_000_160_000)
  })

  it('carry lines longer than the buffer, and give the memory back', () => {
    const using = Scanner.create(module)
    const long = `{"a":"${'中文 text '.repeat(700_000)}"}`
    const bytes = encode(`1\n${long}\n2\n${long},\n3`)
    const lines = scanAll(
      inChunks(bytes, () => 1_000_003),
      using,
    )
    expect(lines.map((line) => line.code)).toEqual([
      'valid',
      'valid',
      'valid',
      'trailing-comma',
      'valid',
    ])
    expect(lines[3]?.errorAt).toBe(encode(long).length)
    const sizes: number[] = []
    using.reset()
    for (const batch of using.push(encode('1\n'))) sizes.push(batch.bytes.buffer.byteLength)
    expect(Math.max(...sizes)).toBeLessThan(8 * 1024 * 1024)
  })

  it('are not disturbed by a line validated alone in between', () => {
    scanner.reset()
    const codes: string[] = []
    for (const chunk of ['{"a":', '1}\n{"b"', ':2}\n']) {
      for (const batch of scanner.push(encode(chunk))) {
        expect(scanner.scanLine(encode(`"${'x'.repeat(5_000_000)}"`)).code).toBe('valid')
        codes.push(...linesOf(batch).map((line) => line.code))
      }
      expect(scanner.scanLine(encode('[1,]')).code).toBe('trailing-comma')
    }
    expect(codes).toEqual(['valid', 'valid'])
  })
})
