// Requests and answers together: reading both files, pairing them with the app, and the script that
// people write for it, in turns.
import { ALL_READINGS } from '../../src/benchmark/readOnly.ts'
import type { ReturnedBatch } from '../support/generate.ts'
import type { BenchSetup } from './measureCase.ts'
import {
  measureDrop,
  measurePairingJourney,
  type PairingJourney,
  type PairingTimes,
} from './measurePairing.ts'
import { pairWithPython } from './programs.ts'
import { ReferencePage } from './referencePage.ts'

/** Times in milliseconds. */
export interface PairingResult {
  readonly batch: ReturnedBatch
  /** Merely reading, all times by the id of the way. */
  readonly readings: Readonly<Record<string, readonly BothRead[]>>
  readonly drops: readonly PairingTimes[]
  readonly journeys: readonly PairingJourney[]
  /** The best of the runs; absent when there is no Python, or nothing is compared. */
  readonly pythonMs?: number
}

/** Of the input and the output file. */
export interface BothRead {
  readonly inputMs: number
  readonly outputMs: number
  /** Both at once, each in a worker of its own. */
  readonly togetherMs: number
}

export async function measurePairingCase(
  setup: BenchSetup,
  batch: ReturnedBatch,
): Promise<PairingResult> {
  const { browser, address, workerCode, runs, say } = setup
  const readings: Record<string, BothRead[]> = {}
  const drops: PairingTimes[] = []
  const journeys: PairingJourney[] = []

  const read = async (times: number) => {
    const paths = [batch.input.path, batch.output.path]
    const page = await ReferencePage.open(browser, address, paths, workerCode)
    try {
      for (let round = 0; round < times; round += 1) {
        for (const { id } of ALL_READINGS) (readings[id] ??= []).push(await readBoth(page, id))
      }
    } finally {
      await page.close()
    }
  }

  say('reading only …')
  // The first round also brings the files into the page cache.
  await read(2)
  for (let run = 1; run <= runs; run += 1) {
    say(`all files dropped, ${run} of ${runs} …`)
    drops.push(await measureDrop(browser, address, batch))
    say('paired when open, filters, search, retry file …')
    journeys.push(await measurePairingJourney(browser, address, batch))
    await read(1)
  }
  if (!setup.programs) return { batch, readings, drops, journeys }
  say('Python …')
  const pythonMs = await timePython(batch)
  return { batch, readings, drops, journeys, ...(pythonMs !== undefined && { pythonMs }) }
}

async function readBoth(page: ReferencePage, id: string): Promise<BothRead> {
  const inputMs = await page.read(id, 0)
  const outputMs = await page.read(id, 1)
  const together = await Promise.all([page.read(id, 0), page.read(id, 1)])
  return { inputMs, outputMs, togetherMs: Math.max(...together) }
}

/** Fails when it finds other counts: then one of the two does other work. */
async function timePython(batch: ReturnedBatch): Promise<number | undefined> {
  const { input, output, errors, succeeded, failed, missing } = batch
  const startedAt = performance.now()
  const counts = await pairWithPython([input.path, output.path, errors.path])
  const ms = performance.now() - startedAt
  if (counts === undefined) return undefined
  const wanted = { requests: input.lines, succeeded, failed, missing }
  for (const [name, count] of Object.entries(wanted)) {
    if (counts[name] !== count) throw new Error(`Python counts ${counts[name]} ${name}`)
  }
  return ms
}
