// The browser's own inflater. It is faster than one in JavaScript, and of data that it does not like says only
// that: what is to be known more precisely is unpacked a second time by our own means.
import { Cancelled } from '../../base/jobs.ts'
import { ReadFailure } from '../../document/byteSource.ts'

/** Thrown for data that the browser does not unpack to their end. */
class NativeRefusal extends Error {}

/** `zstd` is known to few browsers. */
export type NativeFormat = 'gzip' | 'deflate-raw' | 'zstd'

/** Bytes that are given at a time: what comes of them, a thousand times as much, is queued at once. */
const PIECE = 64 * 1024

/** Readers at work: Chromium may forget a stream that nothing else refers to. */
const readers = new Set<ReadableStreamDefaultReader<Uint8Array>>()

/** Undefined where the browser does not know the format. */
export function nativeStream(format: NativeFormat): DecompressionStream | undefined {
  try {
    return new DecompressionStream(format as CompressionFormat)
  } catch {
    return undefined
  }
}

/**
 * What `stream` makes of `chunks`, which are read before the next is asked for. Throws what the chunks throw,
 * and NativeRefusal.
 */
export async function* throughNative(
  stream: DecompressionStream,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  readers.add(reader)
  let failure: unknown
  const pump = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        for (let at = 0; at < chunk.length; at += PIECE) {
          // The browser may keep what it is given.
          await writer.write(chunk.slice(at, at + PIECE))
        }
      }
      await writer.close()
    } catch (error) {
      failure ??= error
      await writer.abort(error).catch(() => {})
    }
  }
  const pumping = pump()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
    await pumping
  } catch (error) {
    await pumping
    // What the reading of the file threw, and not what the stream says for it.
    if (failure instanceof ReadFailure || failure instanceof Cancelled) throw failure
    throw new NativeRefusal('refused', { cause: error })
  } finally {
    readers.delete(reader)
    await reader.cancel().catch(() => {})
  }
}

/**
 * What `native` gives; where it refuses to go on, what `own` gives from there. Both are of the same bytes from
 * the start.
 */
export async function* nativeThenOwn(
  native: AsyncIterable<Uint8Array> | undefined,
  own: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let given = 0
  if (native) {
    try {
      for await (const chunk of native) {
        given += chunk.length
        yield chunk
      }
      return
    } catch (error) {
      if (!(error instanceof NativeRefusal)) throw error
    }
  }
  let at = 0
  for await (const chunk of own()) {
    const skipped = Math.max(0, Math.min(chunk.length, given - at))
    at += chunk.length
    if (skipped < chunk.length) yield chunk.subarray(skipped)
  }
}
