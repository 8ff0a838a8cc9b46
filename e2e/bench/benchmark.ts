// Opens large files with the built app in Chromium, and compares with merely reading them there and
// with what a user would otherwise take.
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser } from '@playwright/test'
import { BENCH_CASES, type BenchCase, HARD_CASES } from '../../src/benchmark/benchCases.ts'
import { ENDPOINT_CASES } from '../../src/benchmark/endpointCases.ts'
import { english } from '../../src/i18n/loadTranslator.ts'
import { prepareFile } from './benchFiles.ts'
import { type Versions, writeReport } from './benchReport.ts'
import {
  CONVERSION_ID,
  CONVERSION_IDS,
  type ConversionResults,
  measureConversions,
} from './conversion/run.ts'
import { withMistakes } from './journeys.ts'
import { launchChromium, serveBuilt } from './builtApp.ts'
import { compareBuilds, comparisonTable } from './compareBuilds.ts'
import { BENCH_PARTS, type BenchPart, measureCase, type CaseResult } from './measureCase.ts'
import { measurePairingCase, type PairingResult } from './measurePairingCase.ts'
import { preparePairing } from './pairingFiles.ts'
import { findPrograms, type Program } from './programs.ts'
import { findQueryPrograms, type QueryProgram } from './queryPrograms.ts'
import { bundleReferenceWorker } from './referencePage.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Where generated files wait for the next run. */
const FILES = join(tmpdir(), 'lineproof-bench')

/** The folder with the built app. */
const BUILT = process.env['LINEPROOF_DIST'] ?? 'dist'

/** What `--only` takes besides the ids of cases: the files of a batch together. */
const PAIRING_ID = 'pairing'

interface Plan {
  readonly cases: readonly BenchCase[]
  readonly withPairing: boolean
  /** Of CONVERSION_IDS. */
  readonly conversions: readonly string[]
  readonly targetBytes: number
  readonly runs: number
  readonly parts: readonly BenchPart[]
  /** Undefined: nothing is compared but reading. */
  readonly programs: readonly Program[] | undefined
  /** The same. */
  readonly queryPrograms: readonly QueryProgram[] | undefined
  /** A folder with another build: nothing but opening is measured, of both in turns. */
  readonly against: string | undefined
}

/**
 * Arguments: `--size 256MB` (default 1GB), `--only ascii,pairing` (default: all cases), `--runs 5`
 * (default 3), `--parts columns` (default: all of BENCH_PARTS), `--compare none` or `queries` (default: all),
 * `--against ../before/dist`: opens the files with that build and this one in turns, and measures nothing else.
 */
export async function runBenchmark(args: readonly string[]): Promise<void> {
  const plan = await readPlan(args)
  if (plan.against !== undefined) return await printComparisons(plan, plan.against)
  const workerCode = await bundleReferenceWorker()
  const { address, close } = await serveBuilt(root, BUILT)
  const results: CaseResult[] = []
  const folder = join(root, 'e2e', 'bench', 'results')
  let pairing: PairingResult | undefined
  let conversion: ConversionResults | undefined
  let report = ''
  const { targetBytes } = plan
  // A browser of its own for each case, so that none inherits the memory of the one before.
  const withBrowser = async (measure: (browser: Browser) => Promise<void>) => {
    const browser = await launchChromium()
    try {
      await measure(browser)
      // After each case: a run over all of them takes a while, and may be cut short.
      const versions = {
        Chromium: browser.version(),
        ...versionsOf([...(plan.programs ?? []), ...(plan.queryPrograms ?? [])]),
      }
      report = await writeReport({ results, pairing, conversion }, plan.runs, versions, folder)
    } finally {
      await browser.close()
    }
  }
  try {
    for (const entry of plan.cases) {
      const say = (what: string) => console.log(`${english.t(entry.title)}: ${what}`)
      say('preparing the file …')
      const file = await prepareFile(withMistakes(entry, targetBytes), targetBytes, FILES)
      say(`${file.bytes} bytes, ${file.lines} lines`)
      await withBrowser(async (browser) => {
        results.push(await measureCase({ ...plan, browser, address, workerCode, say }, entry, file))
      })
    }
    if (plan.withPairing) {
      const say = (what: string) => console.log(`Pairing: ${what}`)
      say('preparing the files …')
      const batch = await preparePairing(targetBytes, FILES)
      say(`${batch.input.bytes} and ${batch.output.bytes} bytes, ${batch.input.lines} requests`)
      await withBrowser(async (browser) => {
        pairing = await measurePairingCase({ ...plan, browser, address, workerCode, say }, batch)
      })
    }
    if (plan.conversions.length > 0) {
      conversion = await measureConversions({
        ...plan,
        address,
        workerCode,
        isCompared: plan.programs !== undefined,
        isChosen: (id) => [id, CONVERSION_ID].some((each) => plan.conversions.includes(each)),
      })
      // Only to have its version in the report.
      await withBrowser(async () => {})
    }
  } finally {
    await close()
  }
  console.log(`\n${report}`)
}

