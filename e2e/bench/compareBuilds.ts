// Two builds of the app over the same file, in turns: what differs by a few hundredths is lost between
// two runs of the benchmark, as machines are faster and slower by more than that.
import type { Browser } from '@playwright/test'
import type { BenchFile } from './benchFiles.ts'
import { launchChromium, serveBuilt } from './builtApp.ts'
import { measureOpening, type Opening } from './measureOpening.ts'
import { grouped, megabytes, milliseconds, seconds, times } from './reportTable.ts'
import { median } from './summary.ts'

/** Folders of built apps, as vite takes them. */
export interface Builds {
  readonly root: string
  readonly built: string
  readonly against: string
}

/** The openings of both, with a browser and a server of its own for each opening. */
export interface ComparedOpenings {
  readonly built: readonly Opening[]
  readonly against: readonly Opening[]
}

export async function compareBuilds(
  { root, built, against }: Builds,
  file: BenchFile,
  runs: number,
): Promise<ComparedOpenings> {
  const openings: { built: Opening[]; against: Opening[] } = { built: [], against: [] }
  // The first also brings the file into the page cache.
  await openOnce(root, built, file)
  for (let run = 0; run < runs; run += 1) {
    openings.against.push(await openOnce(root, against, file))
    openings.built.push(await openOnce(root, built, file))
  }
  return openings
}

/** A Markdown table. */
export function comparisonTable({ built, against }: ComparedOpenings): string {
  const row = (
    title: string,
    of: (openings: readonly Opening[]) => number,
    format: (value: number) => string,
  ) => {
    const [now, before] = [of(built), of(against)]
    return `| ${title} | ${format(before)} | ${format(now)} | ${times(now / before)} |`
  }
  const all = (pick: (opening: Opening) => number) => (openings: readonly Opening[]) =>
    openings.map(pick)
  const verdicts = all(({ lastVerdictMs }) => lastVerdictMs)
  return [
    '| | against | this build | |',
    '|---|---:|---:|---:|',
    row('Last verdict, best', (openings) => Math.min(...verdicts(openings)), seconds),
    row('Last verdict, median', (openings) => median(verdicts(openings)), seconds),
    row('First rows, median', (of) => median(of.map((one) => one.firstRowsMs)), milliseconds),
    row('Memory growth, worst', (of) => Math.max(...of.map((one) => one.memoryGrowth)), megabytes),
    row('Shapes of lines', ([first]) => first?.shapes ?? 0, grouped),
  ].join('\n')
}

async function openOnce(root: string, outDir: string, file: BenchFile): Promise<Opening> {
  const served = await serveBuilt(root, outDir)
  let browser: Browser | undefined
  try {
    browser = await launchChromium()
    const { opening, context } = await measureOpening(browser, served.address, file)
    await context.close()
    return opening
  } finally {
    await browser?.close()
    await served.close()
  }
}
