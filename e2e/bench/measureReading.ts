// How long it takes to read a file in a worker of this browser and do nothing with it: the limit
// that the app is compared with.
import type { Browser } from '@playwright/test'

export interface ReadingTimes {
  /** Milliseconds of `stream()`, best of two. */
  readonly streamMs: number
  /** Milliseconds of 4 MiB slices with one read ahead, best of two. */
  readonly slicesMs: number
  /** The faster of both. */
  readonly bestMs: number
}

/** Runs in the worker; every answer is the milliseconds of one reading. */
const WORKER_SOURCE = `
const SLICE = 4 * 1024 * 1024
async function readStream(file) {
  const reader = file.stream().getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes
    bytes += value.length
  }
}
async function readSlices(file) {
  const read = (from) =>
    from < file.size ? file.slice(from, from + SLICE).arrayBuffer() : undefined
  let bytes = 0
  let ahead = read(0)
  for (let from = SLICE; ahead !== undefined; from += SLICE) {
    const next = read(from)
    bytes += (await ahead).byteLength
    ahead = next
  }
  return bytes
}
onmessage = async ({ data: { file, kind } }) => {
  const startedAt = performance.now()
  const bytes = await (kind === 'stream' ? readStream(file) : readSlices(file))
  if (bytes !== file.size) throw new Error('Not all bytes were read')
  postMessage(performance.now() - startedAt)
}
`

export async function measureReading(
  browser: Browser,
  address: string,
  path: string,
): Promise<ReadingTimes> {
  const page = await browser.newPage()
  try {
    // A page of the app's origin without its policy, which forbids workers from a blob.
    const html = '<!doctype html><input type="file">'
    await page.route('**/reading', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    )
    await page.goto(new URL('reading', address).href)
    await page.locator('input').setInputFiles(path)
    const times = { stream: [] as number[], slices: [] as number[] }
    for (const kind of ['stream', 'slices', 'stream', 'slices'] as const) {
      times[kind].push(await page.evaluate(readOnce, { source: WORKER_SOURCE, kind }))
    }
    const streamMs = Math.min(...times.stream)
    const slicesMs = Math.min(...times.slices)
    return { streamMs, slicesMs, bestMs: Math.min(streamMs, slicesMs) }
  } finally {
    await page.close()
  }
}

/** Runs in the page. */
async function readOnce({ source, kind }: { source: string; kind: string }): Promise<number> {
  const input = globalThis.document.querySelector('input')
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const worker = new Worker(url)
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.addEventListener('message', (event) => resolve(event.data as number))
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage({ file: input?.files?.[0], kind })
    })
  } finally {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
}
