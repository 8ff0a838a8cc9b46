import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'

const encoder = new TextEncoder()

test('is the checksum of the RFC', () => {
  expect(crc32(new Uint8Array())).toBe(0)
  // The check value of CRC-32/ISO-HDLC.
  expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926)
})

test('goes on from any cut', () => {
  const bytes = encoder.encode('{"id":1,"text":"The quick brown fox"}\n'.repeat(3))
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes))
  }
})
