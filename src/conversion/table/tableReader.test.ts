// Rows that WebAssembly writes are what Papa Parse and JSON.stringify make of them, for any text, however it is
// cut; and what is told of rows is the same.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import type { LeftOut, LineSink } from '../defineSource.ts'
import { inferValue } from './inferValue.ts'
import { RowReader, type RowSyntax } from './rowReader.ts'
import { RowWriter } from './rowWriter.ts'
import { TableReader } from './tableReader.ts'

const SIGNS = '"\',;\t|\n\r \0\u000b\u00a0\u3000\u2028\ufffd\ufeff\\\b\f\u001f\u007fa列é🏙'
const sign = fc.constantFrom(...Array.from(SIGNS))
const text = fc.oneof(
  fc.string({
    unit: fc.oneof(sign, fc.constantFrom('","', '""', '\r\n', ',', '\n')),
    maxLength: 60,
  }),
  fc.stringMatching(/^-?\d{0,3}\d{0,17}(\.\d{1,4})?([eE][-+]?\d{1,3})?$/),
  fc.constantFrom('', 'TRUE', 'false', 'fals', '007', '9007199254740991', '-9007199254740992'),
  fc.constant('x'.repeat(70)),
)

/** Rows of texts that are mostly as they should be. */
const table = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'", undefined),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    width: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ delimiter, quote, newline, width }) => {
    const field = fc.oneof(
      { weight: 1, arbitrary: text },
      {
        weight: 5,
        arbitrary: text.map((value) => {
          if (!quote) return value.replaceAll(/[\r\n]/g, '').replaceAll(delimiter, '')
          return `${quote}${value.replaceAll(quote, quote + quote)}${quote}`
        }),
      },
    )
    const good = fc.array(field, { minLength: width, maxLength: width })
    const row = fc.oneof({ weight: 8, arbitrary: good }, fc.array(field, { maxLength: 5 }))
    return fc.record({
      syntax: fc.constant<RowSyntax>({ delimiter, quote }),
      // The line end is told from the beginning.
      text: fc.array(row, { maxLength: 12 }).map((rows) =>
        [Array.from({ length: width }, (_, at) => `h${at}`), ...rows]
          .map((fields) => {
            const line = fields.join(delimiter)
            return (newline === '\r' ? line.replaceAll('\n', '') : line) + newline
          })
          .join(''),
      ),
      isEnded: fc.boolean(),
    })
  })
  .map(({ syntax, text: whole, isEnded }) => ({
    syntax,
    text: isEnded ? whole : whole.slice(0, -1),
  }))

const options = fc.record({
  header: fc.constantFrom('yes', 'no'),
  types: fc.constantFrom('strings', 'inferred'),
  empty: fc.constantFrom('text', 'null', 'omitted'),
  trim: fc.constantFrom('no', 'no', 'no', 'yes'),
})

interface Read {
  readonly lines: string
  readonly left: readonly (Omit<LeftOut, 'reason'> & { readonly reason: string })[]
}

