// Opens large files with the built app in Chromium and compares with merely reading them there.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium } from '../../src/tooling/browser.mjs'
import { CASES, prepareFile } from './benchCases.ts'
import { measureCase, type CaseResult } from './measureCase.ts'
import { measureReading } from './measureReading.ts'
import { printReport, writeReport } from './benchReport.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Arguments: `--size 256MB` (default 1GB), `--only ascii,short` (default: all cases). */
export async function runBenchmark(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1GB' }, only: { type: 'string' } },
  })
  const bytes = parseSize(values.size)
  const chosen = values.only?.split(',')
  const cases = CASES.filter((entry) => chosen?.includes(entry.id) ?? true)
  if (cases.length === 0) {
    throw new Error(`Cases are ${CASES.map((entry) => entry.id).join(', ')}.`)
  }

  const server = await preview({ root, preview: { port: 4600 }, logLevel: 'error' })
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4600/'
  const results: CaseResult[] = []
  let browserVersion = ''
  try {
    for (const entry of cases) {
      console.log(`${entry.title}: preparing the file …`)
      const file = await prepareFile(entry, bytes, join(tmpdir(), 'lineproof-bench'))
      // A browser of its own for each case, so that none inherits the memory of the one before.
      const executablePath = findChromium()
      const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
      try {
        browserVersion = browser.version()
        console.log(`${entry.title}: ${file.bytes} bytes, ${file.lines} lines; reading only …`)
        const reading = await measureReading(browser, address, file.path)
        console.log(`${entry.title}: opening with the app …`)
        results.push(await measureCase(browser, address, entry, file, reading))
      } finally {
        await browser.close()
      }
    }
  } finally {
    await server.close()
  }
  const report = await writeReport(results, browserVersion, join(root, 'e2e', 'bench', 'results'))
  printReport(report)
}

/** Bytes of '1GB', '256MB' or a plain number; decimal units. */
function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(GB|MB|)$/i.exec(text)
  if (match === null) throw new Error(`Not a size: ${text}. Write 256MB or 1GB.`)
  const unit = { GB: 1e9, MB: 1e6, '': 1 }[(match[2] ?? '').toUpperCase()] ?? 1
  return Math.round(Number(match[1]) * unit)
}
