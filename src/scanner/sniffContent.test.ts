import { describe, expect, it, test } from 'vitest'
import { sniffContent } from './sniffContent.ts'

const sniff = (text: string, isWhole = true) =>
  sniffContent(new TextEncoder().encode(text), isWhole)
const layout = (text: string, isWhole = true) => sniff(text, isWhole).layout
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.padEnd(64, '0a'), 'hex'))

describe('encoding', () => {
  it.each([
    ['gzip', '1f8b0800'],
    ['zstd', '28b52ffd'],
    ['zstd', '502a4d18'],
    ['zip', '504b0304'],
    ['bzip2', '425a6839314159265359'],
    ['xz', 'fd377a585a00'],
    ['parquet', '50415231'],
    ['sqlite', '53514c69746520666f726d6174203300'],
    ['pdf', '255044462d'],
    ['office', 'd0cf11e0a1b11ae1'],
    ['binary', '7f454c46020101000000000000000000'],
  ])('%s from %s', (encoding, digits) => {
    expect(sniffContent(hex(digits), false)).toMatchObject({ encoding, layout: 'lines' })
  })

  it.each([
    ['office', '[Content_Types].xml'],
    ['office', '_rels/.rels'],
    ['office', 'docProps/app.xml'],
    ['office', 'xl/worksheets/sheet1.xml'],
    ['office', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['zip', 'mimetypeapplication/epub+zip'],
    ['zip', 'xl/input.jsonl'],
    ['zip', 'data/[Content_Types].xml'],
  ])('%s of a zip that begins with %s', (encoding, name) => {
    const head = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      Buffer.alloc(26),
      Buffer.from(name),
    ])
    expect(sniffContent(new Uint8Array(head), false).encoding).toBe(encoding)
  })

  it('takes UTF-16 with and without BOM', () => {
    const le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
    const be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
    const text = '{"a":"中文中文中文中文"}\r\n{"a":2}\r\n'
    const expected = { layout: 'lines', isBulk: false, lineEnd: 'crlf' }
    expect(sniffContent(le(text), true)).toEqual({ encoding: 'utf-16le', bom: false, ...expected })
    expect(sniffContent(be(text), true)).toEqual({ encoding: 'utf-16be', bom: false, ...expected })
    const marked = `\ufeff${text}`
    expect(sniffContent(le(marked), true)).toEqual({ encoding: 'utf-16le', bom: true, ...expected })
    expect(sniffContent(be(marked), true)).toEqual({ encoding: 'utf-16be', bom: true, ...expected })
    expect(sniffContent(le('[\n{"a":1},\n{"a":2}\n]'), true).layout).toBe('json-array')
  })

  it('leaves damaged text to the lines', () => {
    expect(sniff('\ufeff{"a":1}\n')).toMatchObject({ encoding: 'utf-8', bom: true })
    const latin1 = new Uint8Array(Buffer.from('{"a":"café"}\n', 'latin1'))
    expect(sniffContent(latin1, true).encoding).toBe('utf-8')
    expect(sniff('{"a":"\0"}\n{"a":2}\n').encoding).toBe('utf-8')
    expect(sniff('').encoding).toBe('utf-8')
  })
})

