import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openContainer } from './openContainer.ts'
import { unpackAll } from './testing/unpackAll.ts'
import { UNPACKED_LIMIT, withinLimits } from './unpackLimits.ts'

/** 16 MB of zeros in 16 kB, again and again: members of one file. */
const BOMB = new Blob(
  Array.from({ length: 20 }, () => Uint8Array.from(gzipSync(Buffer.alloc(2 ** 24)))),
)

async function unpackedSize(limit: number, allowsAnyRatio: boolean) {
  const container = await openContainer(BOMB, 'bomb.gz')
  let size = 0
  const { failure } = await unpackAll(async function* (steps) {
    let read = 0
    const chunks = container?.files[0]?.unpack({ ...steps, onRead: (done) => (read = done) }) ?? []
    for await (const chunk of withinLimits(
      chunks as AsyncIterable<Uint8Array>,
      { limit, allowsAnyRatio },
      () => read,
    )) {
      size += chunk.length
    }
    yield new Uint8Array()
  })
  return { size, failure }
}

test('what grows without end is asked about, unless the user wants it', async () => {
  const stopped = await unpackedSize(UNPACKED_LIMIT, false)
  expect(stopped.failure).toBe('unpack-suspicious')
  expect(stopped.size).toBeLessThan(2 ** 28)
  expect(await unpackedSize(UNPACKED_LIMIT, true)).toEqual({ size: 20 * 2 ** 24 })
})

test('no more is unpacked than there is room for', async () => {
  const { failure, size } = await unpackedSize(50_000_000, true)
  expect(failure).toBe('unpack-too-large')
  expect(size).toBeLessThanOrEqual(50_000_000)
})
