import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSubtle } from '../../base/testing/withoutSubtle.ts'
import { runs } from '../../tooling/runs.ts'
import { ContentHash } from './contentHash.ts'

const LEAF = 4 * 1024 * 1024

/** By the definition, with everything at hand. */
function expectedOf(bytes: Uint8Array): string {
  const tree = createHash('sha256')
  const length = Buffer.alloc(8)
  length.writeDoubleBE(bytes.length)
  tree.update(length)
  for (let at = 0; at < bytes.length; at += LEAF) {
    tree.update(
      createHash('sha256')
        .update(bytes.subarray(at, at + LEAF))
        .digest(),
    )
  }
  return tree.digest('hex')
}

async function hashOf(bytes: Uint8Array, sizes: readonly number[]): Promise<string> {
  const hash = new ContentHash()
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] as number
    // What was handed over may be written to at once.
    const piece = bytes.slice(at, at + size)
    hash.append(piece)
    piece.fill(0)
    await hash.settle()
    at += size
  }
  return hash.finish()
}

test('does not depend on how the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }),
      async (bytes, sizes) => {
        expect(await hashOf(bytes, sizes)).toBe(expectedOf(bytes))
      },
    ),
    runs(100),
  )
})

test.each([LEAF - 1, LEAF, LEAF + 1, 3 * LEAF + 5])('of %d bytes', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + (i >> 9))
  expect(await hashOf(bytes, [1_000_000, 77])).toBe(expectedOf(bytes))
})

test('is there without the hashes of the browser', async () => {
  await withoutSubtle(async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i)
    expect(await hashOf(bytes, [100])).toBe(expectedOf(bytes))
  })
  expect(crypto.subtle).toBeDefined()
})
