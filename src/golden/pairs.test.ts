// Batches as people have them, requests beside their answers. To add one, see README.md.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { providers } from '../pairing/providerRegistry.ts'
import { describeExports } from './testing/describeExports.ts'
import { describePairing } from './testing/describePairing.ts'
import { filesIn, foldersIn } from './testing/goldenFiles.ts'
import { type OpenedPairing, openPairing } from './testing/openPairing.ts'

const PAIRS = `${import.meta.dirname}/pairs`

// Prices are those of a day, and reports are dated.
beforeAll(() => vi.useFakeTimers({ now: new Date(2026, 10, 26), toFake: ['Date'] }))
afterAll(() => vi.useRealTimers())

const paired = new Set<string>()

test.each(foldersIn(PAIRS))('%s', async (name) => {
  const opened = await openPairing(filesIn(`${PAIRS}/${name}`))
  expectAllLinesInRows(opened)
  for (const { providerId } of opened.facts.sources) paired.add(providerId)
  const parts = [await describePairing(opened), await describeExports(opened.pairing)]
  const golden = `${parts.join(`\n\n${'-'.repeat(80)}\n`)}\n`
  await expect(golden).toMatchFileSnapshot(`pairs/${name}/golden.txt`)
})

test('each provider has a batch', () => {
  expect([...paired].sort()).toEqual(providers.map(({ id }) => id).sort())
})

/** Each line is in one row: a request with its answer, or a line by itself. */
function expectAllLinesInRows({ facts }: OpenedPairing): void {
  const { requests, answers, succeeded, failed, missing, unexpected, duplicate } = facts
  expect(2 * (succeeded + failed) + missing + unexpected + duplicate).toBe(requests + answers)
}
