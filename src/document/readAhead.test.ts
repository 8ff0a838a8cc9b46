// What comes out of a stream of bytes that gives pieces of any size, as browsers do.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes } from '../base/concatBytes.ts'
import { type ByteSource, memorySource, ReadFailure } from './byteSource.ts'
import { readAhead } from './readAhead.ts'
import { runs } from '../tooling/runs.ts'

const KIBIBYTE = 1024
const LEAST = 256 * KIBIBYTE
const file = new Uint8Array(3_000_000).map((_, i) => i * 31 + (i >> 8))

/** Lent a buffer, it fills in `pieces` (bytes, in turns) at a time; it has only the first `size` bytes. */
function streamed(pieces: readonly number[], size = file.length): ByteSource {
  const slice = (from = 0, to = file.length) => {
    let at = from
    let turn = 0
    const pull = (controller: ReadableByteStreamController) => {
      const { byobRequest } = controller
      const view = byobRequest?.view
      if (!byobRequest || !view) throw new Error('a buffer is lent for each read')
      const piece = pieces[turn++ % pieces.length] ?? 0
      const end = Math.min(at + piece, at + view.byteLength, to, size)
      if (end === at) controller.close()
      new Uint8Array(view.buffer, view.byteOffset).set(file.subarray(at, end))
      byobRequest.respond(end - at)
      at = end
    }
    return { stream: () => new ReadableStream({ type: 'bytes', pull }) }
  }
  return { ...memorySource(file), blob: { slice } as unknown as Blob }
}

async function chunksOf(source: ByteSource, from?: number, to?: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readAhead(source, from, to)) chunks.push(chunk.slice())
  return chunks
}

test('whatever the pieces, all bytes come in order, and few chunks are small', async () => {
  const pieces = fc.array(fc.integer({ min: 1000, max: 3_000_000 }), { minLength: 1, maxLength: 5 })
  const range = fc.tuple(fc.nat(file.length), fc.nat(file.length))
  await fc.assert(
    fc.asyncProperty(pieces, range, async (sizes, ends) => {
      const [from, to] = ends.toSorted((a, b) => a - b) as [number, number]
      const chunks = await chunksOf(streamed(sizes), from, to)
      const whole = concatBytes(chunks)
      expect(Buffer.compare(whole, file.subarray(from, to))).toBe(0)
      for (const { length } of chunks.slice(1, -1)) expect(length).toBeGreaterThanOrEqual(LEAST)
    }),
    runs(60),
  )
})

test('the first bytes are handed on as soon as they are there', async () => {
  const chunks = await chunksOf(streamed([4 * KIBIBYTE, 64 * KIBIBYTE]))
  expect(chunks[0]).toHaveLength(4 * KIBIBYTE)
  expect(chunks[1]?.length).toBeGreaterThanOrEqual(LEAST)
})

test('a stream that is of no use is ended: browsers would read the whole file into it', async () => {
  let isEnded = false
  const unlent: ByteSource = {
    ...memorySource(file),
    blob: {
      slice: () => ({ stream: () => new ReadableStream({ cancel: () => void (isEnded = true) }) }),
    } as unknown as Blob,
  }
  const whole = concatBytes(await chunksOf(unlent))
  expect(isEnded).toBe(true)
  expect(Buffer.compare(whole, file)).toBe(0)
})

test('a stream that ends too early is a failure, which says where', async () => {
  const source = streamed([100 * KIBIBYTE], 1_000_000)
  const error: unknown = await chunksOf(source).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(ReadFailure)
  expect(error).toMatchObject({
    failure: { code: 'read-ended-early', message: { values: { count: 1_000_000 } } },
  })
})
