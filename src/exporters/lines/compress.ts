// gzip by the browser's own means.
import type { Segment } from '../../document/exportSegments.ts'

/** Compressors at work: Chromium may forget a stream that nothing else refers to. */
const readers = new Set<ReadableStreamDefaultReader<Uint8Array>>()

/** `chunks` as one gzip member; a chunk is read before the next is asked for. Throws what they throw. */
export async function* compress(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Segment, void, undefined> {
  const stream = new CompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  readers.add(reader)
  let failure: { readonly reason: unknown } | undefined
  const pump = async (): Promise<void> => {
    try {
      // The stream may keep what it is given, and the chunk is used again.
      for await (const chunk of chunks) await writer.write(chunk.slice())
      await writer.close()
    } catch (error) {
      failure = { reason: error }
      await writer.abort(error).catch(() => {})
    }
  }
  const pumping = pump()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        await pumping
        throw failure ? failure.reason : error
      })
      if (done) break
      yield { kind: 'bytes', bytes: value }
    }
    await pumping
  } finally {
    readers.delete(reader)
    // Where nobody wants the rest, writing fails and the pump ends with it.
    await reader.cancel().catch(() => {})
    await pumping
  }
}
