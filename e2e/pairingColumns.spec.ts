// The columns of the table of pairs: those that say something, each with the room that it needs, at every
// width, with and without an open pair.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './support/app.ts'
import type { PairingPage } from './support/pairingPage.ts'
import { expect, test } from './support/test.ts'

const MODEL = 'gpt-6-luna-2026-08-01'
const CODES = ['context_length_exceeded', 'rate_limit_exceeded', 'batch_expired']

const WIDTHS = [1024, 1280, 1440, 1920]

/** Looks at every width of the window, of which all but the first are come to by dragging its edge. */
async function atEveryWidth(page: Page, look: () => Promise<void>): Promise<void> {
  for (const width of WIDTHS) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => page.evaluate(() => globalThis.innerWidth)).toBe(width)
      await look()
    })
  }
}

test('no code of an error is cut, with and without an open pair', async ({
  app,
  page,
  pairing,
  folder,
}) => {
  await page.setViewportSize({ width: 1024, height: 800 })
  await openReturned(app, pairing, folder)
  await pairing.show('Failed')
  await pairing.expectRowCount(30)
  const nothingIsCut = async () => {
    // Columns are given their room a moment after the window.
    await expect.poll(() => cutCodes(pairing)).toEqual([])
    await expect.poll(() => scrolledSideways(pairing)).toBe(0)
  }
  await atEveryWidth(page, nothingIsCut)
  await pairing.rows.first().click()
  await expect(pairing.drawer).toBeVisible()
  await atEveryWidth(page, nothingIsCut)
})

test('what makes an answer useless is not cut', async ({ app, page, pairing, folder }) => {
  await openReturned(app, pairing, folder)
  await pairing.show('Not usable')
  await pairing.expectRowCount(6)
  await pairing.rows.first().click()
  await expect(pairing.drawer).toBeVisible()
  const marks = pairing.rows.getByText('Cut off', { exact: true })
  const cutMarks = () =>
    marks.evaluateAll((tags) =>
      tags
        .filter((tag) => {
          const cell = tag.closest('[role=gridcell]')
          if (!cell) return true
          return tag.getBoundingClientRect().right > cell.getBoundingClientRect().right
        })
        .map((tag) => tag.textContent),
    )
  await atEveryWidth(page, async () => {
    await expect(marks.first()).toBeVisible()
    await expect.poll(cutMarks).toEqual([])
  })
})

test('one model is said once above, and what is empty has no column', async ({
  app,
  pairing,
  folder,
}) => {
  await openReturned(app, pairing, folder)
  const titles = pairing.grid.getByRole('columnheader')
  await expect(titles).toHaveText([
    'id',
    'outcome',
    'HTTP',
    'error',
    'finish',
    'prompt',
    `answerevery row: ${MODEL}`,
    'tokens',
  ])
  await pairing.show('Missing')
  await expect(titles).toHaveText(['id', 'outcome', `promptevery row: ${MODEL}`])
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the id, the mark and the code of the error are in sight', async ({
    app,
    pairing,
    folder,
  }) => {
    await openReturned(app, pairing, folder)
    await pairing.show('Failed')
    await pairing.expectRowCount(30)
    const row = pairing.row('review-2026-11-03-product-00013')
    await expect(row.getByText('rate_limit_exceeded')).toBeInViewport({ ratio: 1 })
    // The end of an id tells it from others.
    await expect(row.getByText('ct-00013', { exact: true })).toBeInViewport({ ratio: 1 })
    expect(await scrolledSideways(pairing)).toBe(0)
  })
})

/** Codes of errors in sight of which a part is cut off. */
async function cutCodes(pairing: PairingPage): Promise<readonly string[]> {
  return pairing.rows.locator('[role=gridcell]').evaluateAll(
    (cells, codes) =>
      cells
        .filter((cell) => codes.includes(cell.textContent))
        .filter((cell) => cell.scrollWidth > cell.clientWidth)
        .map((cell) => cell.textContent),
    CODES,
  )
}

/** Pixels of the table that are beside it. */
async function scrolledSideways(pairing: PairingPage): Promise<number> {
  return pairing.grid.evaluate((grid) => grid.scrollWidth - grid.clientWidth)
}

/** 400 requests to one model; every 13th failed, some are missing or cut off. */
async function openReturned(app: App, pairing: PairingPage, folder: string): Promise<void> {
  const requests: string[] = []
  const answers: string[] = []
  const errors: string[] = []
  for (let number = 1; number <= 400; number++) {
    const id = `review-2026-11-03-product-${String(number).padStart(5, '0')}`
    requests.push(
      `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"${MODEL}","messages":[{"role":"user","content":"Is kettle ${number} quick to boil, and is its lid tight?"}]}}`,
    )
    if (number % 13 === 0) {
      const code = CODES[(number / 13) % CODES.length]
      errors.push(
        `{"custom_id":"${id}","response":{"status_code":429,"body":{"error":{"message":"It did not work out.","code":"${code}"}}},"error":null}`,
      )
    } else if (number % 57 !== 0) {
      const finish = number % 60 === 0 ? 'length' : 'stop'
      answers.push(
        `{"custom_id":"${id}","response":{"status_code":200,"body":{"model":"${MODEL}","choices":[{"message":{"content":"It boils quickly."},"finish_reason":"${finish}"}],"usage":{"prompt_tokens":20,"completion_tokens":5,"total_tokens":25}}},"error":null}`,
      )
    }
  }
  const paths: string[] = []
  for (const [name, lines] of Object.entries({ input: requests, output: answers, errors })) {
    const path = join(folder, `${name}.jsonl`)
    await writeFile(path, `${lines.join('\n')}\n`)
    paths.push(path)
  }
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 400, failed: 30 })
}
