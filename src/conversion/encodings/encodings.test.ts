// Real sentences in each encoding: their bytes, as hexadecimal, were made by iconv.
import { describe, expect, test } from 'vitest'
import { recogniseEncoding } from './recogniseEncoding.ts'
import { TEXT_ENCODINGS, type TextEncodingId } from './textEncodings.ts'
import { Utf8Converter, tellUnreadable } from './utf8Converter.ts'
import { bytesOfHex, encodedTexts } from '../testing/encodedTexts.ts'

describe.each(encodedTexts)('$encoding: $text', ({ encoding, text, bytes }) => {
  test('is recognised', () => {
    const found = recogniseEncoding(bytes)
    expect(found.encoding).toBe(encoding)
    expect(found.certainty).toBeGreaterThan(0.5)
  })

  test.each([1, 2, 3, 7, 1000])('becomes UTF-8 in pieces of %d bytes', (size) => {
    expect(convert(encoding, bytes, size)).toEqual({ text, unreadable: undefined })
  })

  test('is recognised when the head ends within a character', () => {
    for (const cut of [1, 2, 3]) {
      expect(recogniseEncoding(bytes.subarray(0, bytes.length - cut)).encoding).toBe(encoding)
    }
  })
})

describe('recognising', () => {
  test('byte order marks are believed', () => {
    const marks = { 'utf-8': 'efbbbf', 'utf-16le': 'fffe', 'utf-16be': 'feff', gb18030: '84319533' }
    for (const [encoding, hex] of Object.entries(marks)) {
      const found = recogniseEncoding(bytesOfHex(`${hex}0041`))
      expect(found).toEqual({ encoding, hasBom: true, certainty: 1 })
    }
  })

  test('ASCII is UTF-8, and so is an empty file', () => {
    expect(recogniseEncoding(new TextEncoder().encode('a,b\n'))).toMatchObject({
      encoding: 'utf-8',
      certainty: 1,
    })
    expect(recogniseEncoding(new Uint8Array())).toMatchObject({ encoding: 'utf-8', certainty: 1 })
  })

  test('a broken character among many leaves the file UTF-8', () => {
    const bytes = new TextEncoder().encode('請問這個產品要怎麼使用？\n'.repeat(10))
    bytes[4] = 0xff
    expect(recogniseEncoding(bytes).encoding).toBe('utf-8')
  })

  test('UTF-8 with NUL bytes in it stays UTF-8', () => {
    const bytes = new TextEncoder().encode(`{"a":1}\n${'\0'.repeat(500)}{"a":2}\n`)
    expect(recogniseEncoding(bytes).encoding).toBe('utf-8')
  })

  test('a few bytes that may be anything are not certain', () => {
    expect(recogniseEncoding(bytesOfHex('8190')).certainty).toBeLessThan(0.5)
  })
})

describe('converting', () => {
  test('a byte order mark is dropped, whatever the pieces; one in the text is kept', () => {
    for (const [encoding, hex] of [
      ['utf-8', 'efbbbf61efbbbf'],
      ['utf-16le', 'fffe6100fffe'],
      ['utf-16be', 'feff0061feff'],
    ] as const) {
      for (const size of [1, 2, 3, 7]) {
        expect(convert(encoding, bytesOfHex(hex), size).text).toBe('a\ufeff')
      }
    }
  })

  test('what cannot be read is counted, and the line of the first is told', () => {
    // Lead bytes before a digit, and one at the end.
    const bytes = bytesOfHex('61610a620a63a4300aa4700aa4300aa4')
    for (const size of [1, 2, 3, 7]) {
      const { text, unreadable } = convert('big5', bytes, size)
      expect(text).toBe('aa\nb\nc\ufffd0\n小\n\ufffd0\n\ufffd')
      expect(unreadable).toEqual({ count: 3, line: 3 })
    }
    expect(tellUnreadable('big5', { count: 3, line: 3 }).values).toMatchObject({
      count: 3,
      line: 3,
    })
  })

  test('characters beyond the basic plane survive any cut', () => {
    // Wherever a step ends, a pair of code units is around it in one of the two.
    for (const text of ['𠮷😀'.repeat(50_000), `a${'𠮷😀'.repeat(50_000)}`]) {
      for (const size of [65_537, Infinity]) {
        expect(convert('utf-8', new TextEncoder().encode(text), size).text === text).toBe(true)
        const little = Uint8Array.from(Buffer.from(text, 'utf16le'))
        const { text: read, unreadable } = convert('utf-16le', little, size)
        expect([read === text, unreadable]).toEqual([true, undefined])
      }
    }
  })

  test('every encoding that is offered can be read', () => {
    for (const { id } of TEXT_ENCODINGS) expect(convert(id, new Uint8Array(), 1).text).toBe('')
  })
})

function convert(encoding: TextEncodingId, bytes: Uint8Array, size: number) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  const converter = new Utf8Converter(encoding, (piece) => {
    text += decoder.decode(piece, { stream: true })
  })
  for (let at = 0; at < bytes.length; at += size) converter.push(bytes.slice(at, at + size))
  converter.finish()
  return { text: text + decoder.decode(), unreadable: converter.unreadable }
}
