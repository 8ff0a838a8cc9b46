// The results of a run: Markdown for people, JSON for comparing.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { conversionChecks, conversionTables } from './conversion/report.ts'
import type { ConversionResults } from './conversion/run.ts'
import type { CaseResult } from './measureCase.ts'
import type { PairingResult } from './measurePairingCase.ts'
import { pairingChecks, pairingTable } from './pairingReport.ts'
import { type Column, reportTable } from './reportTable.ts'
import { summarise } from './summary.ts'
import { checkTargets, type TargetCheck } from './targets.ts'

/** By the name of the program: 'Chromium', 'Python'. */
export type Versions = Readonly<Record<string, string>>

export interface BenchResults {
  readonly results: readonly CaseResult[]
  /** Undefined when it was not measured, or not yet. */
  readonly pairing: PairingResult | undefined
  /** The same. */
  readonly conversion: ConversionResults | undefined
}

/** Writes both files into `folder`; the Markdown. */
export async function writeReport(
  { results, pairing, conversion }: BenchResults,
  runs: number,
  versions: Versions,
  folder: string,
): Promise<string> {
  const columns = results.map((result): Column => {
    const summary = summarise(result)
    return { result, summary, checks: checkTargets(result, summary) }
  })
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    versions: { ...versions, Node: process.version.slice(1) },
    date: new Date().toISOString(),
  }
  const markdown = [
    describe(machine),
    '',
    `Runs: ${runs}, fewer of slow programs. The best time counts for reading, for the last ` +
      'verdict and for the other programs, the median for the first rows, the worst for tasks and ' +
      'memory. The targets are meant for 1 GB: a smaller file takes most of its time to start. The ' +
      'ratio with a target is to the fastest of the usual ways of reading; the app has a quicker one, ' +
      'and the ratio to that stands below it.',
    '',
    ...(columns.length > 0 ? [...reportTable(columns), ''] : []),
    ...(pairing ? [...pairingTable(pairing), ''] : []),
    ...(conversion ? conversionTables(conversion) : []),
    ...conclusion([
      ...columns.map(({ result, checks }) => ({ title: result.title, checks })),
      ...(pairing ? [{ title: 'Pairing', checks: pairingChecks(pairing) }] : []),
      ...(conversion ? conversionChecks(conversion) : []),
    ]),
    '',
  ].join('\n')
  const cases = columns.map(({ result, summary, checks }) => ({
    ...result,
    summary,
    targets: checks,
  }))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.md'), markdown)
  const json = JSON.stringify({ machine, runs, cases, pairing, conversion }, null, 2)
  await writeFile(join(folder, 'bench.json'), `${json}\n`)
  return markdown
}

function describe(machine: {
  readonly processor: string
  readonly cores: number
  readonly memoryBytes: number
  readonly system: string
  readonly versions: Versions
  readonly date: string
}): string {
  return [
    machine.processor,
    `${machine.cores} cores`,
    `${Math.round(machine.memoryBytes / 1e9)} GB`,
    machine.system,
    ...Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`),
    machine.date,
  ].join(', ')
}

interface CheckedCase {
  readonly title: string
  readonly checks: readonly TargetCheck[]
}

function conclusion(cases: readonly CheckedCase[]): string[] {
  const missed = cases.flatMap(({ title: caseTitle, checks }) =>
    checks.filter(({ isReached }) => !isReached).map(({ title }) => `- ${caseTitle}: ${title}`),
  )
  const total = cases.reduce((sum, { checks }) => sum + checks.length, 0)
  if (missed.length === 0) return [`All ${total} targets are reached.`]
  return [`${total - missed.length} of ${total} targets are reached. Missed:`, '', ...missed]
}