function gather(): { sink: LineSink; read: () => Read } {
  const left: LeftOut[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let lines = ''
  const sink: LineSink = {
    write: (bytes) => {
      lines += decoder.decode(bytes, { stream: true })
    },
    leave: (part) => left.push(part),
  }
  const read = (): Read => ({
    lines: lines + decoder.decode(),
    left: left.map((part) => ({ ...part, reason: inEnglish(part.reason) })),
  })
  return { sink, read }
}

describe('a table', () => {
  test('becomes the lines that Papa Parse and JSON.stringify make of it, however it is cut', async () => {
    const wasm = await loadScannerModule()
    fc.assert(
      fc.property(
        table,
        options,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        ({ syntax, text: whole }, chosen, sizes, isRead) => {
          const plain = readPlainly(whole, syntax, chosen)
          const { sink, read } = gather()
          const reader = new TableReader(Papa.Parser, wasm, syntax, chosen, sink)
          const bytes = new TextEncoder().encode(whole)
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = sizes[turn % sizes.length] as number
            reader.push(bytes.slice(at, at + size))
            at += size
            // Which line ends a file has is told from its beginning.
            if (isRead && at > 20) reader.flush()
          }
          reader.finish()
          expect(read()).toEqual(plain)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('goes on by WebAssembly behind rows that Papa Parse has read', async () => {
    const odd = [
      '1\n',
      '"1" ,2\n',
      '1,2,3\n',
      '"1,2\n',
      '\n',
      ' \n',
      `1,"${'長\n'.repeat(9000)}"x\n`,
    ]
    const rows = Array.from({ length: 3000 }, (_, at) =>
      at % 97 === 0 ? odd[(at / 97) % odd.length] : `${at},"第 ${at} 列, ""x"""\r\n`,
    )
    const whole = `a,b\n${rows.join('')}`
    const syntax = { delimiter: ',', quote: '"' }
    const { sink, read } = gather()
    const wasm = await loadScannerModule()
    const reader = new TableReader(Papa.Parser, wasm, syntax, {}, sink)
    const bytes = new TextEncoder().encode(whole)
    for (let at = 0; at < bytes.length; at += 10_007) reader.push(bytes.slice(at, at + 10_007))
    reader.finish()
    expect(read()).toEqual(readPlainly(whole, syntax, {}))
  })
})

test('bytes that are no UTF-8 are read as a decoder reads them, however they are cut', async () => {
  const wasm = await loadScannerModule()
  const byte = fc.constantFrom(
    0x2c,
    0x0a,
    0x22,
    0x41,
    0x80,
    0xbf,
    0xc3,
    0xe5,
    0xef,
    0xbd,
    0xf0,
    0xff,
  )
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 80 }),
      fc.integer({ min: 1, max: 20 }),
      (values, size) => {
        const bytes = Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, ...values])
        const { sink, read } = gather()
        const syntax = { delimiter: ',', quote: '"' }
        const reader = new TableReader(Papa.Parser, wasm, syntax, {}, sink)
        for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
        reader.finish()
        const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
        expect(read()).toEqual(readPlainly(decoder.decode(bytes), syntax, {}))
      },
    ),
  )
})

test('numbers are the same to both', async () => {
  const wasm = await loadScannerModule()
  const digits = fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), maxLength: 18 })
  const number = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      digits,
      fc.constantFrom('', '.', '.0', '.50', '.000000000001'),
      digits,
      fc.constantFrom('', 'e', 'E'),
      fc.constantFrom('', '+', '-'),
      fc.constantFrom('', '0', '7', '99', '308', '400'),
    )
    .map((parts) => parts.join(''))
  const long = fc.integer({ min: 90, max: 400 }).map((count) => `0.${'0'.repeat(count)}1`)
  fc.assert(
    fc.property(fc.array(fc.oneof(number, long), { minLength: 1 }), (values) => {
      const { sink, read } = gather()
      const reader = new TableReader(
        Papa.Parser,
        wasm,
        { delimiter: ',', quote: '"' },
        { types: 'inferred' },
        sink,
      )
      reader.push(new TextEncoder().encode(`a,b\n${values.map((each) => `x,${each}\n`).join('')}`))
      reader.finish()
      expect(read().lines).toBe(
        values
          .map((each) => `{"a":"x","b":${inferValue(each) ?? JSON.stringify(each)}}\n`)
          .join(''),
      )
    }),
  )
})

/** All at once, without WebAssembly. */
function readPlainly(whole: string, syntax: RowSyntax, chosen: Record<string, string>): Read {
  const { sink, read } = gather()
  const writer = new RowWriter(chosen, sink)
  writer.expectOddSigns({
    hasNul: whole.includes('\0'),
    hasReplacement: whole.includes('\ufffd'),
  })
  const reader = new RowReader(Papa.Parser, syntax, (fields, row, problem) =>
    writer.add(fields, row, problem),
  )
  const newline = !whole.includes('\n') && whole.includes('\r') ? '\r' : '\n'
  reader.read(whole, newline, true)
  writer.flush()
  return read()
}
