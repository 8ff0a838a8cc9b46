// Requests and answers are opened together, joined and looked at.
import { fixturePath } from '../support/fixturePath.ts'
import { expect, test } from './browserTest.ts'

const REGION = '[aria-label="Pairing"][data-state]'

test('an input, an output and an error file become one picture', async ({ app }) => {
  await app.openFiles(
    ...['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`)),
  )
  // Of the three files, as their lines were written to be.
  await app.expectData(REGION, {
    state: 'ready',
    requests: 21,
    succeeded: 8,
    failed: 8,
    missing: 4,
    unexpected: 4,
    duplicate: 1,
  })
  await app.click({ css: '[role=row][data-custom-id="req-2"]' })
  await app.expectText('rate_limit_exceeded')
  expect(await app.attribute('[role=grid][aria-label=Pairs]', 'aria-rowcount')).toBe('26')
})
