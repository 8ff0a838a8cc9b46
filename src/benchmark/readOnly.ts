// Merely reading a file to its end: the limit that judging is compared with. There are several ways,
// and which is the fastest depends on the browser and the disk.

const MEBIBYTE = 1024 * 1024

export interface Reading {
  readonly id: string
  readonly title: string
  /** Reads all bytes and keeps none; the milliseconds that it took. */
  readonly measure: (blob: Blob) => Promise<number>
}

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
