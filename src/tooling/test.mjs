// npm test: everything that has to hold before a change lands, in the order of what fails fastest.
// Ends with the line 'N passed, N failed', which counts the tests of vitest and Playwright and one
// failure for any other step that failed.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { installPackages } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'
import { runScript } from './run.mjs'

requireNode()
const reports = await mkdtemp(join(tmpdir(), 'lineproof-reports-'))
const unitReport = join(reports, 'unit.json')
const componentReport = join(reports, 'components.json')
const browserReport = join(reports, 'browser.json')

const steps = [
  { name: 'install', run: installPackages },
  script('types'),
  script('lint'),
  script('format'),
  script('unused'),
  script('unit', ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]),
  script('build'),
  { name: 'browser', run: ensureBrowser },
  script('components', [
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${componentReport}`,
  ]),
  script('e2e', ['--reporter=list,json,./e2e/browsers/summary.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  }),
]

const failedStep = await runSteps()
const unit = await countVitest(unitReport)
const components = await countVitest(componentReport)
const browser = await countBrowserTests()
await rm(reports, { recursive: true })

const passed = unit.passed + components.passed + browser.passed
const failed = Math.max(
  unit.failed + components.failed + browser.failed,
  failedStep === undefined ? 0 : 1,
)
if (failedStep !== undefined) console.log(`\nStopped: the step '${failedStep}' failed.`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function script(name, args, env) {
  return { name, run: async () => (await runScript(name, args, env)) === 0 }
}

/** Runs step after step; the name of the first that fails. */
async function runSteps() {
  for (const step of steps) {
    console.log(`\n— ${step.name}`)
    const startedAt = performance.now()
    const isGood = await step.run()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${isGood ? 'ok' : 'FAILED'}: ${step.name} (${seconds} s)`)
    if (!isGood) return step.name
  }
  return undefined
}

async function countVitest(path) {
  const report = await readReport(path)
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

async function countBrowserTests() {
  const stats = (await readReport(browserReport))?.stats
  const flaky = stats?.flaky ?? 0
  if (flaky > 0) console.log(`\n${flaky} browser tests passed only at the second try; see above.`)
  return { passed: (stats?.expected ?? 0) + flaky, failed: stats?.unexpected ?? 0 }
}

/** Undefined when the step that writes it was not reached or died. */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