describe('zeros', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const wide = (text: string, isBigEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(4 * text.length))
    Array.from(text).forEach((c, i) =>
      view.setUint32(4 * i, c.codePointAt(0) as number, !isBigEndian),
    )
    return new Uint8Array(view.buffer)
  }
  const encodingOf = (content: Uint8Array, isWhole = true) =>
    sniffContent(content, isWhole).encoding

  it('are UTF-32 where two or three of four are', () => {
    const lines = '{"a":"x"}\n{"a":2}\n'
    expect(encodingOf(wide(lines, false))).toBe('utf-32le')
    expect(encodingOf(wide(lines, true))).toBe('utf-32be')
    expect(sniffContent(wide(`\ufeff${lines}`, false), true)).toMatchObject({
      encoding: 'utf-32le',
      bom: true,
    })
    expect(encodingOf(wide(`\ufeff${lines}`, true))).toBe('utf-32be')
    expect(encodingOf(wide('{"a":"中文中文"}\n', false))).toBe('utf-32le')
  })

  it('are no text where there is nothing else', () => {
    expect(encodingOf(bytes('\0'))).toBe('nul')
    expect(encodingOf(bytes('\0'.repeat(9000)))).toBe('nul')
    // What follows is not known.
    expect(encodingOf(bytes('\0'.repeat(9000)), false)).toBe('utf-8')
  })

  it('are findings of lines where there are any', () => {
    const run = '\0'.repeat(3000)
    for (const text of [
      `{"a":1}\n${run}{"a":2}\n`,
      `${run}\n{"a":1}\n`,
      `{"a":"${run}"}\n{"a":1}\n`,
      `[{"a":1},\n${run}\n{"a":2}]`,
      `{"a":1}\n\0{"a":2}\n`,
    ]) {
      expect(encodingOf(bytes(text))).toBe('utf-8')
      expect(encodingOf(bytes(text), false)).toBe('utf-8')
    }
    expect(encodingOf(bytes(`ELF${run}x${run}`))).toBe('binary')
  })
})

test('bulk files of Elasticsearch are known by their actions', () => {
  const action = '{"index":{"_index":"a","_id":"1"}}\n'
  expect(sniff(`${action}{"x":1}\n${action}{"x":2}`).isBulk).toBe(true)
  expect(sniff('{"delete":{"_id":"1"}}\n{"delete":{"_id":"2"}}\n').isBulk).toBe(true)
  expect(sniff('{"index":{}}\n{"x":1}\n{"create":{}}\n{"x":1}').isBulk).toBe(true)
  expect(sniff('{"index":{"_index":"a"}}\n{"x":1}\n{"x":2}\n{"x":2}').isBulk).toBe(false)
  expect(sniff('{"index":{"depth":1}}\n{"index":{"depth":2}}\n').isBulk).toBe(false)
})

describe('line ends', () => {
  it.each([
    ['1\n2\n', 'lf'],
    ['1\r\n2\r\n', 'crlf'],
    ['1\r\n2\n', 'mixed'],
    ['1\r2\r3', 'cr'],
    ['1', 'none'],
    ['1\r', 'none'],
    ['', 'none'],
  ])('%j has %s', (text, lineEnd) => {
    expect(sniff(text).lineEnd).toBe(lineEnd)
  })
})

