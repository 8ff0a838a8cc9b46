// Where the focus is in the pairing and what is said of it; and the header on a phone.
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const paths = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))

test('the table has the focus when the pairs are there, and each step is said', async ({
  app,
  pairing,
}) => {
  const said = app.page.getByRole('status', { name: 'Announcements' })
  await app.dropFiles(paths)
  await pairing.expectCounts({ requests: 21 })
  await expect(said).toContainText('Paired 21 requests: 8 succeeded, 8 failed, 4 missing')
  await expect
    .poll(() => pairing.grid.evaluate((grid) => grid.contains(document.activeElement)))
    .toBe(true)

  // A key makes sense at once.
  await app.page.keyboard.press('ArrowDown')
  await expect(pairing.row('req-2')).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(pairing.drawer).toBeVisible()
  await expect(said).toContainText('Pair req-2, failed: Too many requests for this model.')
  await app.page.keyboard.press('Escape')
  await expect(pairing.row('req-2')).toBeFocused()

  const cause = pairing.summary.getByRole('button', { name: /^batch_expired/ })
  await cause.press('Enter')
  await expect(said).toContainText('1 pair shown.')
  await expect(cause).toBeFocused()
  // The button goes with what it clears.
  await pairing.region.getByRole('button', { name: 'Clear filters' }).press('Enter')
  await expect(said).toContainText('25 pairs shown.')
  await expect
    .poll(() => pairing.grid.evaluate((grid) => grid.contains(document.activeElement)))
    .toBe(true)
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('files are one line that opens, and two of one batch are told apart', async ({
    app,
    pairing,
    folder,
  }) => {
    const names = ['reviews.jsonl', 'batch_67a1f0c2d4e88190b3c5d7e9_output.jsonl']
    names.push('batch_67a1f0c2d4e88190b3c5d7e9_error.jsonl')
    const copies = names.map((name) => join(folder, name))
    await Promise.all(copies.map((copy, at) => copyFile(paths[at] as string, copy)))
    await app.openFiles(copies)
    await pairing.expectCounts({ requests: 21 })

    await expect(pairing.sources).toBeHidden()
    const fold = pairing.region.getByRole('button', { name: '1 file of requests, 2 of answers' })
    await expect(fold).toHaveAttribute('aria-expanded', 'false')
    const top = (await pairing.grid.boundingBox())?.y ?? Infinity
    expect(top / 844, 'share of the screen above the table').toBeLessThan(0.32)

    await fold.click()
    await expect(pairing.sources.getByRole('listitem')).toHaveCount(3)
    for (const name of names.slice(1)) {
      const button = pairing.sources.getByRole('button', { name, exact: true })
      await button.scrollIntoViewIfNeeded()
      await expect(button.getByText(/(output|error)\.jsonl$/).last()).toBeInViewport({ ratio: 1 })
    }
    const small = await pairing.region.locator('button, select').evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => ({ box: control.getBoundingClientRect(), name: control.textContent }))
        .filter(({ box }) => box.width > 1 && (box.height < 44 || box.width < 44))
        .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
    )
    expect(small).toEqual([])
    await fold.click()
    await expect(pairing.sources).toBeHidden()
  })
})
