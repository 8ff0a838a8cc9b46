// The results as a table for people and as JSON for comparing.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { CaseResult } from './measureCase.ts'

const MEGABYTE = 1_000_000

/** Writes both files into `folder`; the Markdown. */
export async function writeReport(
  results: readonly CaseResult[],
  browserVersion: string,
  folder: string,
): Promise<string> {
  const machine = {
    system: `${type()} ${release()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    chromium: browserVersion,
    node: process.version,
    date: new Date().toISOString(),
  }
  const markdown = [
    `${machine.processor}, ${machine.cores} cores, ${Math.round(machine.memoryBytes / 1e9)} GB, ` +
      `${machine.system}, Chromium ${machine.chromium}, Node ${machine.node}, ${machine.date}`,
    '',
    ...table(results),
    '',
  ].join('\n')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.md'), markdown)
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`)
  return markdown
}

export function printReport(markdown: string): void {
  console.log(`\n${markdown}`)
}

function table(results: readonly CaseResult[]): string[] {
  const rows: readonly (readonly [string, (result: CaseResult) => string])[] = [
    ['File', (result) => `${megabytes(result.bytes)}, ${grouped(result.lines)} lines`],
    ['Invalid lines', (result) => grouped(result.invalid)],
    ['Reading only: stream', (result) => seconds(result.reading.streamMs)],
    ['Reading only: 4 MiB slices', (result) => seconds(result.reading.slicesMs)],
    ['First rows', (result) => milliseconds(result.firstRowsMs)],
    ['Last verdict', (result) => seconds(result.lastVerdictMs)],
    ['Last verdict, as stated by the app', (result) => seconds(result.statedReadMs)],
    ['Last verdict / reading only', (result) => `${result.ratio.toFixed(2)} ×`],
    ['Long tasks while reading', (result) => longTasks(result.longTasks)],
    ['Long tasks afterwards', (result) => longTasks(result.laterLongTasks)],
    ['Memory growth, peak while reading', (result) => megabytes(result.memoryGrowthPeak)],
    ['Memory growth, at the end', (result) => megabytes(result.memoryGrowthAfter)],
    ['Jump to the last line', (result) => milliseconds(result.jumpMs)],
    ['Search, one match in the last line', (result) => seconds(result.searchMs)],
    ['Fix all', (result) => (result.fixAllMs === undefined ? '–' : seconds(result.fixAllMs))],
    [
      'Export, download complete',
      (result) => `${seconds(result.exportMs)} after ${grouped(result.editCount)} edits`,
    ],
  ]
  return [
    `| | ${results.map((result) => result.title).join(' | ')} |`,
    `|---|${results.map(() => '---:').join('|')}|`,
    ...rows.map(([name, value]) => `| ${name} | ${results.map(value).join(' | ')} |`),
  ]
}

function longTasks(tasks: CaseResult['longTasks']): string {
  if (tasks.count === 0) return 'none'
  return `${tasks.count}, longest ${milliseconds(tasks.longest)}, ${tasks.over100} over 100 ms`
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`
}

function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / MEGABYTE))} MB`
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