describe('layout', () => {
  const record = { a: 1, b: [1, 2, { c: 'x' }], d: { e: null } }
  const compact = JSON.stringify(record)
  const pretty = JSON.stringify(record, null, 2)

  it('knows lines', () => {
    for (const text of [
      '',
      '\n\n',
      '1',
      compact,
      `${compact}\n${compact}\n`,
      `\n\n${compact}\n`,
      '[1,2,3]',
      '[1,{"a":1}]',
      `[${compact}]\n[${compact}]\n`,
      'hello\nworld\n',
      `${compact}, \n${compact},\n`,
    ]) {
      expect([text, layout(text)]).toEqual([text, 'lines'])
    }
    expect(layout('{"a":"' + 'x'.repeat(1000), false)).toBe('lines')
    expect(layout(`${compact}\n{"a":[1,`, false)).toBe('lines')
  })

  it('is not misled by a broken first line', () => {
    const rest = `\n${compact}`.repeat(20)
    for (const first of [
      '{"a":1,',
      '{"a":',
      '{',
      '[',
      '[1,',
      '{"a":"b',
      '{"a":[',
      '[[[',
      '"',
      ']',
    ]) {
      expect([first, layout(first + rest)]).toEqual([first, 'lines'])
      expect([first, layout(first + rest, false)]).toEqual([first, 'lines'])
    }
  })

  it('is not misled by raw line feeds in strings', () => {
    expect(layout('{"a":"one\ntwo\nthree"}\n{"a":"one\ntwo"}\n')).toBe('lines')
    expect(layout('[{"a":"one\ntwo\nthree"},\n{"a":"one\ntwo"}]\n')).toBe('lines')
  })

  it('knows one whole array', () => {
    for (const text of [
      JSON.stringify([record, record], null, 2),
      `[\n${compact},\n${compact}\n]\n`,
      `[${compact},\n${compact}]`,
      `\n [${compact}, ${compact}]\n`,
      '[1,\n2,\n3]',
      // Damaged in the middle, but after many lines that go on well.
      `[\n${`${compact},\n`.repeat(5)}{"a":oops},\n${compact}\n]\n`,
    ]) {
      expect([text, layout(text)]).toEqual([text, 'json-array'])
    }
    expect(layout(`[\n${`${compact},\n`.repeat(50)}{"a":`, false)).toBe('json-array')
    expect(layout(`[${`${compact},`.repeat(50)}{"a":`, false)).toBe('json-array')
    expect(layout(`[${'1,'.repeat(500)}`, false)).toBe('lines')
  })

  it('knows an array in an object, and counts elements', () => {
    const array = JSON.stringify({ object: 'list', data: [record, record, record] }, null, 1)
    expect(sniff(array)).toMatchObject({
      layout: 'wrapped-array',
      array: { key: 'data', elements: 3, isAll: true },
    })
    expect(layout(`${array}\n${array}\n`)).toBe('pretty-printed')
    expect(sniff(`[\n${compact},\n${compact}\n]\n`).array).toMatchObject({
      elements: 2,
      isAll: true,
    })
    const cut = sniff(`[\n${`${compact},\n`.repeat(50)}{"a":`, false)
    expect(cut.array).toMatchObject({ elements: 50, isAll: false })
  })

  it('knows what is not JSON, and one line for all', () => {
    expect(layout('id,name\n1,a\n2,b\n')).toBe('csv')
    expect(layout('{"a":1}\nid,name\n1,a\n2,b\n')).toBe('lines')
    expect(layout('{"a":1}\r{"a":2}\r')).toBe('lone-cr')
  })

  it('takes a file of lines for one although a record in it is pretty-printed', () => {
    const record = JSON.stringify({ a: { b: [1, 2, 3, 4, 5, 6, 7, 8], c: {} } }, null, 2)
    expect(record.split('\n').length).toBeGreaterThan(12)
    expect(layout(`${`${compact}\n`.repeat(6)}${record}\n${compact}\n`)).toBe('lines')
    expect(layout(`${record}\n${`${compact}\n`.repeat(2)}`)).toBe('lines')
    // Objects on one line inside of it are no lines.
    const inner = '{\n  "a": [\n    {"b":1},\n    {"b":2},\n    {"b":3}\n  ]\n}\n'
    expect(layout(`${compact}\n${inner}`)).toBe('pretty-printed')
  })

  it('knows pretty-printed values', () => {
    expect(layout(pretty)).toBe('pretty-printed')
    expect(layout(`${pretty}\n${pretty}\n`)).toBe('pretty-printed')
    expect(layout(`${pretty},\n${pretty},\n`)).toBe('pretty-printed')
    expect(layout(`${compact}\n`.repeat(3) + `${pretty}\n`.repeat(3))).toBe('pretty-printed')
    expect(layout(`${pretty}\n`.repeat(9).slice(0, -30), false)).toBe('pretty-printed')
    expect(layout(`${pretty}\n`.repeat(9).slice(0, -30), true)).toBe('pretty-printed')
    expect(layout(`${`${compact}\n`.repeat(50)}{"a":\n1}\n`)).toBe('lines')
    expect(layout('[\n1\n]\n[\n2\n]\n')).toBe('pretty-printed')
  })
})
