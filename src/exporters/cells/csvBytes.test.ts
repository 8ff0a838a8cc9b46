import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../tooling/runs.ts'
import { ByteWriter } from './byteWriter.ts'
import { csvCell, plainCsvCell } from './csv.ts'
import { writeCsvCell } from './csvBytes.ts'
import { writeString } from './stringBytes.ts'

const text = fc.string({
  unit: fc.constantFrom(
    ...Array.from(
      'a=+-@;,"\'\t\r\n \u00a0\u3000\u3002\u2028\u202f\u205f\u1680\ufeff\uff1d\uff0b\uff20\u201d中é😀\\\u0000',
    ),
    'longer text without signs',
  ),
  maxLength: 12,
})
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const textOf = (out: ByteWriter): string => decoder.decode(out.bytes.subarray(0, out.length))

test('cells of bytes are those of texts, to the byte', () => {
  fc.assert(
    fc.property(text, text, fc.boolean(), (one, around, isSafe) => {
      const bytes = new TextEncoder().encode(`${around}${one}${around}`)
      const from = new TextEncoder().encode(around).length
      const out = new ByteWriter()
      writeCsvCell(out, 'text', bytes, from, bytes.length - from, isSafe)
      const cell = isSafe ? csvCell : plainCsvCell
      expect(textOf(out)).toBe(cell({ kind: 'text', text: one }))
      const source = `[${JSON.stringify(one)}\t,\n1;=]`
      const json = new TextEncoder().encode(source)
      out.length = 0
      writeCsvCell(out, 'json', json, 0, json.length, isSafe)
      expect(textOf(out)).toBe(cell({ kind: 'json', source }))
    }),
    runs(3000),
  )
})

test('strings are what JSON.parse reads, but for halves of pairs', () => {
  const units = fc.constantFrom(
    'a',
    '"',
    '\\',
    '/',
    '\n',
    '\u0001',
    'é',
    '中',
    '\ud83d',
    '\ude00',
    '😀',
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(units, fc.boolean()), { maxLength: 40 }),
      fc.nat(60),
      (parts, plain) => {
        const escaped = (unit: string): string =>
          [...Array(unit.length).keys()]
            .map((i) => `\\u${unit.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase()}`)
            .join('')
        const written = `"${parts
          .map(([unit, isEscaped]) =>
            isEscaped ? escaped(unit) : JSON.stringify(unit).slice(1, -1),
          )
          .join('x'.repeat(plain))}"`
        const bytes = new TextEncoder().encode(written)
        const out = new ByteWriter()
        writeString(out, bytes, 1, bytes.length - 1)
        const read = JSON.parse(written) as string
        expect(textOf(out)).toBe(
          read.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`),
        )
      },
    ),
    runs(1000),
  )
})
