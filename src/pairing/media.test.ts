import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySource, base64ByteLength, mediaKindOf, urlSource } from './media.ts'

describe('media', () => {
  test('base64 is measured as it would decode', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (bytes, isPadded) => {
        const base64 = Buffer.from(bytes).toString('base64')
        const text = isPadded ? base64 : base64.replace(/=+$/, '')
        expect(base64ByteLength(text)).toBe(bytes.length)
      }),
    )
  })

  test('data: URLs are content, other URLs are addresses', () => {
    expect(urlSource('data:image/png;base64,AAAA')).toEqual({
      kind: 'inline',
      mediaType: 'image/png',
      byteLength: 3,
    })
    expect(urlSource('DATA:;charset=utf-8,abc')).toEqual({
      kind: 'inline',
      mediaType: undefined,
      byteLength: 3,
    })
    expect(urlSource('https://example.org/x')).toEqual({
      kind: 'url',
      url: 'https://example.org/x',
    })
    expect(urlSource('data:no comma')).toEqual({ kind: 'unknown' })
    expect(urlSource('')).toEqual({ kind: 'unknown' })
    expect(urlSource({})).toEqual({ kind: 'unknown' })
  })

  test('content goes before an address, an address before an id', () => {
    expect(anySource(undefined, 'https://a.example', 'file-1').kind).toBe('url')
    expect(anySource(undefined, null, 'file-1')).toEqual({ kind: 'id', id: 'file-1' })
    expect(anySource(undefined, null, null)).toEqual({ kind: 'unknown' })
  })

  test('kinds come from media types', () => {
    expect(mediaKindOf('video/mp4')).toBe('video')
    expect(mediaKindOf('application/pdf')).toBe('file')
    expect(mediaKindOf(undefined)).toBe('file')
  })
})
