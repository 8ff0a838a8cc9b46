// Merely reading a file to its end: the limit that validating is compared with. There are several ways,
// and which is the fastest depends on the browser and the disk.

const MEBIBYTE = 1024 * 1024

export interface Reading {
  readonly id: string
  readonly title: string
  /** Reads all bytes and keeps none; the milliseconds that it took. */
  readonly measure: (blob: Blob) => Promise<number>
}

/** The ways that a program takes that just reads a file: the fastest is what validating is held to. */
export const READINGS: readonly Reading[] = [
  { id: 'stream', title: 'stream()', measure: timed(readStream) },
  {
    id: 'slices-4',
    title: '4 MiB slices, one ahead',
    measure: timed((blob) => readSlices(blob, 4 * MEBIBYTE, 1)),
  },
  {
    id: 'slices-16',
    title: '16 MiB slices, two ahead',
    measure: timed((blob) => readSlices(blob, 16 * MEBIBYTE, 2)),
  },
]

/** As the app itself reads (session/readAhead.ts), which is quicker than all of them. */
export const LENT_READING: Reading = {
  id: 'lent',
  title: 'into one buffer, as the app does',
  measure: timed(readLent),
}

export const ALL_READINGS: readonly Reading[] = [...READINGS, LENT_READING]

/** Those that only workers have, which block their thread: for comparing browsers (`npm run bench:browsers`). */
const BLOCKING_READINGS: readonly Reading[] = [1, 4, 16].map((mebibytes) => ({
  id: `blocking-${mebibytes}`,
  title: `FileReaderSync, ${mebibytes} MiB slices`,
  measure: timed((blob) => Promise.resolve(readBlocking(blob, mebibytes * MEBIBYTE))),
}))

/** All ways of all browsers. */
export const WORKER_READINGS: readonly Reading[] = [...ALL_READINGS, ...BLOCKING_READINGS]

/** `read` gives the number of bytes that it has seen. */
function timed(read: (blob: Blob) => Promise<number>): Reading['measure'] {
  return async (blob) => {
    const startedAt = performance.now()
    const bytes = await read(blob)
    if (bytes !== blob.size) throw new Error(`${bytes} of ${blob.size} bytes were read`)
    return performance.now() - startedAt
  }
}

async function readStream(blob: Blob): Promise<number> {
  const reader = blob.stream().getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes
    bytes += value.length
  }
}

/** The types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

function readBlocking(blob: Blob, sliceBytes: number): number {
  const reader = new FileReaderSync()
  let bytes = 0
  for (let at = 0; at < blob.size; at += sliceBytes) {
    bytes += reader.readAsArrayBuffer(blob.slice(at, at + sliceBytes)).byteLength
  }
  return bytes
}

/** Unreferenced, a reader of bytes is collected in the middle of its work. */
const readers = new Set<object>()

async function readLent(blob: Blob): Promise<number> {
  const stream = blob.stream()
  let reader: ReadableStreamBYOBReader
  try {
    reader = stream.getReader({ mode: 'byob' })
  } catch (error) {
    // WebKit would read all of the file into it, beside what is measured next.
    await stream.cancel()
    throw error
  }
  readers.add(reader)
  let view = new Uint8Array(2 * MEBIBYTE)
  let bytes = 0
  while (bytes < blob.size) {
    const { value } = await reader.read(view)
    if (!value) break
    bytes += value.length
    view = new Uint8Array(value.buffer)
  }
  readers.delete(reader)
  await reader.cancel()
  return bytes
}

/** `ahead` further slices are under way while one is waited for. */
async function readSlices(blob: Blob, sliceBytes: number, ahead: number): Promise<number> {
  const pending: Promise<ArrayBuffer>[] = []
  let at = 0
  let bytes = 0
  for (;;) {
    while (pending.length <= ahead && at < blob.size) {
      const slice = blob.slice(at, at + sliceBytes).arrayBuffer()
      // One that fails while another is waited for is reported when its turn comes.
      slice.catch(() => {})
      pending.push(slice)
      at += sliceBytes
    }
    const next = pending.shift()
    if (next === undefined) return bytes
    bytes += (await next).byteLength
  }
}
