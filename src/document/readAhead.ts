// Reads a source front to back while others work: the browser reads on as the validator works.
import { failureOf } from '../base/failures.ts'
import type { ByteOffset } from '../base/units.ts'
import { msg } from '../i18n/message.ts'
import type { ByteSource } from './byteSource.ts'
import { ReadFailure, readFailureOf } from './byteSource.ts'

/**
 * Bytes that the browser is lent to fill, again and again. It fills in what it has, so the first
 * chunk comes at once. Measured for 1 GB in a worker of Chromium 156 with a warm page cache: 0.7 to
 * 0.8 s in this way, 0.9 to 1.1 s by `stream()` without lending or by slices of 16 MiB, 1.5 s by
 * slices of 4 MiB. What is saved are the page faults of ever new memory; and while the validator is at
 * work, the browser fills its pipe, which it does not with slices.
 */
const BUFFER_SIZE = 2 * 1024 * 1024
/**
 * Bytes that are collected before they are handed on. Firefox 153 fills in 64 KiB or 4 KiB at a time, and each step of
 * those who validate has a price: with 256 KiB, as with anything up to 2 MiB, validating 300 MB took a worker there a third
 * less processor time, and the browser's thread that reads a fifth less. Chromium mostly fills in more by itself.
 */
const LEAST_CHUNK = 256 * 1024
/**
 * Where there is no lending. Each read goes through the browser's own process at a fixed cost. Firefox lends, and is
 * quickest so (1 GB in 0.9 to 1.1 s, by `stream()` 1.4 to 2.8 s, by slices 1.7 to 2.6 s, on a busy machine); WebKitGTK
 * does not, and takes as long by slices as by `stream()`. `npm run bench:browsers` measures all ways.
 */
const SLICE_SIZE = 16 * 1024 * 1024
/** So that the first rows do not wait for a whole slice. */
const FIRST_SLICE = 256 * 1024
/** Reads under way at a time. A third one gains nothing and holds more memory. */
const READS_AHEAD = 2

/**
 * Readers at work. Chromium forgets a stream of bytes that nothing but its own unfinished read refers
 * to, and the read then never ends.
 */
const readers = new Set<ReadableStreamBYOBReader>()

/**
 * The bytes [from, to) of `source`, without them all, in order, as chunks: the first has what is there at once, the
 * others have 256 KiB to 16 MiB, but for the last. A chunk is there until the next is asked for. Rejects with
 * ReadFailure like the source.
 */
export async function* readAhead(
  source: ByteSource,
  from: ByteOffset = 0,
  to: ByteOffset = source.size,
): AsyncGenerator<Uint8Array> {
  const reader = source.blob && lendingReader(source.blob.slice(from, to))
  if (!reader) {
    yield* readSlices(source, from, to)
    return
  }
  readers.add(reader)
  let at = from
  let buffer = new ArrayBuffer(Math.min(BUFFER_SIZE, to - from))
  let held = 0
  try {
    while (at < to) {
      const { byteLength, buffer: filled } = await readNext(reader, buffer, held, source, at)
      at += byteLength
      held += byteLength
      buffer = filled
      // The first rows wait for nothing more than is there.
      if (held < LEAST_CHUNK && held < at - from && at < to) continue
      yield new Uint8Array(buffer, 0, held)
      held = 0
    }
  } finally {
    readers.delete(reader)
    // What it was is known by now.
    reader.cancel().catch(() => {})
  }
}

/** Undefined where the browser (WebKitGTK 2.50, say) has no such streams of files. */
function lendingReader(blob: Blob): ReadableStreamBYOBReader | undefined {
  const stream = blob.stream()
  try {
    return stream.getReader({ mode: 'byob' })
  } catch {
    // WebKit has begun to read all of the file into it, and would go on beside the slices.
    stream.cancel().catch(() => {})
    return undefined
  }
}

/** Fills `buffer` from `held` on with what comes next, and gives that part of it. */
async function readNext(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  held: number,
  source: ByteSource,
  at: ByteOffset,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { value } = await reader.read(new Uint8Array(buffer, held))
    if (value && value.byteLength > 0) return value
  } catch (error) {
    const failure = readFailureOf(error)
    if (failure instanceof ReadFailure) throw failure
  }
  // The stream does not say why it ended early; reading there does.
  await source.read(at, at + 1)
  throw new ReadFailure(
    failureOf(
      'read-ended-early',
      msg(
        'Reading stopped after {count, plural, one {# byte} other {# bytes}}. Open the file again.',
        { count: at },
      ),
    ),
  )
}

async function* readSlices(
  source: ByteSource,
  from: ByteOffset,
  to: ByteOffset,
): AsyncGenerator<Uint8Array> {
  const pending: Promise<Uint8Array>[] = []
  let at = from
  const fill = (): void => {
    while (pending.length < READS_AHEAD && at < to) {
      const end = Math.min(at + (at === from ? FIRST_SLICE : SLICE_SIZE), to)
      const chunk = source.read(at, end)
      // A chunk that fails while no one waits for it yet is reported when it is awaited.
      chunk.catch(() => {})
      pending.push(chunk)
      at = end
    }
  }
  fill()
  for (let next = pending.shift(); next; next = pending.shift()) {
    fill()
    yield await next
  }
}
