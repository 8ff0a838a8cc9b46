// Which pairs an export is of while the table shows less than all.
import { readFile } from 'node:fs/promises'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const paths = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))

test.beforeEach(async ({ app, pairing }) => {
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 21 })
})

test('an export begins with what is shown and says so; all pairs are one choice away', async ({
  pairing,
}) => {
  await pairing.show('Failed')
  await pairing.expectRowCount(8)
  await pairing.openExportPairs('Joined results (CSV)')
  const onlyShown = pairing.dialog.getByRole('checkbox', { name: /^Only what is shown \(8\)$/ })
  await expect(onlyShown).toBeChecked()
  await expect(pairing.plan).toContainText('8 of 25 pairs: those that the filter shows')
  await expect(pairing.plan).toHaveAttribute('data-count', '8')
  await pairing.tick('Only what is shown', false)
  await expect(pairing.plan).toContainText('All 25 pairs, not only the 8 that the filter shows')
  await expect(pairing.plan).toHaveAttribute('data-count', '25')
  await pairing.chooseExport('Report (Markdown)')
  await expect(pairing.plan).toContainText('From all pairs, whatever the filter shows')
  await pairing.page.keyboard.press('Escape')

  // Another filter, another choice.
  await pairing.show('Missing')
  await pairing.expectRowCount(4)
  await pairing.openExportPairs('Joined results (CSV)')
  await expect(pairing.plan).toContainText('4 of 25 pairs: those that the filter shows')
})

test('a retry file is made of what is shown, by its own rule within that', async ({ pairing }) => {
  await pairing.search('river')
  await pairing.expectIds(['req-2'])
  await pairing.openExportPairs('Retry file')
  await expect(pairing.plan).toContainText('1 of 25 pairs: those that the filter shows')
  expect(await pairing.downloadText(1)).toBe(await requestLine(2))
  await expect(pairing.dialog).toBeHidden()
  await pairing.show('Not usable')
  await pairing.searchBox.fill('')
  await pairing.expectRowCount(4)
  await pairing.openExportPairs('Retry file')
  await expect(pairing.plan).toContainText('No request: nothing of what the filter shows belongs')
  await pairing.tick('Cut off')
  await expect(pairing.plan).toContainText('From 4 of 25 pairs: those that the filter shows')
  expect(await pairing.downloadText(1)).toBe(await requestLine(7))
})

/** A line of the input file with its line end; `number` counts from 1. */
async function requestLine(number: number): Promise<string> {
  const text = await readFile(fixturePath('pairing/input.jsonl'), 'utf8')
  return `${text.split('\n')[number - 1]}\n`
}
