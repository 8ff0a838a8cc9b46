import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'
import { runs } from '../tooling/runs.ts'

test('is the hash that Node has, of any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(3), (bytes, from) => {
      const part = bytes.subarray(from)
      expect(sha256(part)).toEqual(new Uint8Array(createHash('sha256').update(part).digest()))
    }),
    runs(500),
  )
})
