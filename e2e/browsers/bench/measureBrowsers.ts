// How long other browsers take for merely reading a large file, in each way that there is, and for judging it in the
// built app, in turns. The best time of each counts: what a run takes longer is what the machine did beside it.
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { preview } from 'vite'
import { BENCH_CASES } from '../../../src/benchmark/benchCases.ts'
import { LENT_READING, type Reading, WORKER_READINGS } from '../../../src/benchmark/readOnly.ts'
import { findFirefox, findWebKit, missingBrowsers } from '../../../src/tooling/otherBrowsers.mjs'
import { prepareFile } from '../../bench/benchFiles.ts'
import { bundleReferenceWorker } from '../../bench/referencePage.ts'
import type { DrivenPage, Driver } from '../driver.ts'
import { startFirefox } from '../firefoxDriver.ts'
import { JourneyPage } from '../journeyPage.ts'
import { startWebKit } from '../webkitDriver.ts'

const LOCALE = { locale: 'en-GB' }
/** Milliseconds. No one chooses a file within a second of the page's appearing: the app is at rest by then. */
const REST = 2000

/** Arguments: `--size 100MB` (default 1GB), `--runs 5` (default 3), `--only firefox` or `webkit`. */
export async function measureBrowsers(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '1GB' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: 'firefox,webkit' },
    },
  })
  const benchCase = BENCH_CASES.find(({ id }) => id === 'ascii')
  if (!benchCase) throw new Error('There is no such file.')
  const folder = join(tmpdir(), 'lineproof-bench')
  const { path } = await prepareFile(benchCase, bytesOf(values.size), folder)
  const reference = await serveReference(await bundleReferenceWorker())
  const app = await preview({
    root: fileURLToPath(new URL('../../../', import.meta.url)),
    build: { outDir: process.env['LINEPROOF_DIST'] ?? 'dist' },
    preview: { port: Number(process.env['LINEPROOF_E2E_PORT'] ?? 4601) },
    logLevel: 'error',
  })
  const firefox = findFirefox()
  const webkit = findWebKit()
  const starts: readonly (() => Promise<Driver>)[] = [
    ...(firefox !== undefined && values.only.includes('firefox')
      ? [() => startFirefox(firefox, LOCALE)]
      : []),
    ...(webkit && values.only.includes('webkit') ? [() => startWebKit(webkit, LOCALE)] : []),
  ]
  try {
    for (const start of starts) {
      const driver = await start()
      try {
        const address = app.resolvedUrls?.local[0] ?? ''
        await measure(driver, { path, address, runs: Number(values.runs), reference })
      } finally {
        await driver.close()
      }
    }
    for (const name of missingBrowsers()) console.log(`Not here: ${name}`)
  } finally {
    reference.server.close()
    await app.close()
  }
}

interface Plan {
  readonly path: string
  readonly address: string
  readonly runs: number
  readonly reference: Reference
}

async function measure(driver: Driver, { path, address, runs, reference }: Plan): Promise<void> {
  const best = new Map<string, number>()
  const note = (title: string, milliseconds: number): void => {
    best.set(title, Math.min(best.get(title) ?? Infinity, milliseconds))
  }
  for (let run = 0; run < runs; run++) {
    const page = await driver.newPage()
    await page.goto(reference.address)
    await page.setFiles('input', [path])
    for (const reading of WORKER_READINGS) {
      const time = await readOnce(page, reading)
      if (time !== undefined) note(reading.title, time)
    }
    await page.close()
    const opened = await driver.newPage()
    const journey = new JourneyPage(opened)
    await journey.start(address)
    await setTimeout(REST)
    await journey.open(path)
    const css = '[role=status][data-read-ms]'
    note('judged in the app', Number(await journey.attribute(css, 'data-read-ms')))
    await opened.close()
  }
  const judged = best.get('judged in the app') ?? NaN
  best.delete('judged in the app')
  const own = best.get(LENT_READING.title)
  const usual = Math.min(
    ...[...best].flatMap(([title, time]) => (title === LENT_READING.title ? [] : [time])),
  )
  console.log(`\n${driver.version}`)
  for (const [title, time] of best) console.log(`  ${title.padEnd(36)} ${seconds(time)}`)
  // As in the benchmark of Chromium: a program that just reads a file takes one of the usual ways.
  const ratios = [
    `${(judged / usual).toFixed(2)} × the fastest of the usual ways of reading`,
    ...(own === undefined ? [] : [`${(judged / own).toFixed(2)} × reading as the app does`]),
  ]
  console.log(`  ${'judged in the app'.padEnd(36)} ${seconds(judged)} = ${ratios.join(', ')}`)
}

/** Milliseconds; undefined where the browser has no such way. */
async function readOnce(page: DrivenPage, { id }: Reading): Promise<number | undefined> {
  try {
    return await page.evaluate(async (readingId) => {
      const file = document.querySelector('input')?.files?.[0]
      const worker = new Worker('/worker.js', { type: 'module' })
      try {
        return await new Promise<number>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<{ answer: number; error?: string }>) => {
            if (data.error === undefined) resolve(data.answer)
            else reject(new Error(data.error))
          }
          worker.onerror = (event) => reject(new Error(event.message))
          worker.postMessage({ file, task: { kind: 'read', readingId } })
        })
      } finally {
        worker.terminate()
      }
    }, id)
  } catch {
    return undefined
  }
}

interface Reference {
  readonly server: Server
  readonly address: string
}

/** A page without the app and without its policy. */
async function serveReference(code: string): Promise<Reference> {
  const server = createServer((request, response) => {
    const isWorker = request.url === '/worker.js'
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
    response.end(isWorker ? code : '<!doctype html><title>Reference</title><input type="file">')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { server, address: `http://localhost:${port}/` }
}

function bytesOf(text: string): number {
  const [, count, unit = ''] = /^(\d+)(MB|GB)$/.exec(text) ?? []
  if (count === undefined) throw new Error(`${text} is no size such as 100MB or 1GB`)
  return Number(count) * (unit === 'GB' ? 1e9 : 1e6)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