async function printComparisons(
  { cases, targetBytes, runs }: Plan,
  against: string,
): Promise<void> {
  for (const entry of cases) {
    const file = await prepareFile(withMistakes(entry, targetBytes), targetBytes, FILES)
    console.log(`${english.t(entry.title)}: ${file.bytes} bytes, ${runs} runs of each …`)
    const builds = { root, built: BUILT, against: resolve(against) }
    console.log(`${comparisonTable(await compareBuilds(builds, file, runs))}\n`)
  }
}

async function readPlan(args: readonly string[]): Promise<Plan> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '1GB' },
      only: { type: 'string' },
      runs: { type: 'string', default: '3' },
      parts: { type: 'string' },
      compare: { type: 'string', default: 'all' },
      against: { type: 'string' },
    },
  })
  const chosen = values.only?.split(',')
  const cases = [...BENCH_CASES, ...HARD_CASES, ...ENDPOINT_CASES]
  const ids = [...cases.map(({ id }) => id), PAIRING_ID, ...CONVERSION_IDS]
  if (chosen?.some((id) => !ids.includes(id))) throw new Error(`Cases are ${ids.join(', ')}.`)
  const runs = Number(values.runs)
  if (!(Number.isInteger(runs) && runs > 0))
    throw new Error(`Not a number of runs: ${values.runs}.`)
  const parts = values.parts?.split(',')
  if (parts?.some((part) => !BENCH_PARTS.some((one) => one === part))) {
    throw new Error(`Parts are ${BENCH_PARTS.join(', ')}.`)
  }
  if (!['all', 'queries', 'none'].includes(values.compare)) {
    throw new Error('Compare all, queries or none.')
  }
  // Builds are compared with each other alone.
  const compare = values.against === undefined ? values.compare : 'none'
  return {
    cases: cases.filter(({ id }) => chosen?.includes(id) ?? true),
    withPairing: chosen?.includes(PAIRING_ID) ?? true,
    conversions: chosen ? CONVERSION_IDS.filter((id) => chosen.includes(id)) : [CONVERSION_ID],
    targetBytes: parseSize(values.size),
    runs,
    against: values.against,
    parts: BENCH_PARTS.filter((part) => parts?.includes(part) ?? true),
    programs: compare === 'all' ? await findPrograms() : undefined,
    queryPrograms: compare === 'none' ? undefined : await findQueryPrograms(),
  }
}

/** Bytes of '1GB', '256MB' or a plain number; decimal units. */
function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(GB|MB|)$/i.exec(text)
  if (match === null) throw new Error(`Not a size: ${text}. Write 256MB or 1GB.`)
  const unit = { GB: 1e9, MB: 1e6, '': 1 }[(match[2] ?? '').toUpperCase()] ?? 1
  return Math.round(Number(match[1]) * unit)
}

function versionsOf(programs: readonly (Program | QueryProgram)[]): Versions {
  return Object.fromEntries(
    programs.flatMap(({ name, version }) => [[name, version ?? '(not installed)']]),
  )
}
