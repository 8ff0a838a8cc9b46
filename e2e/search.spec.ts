// Search that shows what it found: in the row, in the drawer, and from match to match.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const WORDS = 'some words that go on and on, '

/** A request whose prompt has `text` far from its beginning, and from its end. */
function request(number: number, text: string): string {
  const content = `${WORDS.repeat(20)}${text} ${WORDS.repeat(20)}`
  const messages = [{ role: 'user', content }]
  const body = { model: 'gpt-6-luna', messages }
  return JSON.stringify({
    custom_id: `request-${number}`,
    method: 'POST',
    url: '/v1/chat/completions',
    body,
  })
}

/** Every seventh line has the needle, every hundredth has it three times. */
const lines = Array.from({ length: 400 }, (_, i) => {
  const number = i + 1
  if (number % 100 === 0) return request(number, 'a needle, a Needle and a needle')
  return request(number, number % 7 === 0 ? 'one needle' : 'nothing')
})
const matching = [...lines.keys()]
  .filter((i) => /needle/.test(lines[i] as string))
  .map((i) => i + 1)

async function openLines(app: App, folder: string, name: string, texts: readonly string[]) {
  const path = join(folder, name)
  await writeFile(path, texts.map((line) => `${line}\n`).join(''))
  await app.open(path)
}

/** Whether someone who looks at the screen sees it, from its first letter to its last. */
async function isSeen(element: Locator): Promise<boolean> {
  return element.evaluate((shown) => {
    const box = shown.getBoundingClientRect()
    return [box.left + 3, box.right - 3].every((x) => {
      const top = globalThis.document.elementFromPoint(x, (box.top + box.bottom) / 2)
      return top !== null && shown.contains(top)
    })
  })
}

async function expectSeen(element: Locator): Promise<void> {
  await expect(element).toBeVisible()
  await expect.poll(() => isSeen(element)).toBe(true)
}

const currentMatch = (app: App) => app.editor.locator('mark[aria-current=true]')

test('Enter shows the match in the row and in the drawer, wherever in the line it is', async ({
  app,
  folder,
}) => {
  await openLines(app, folder, 'input.jsonl', lines)
  expect(await app.search('NEEDLE')).toBe(matching.length)
  await app.searchBox.press('Enter')
  await expectSeen(app.line(7).locator('mark'))
  await expectSeen(currentMatch(app))
  await expect(currentMatch(app)).toHaveText('needle')
  await expect(app.searchStatus).toContainText(`1 of ${matching.length} matching lines`)
  await expect(app.searchStatus).toContainText('line 7')

  // Rows that nobody went to show theirs as well.
  await expectSeen(app.line(14).locator('mark'))
  await expect(app.line(8).locator('mark')).toHaveCount(0)

  // The reading view marks the same.
  await app.editor.getByRole('radio', { name: 'Formatted' }).check()
  await expectSeen(currentMatch(app))
})

test('F3 and Shift+F3 go through the matches of a line, and on to the next line', async ({
  app,
  page,
  folder,
}) => {
  await openLines(app, folder, 'input.jsonl', lines)
  await app.search('needle')
  await app.goTo(95)
  await app.line(98).click()
  await expect(app.editor).toContainText('98')
  const at = async (line: number, spoken: string) => {
    await expect(app.searchStatus).toContainText(`line ${line}${spoken}`)
    await expectSeen(currentMatch(app))
    await expectSeen(app.line(line).locator('mark').first())
  }
  await page.keyboard.press('F3')
  await at(98, '')
  for (const match of [1, 2, 3]) {
    await page.keyboard.press('F3')
    await at(100, `, match ${match} of 3`)
  }
  await page.keyboard.press('F3')
  await at(105, '')
  await page.keyboard.press('Shift+F3')
  await at(100, ', match 3 of 3')
  // Typing does not take the keys away, and by Enter it goes from line to line.
  await app.lineText.click()
  await page.keyboard.press('Shift+F3')
  await at(100, ', match 2 of 3')
  await app.searchBox.press('Shift+Enter')
  await at(98, '')
  // Round the end of the file.
  await app.goTo(400)
  await app.line(400).click()
  for (let match = 1; match <= 3; match++) await page.keyboard.press('F3')
  await at(400, ', match 3 of 3')
  await page.keyboard.press('F3')
  await at(7, '')
})

test('F3 asks what to search for, and searches for what was just typed', async ({
  app,
  page,
  folder,
}) => {
  await openLines(app, folder, 'input.jsonl', lines)
  await page.keyboard.press('F3')
  await expect(app.searchBox).toBeFocused()
  await app.searchBox.fill('needle')
  await page.keyboard.press('F3')
  await expectSeen(currentMatch(app))
  await expect(app.searchStatus).toContainText('line 7')
})

test('Matches are a choice beside the other views', async ({ app, folder }) => {
  await openLines(app, folder, 'input.jsonl', lines)
  const choice = app.viewChoice('Matches')
  await expect(choice).toBeDisabled()
  await app.search('needle')
  await app.showView('Matches')
  await expect(choice).toHaveAccessibleDescription(String(matching.length))
  await expect.poll(() => app.rowCount()).toBe(matching.length)
  for (const line of matching.slice(0, 5)) await expectSeen(app.line(line).locator('mark').first())
  await app.button('Clear search').click()
  await expect.poll(() => app.rowCount()).toBe(lines.length)
  await expect(choice).toBeDisabled()
})

test('a match in a column that a phone has no room for is in sight', async ({
  app,
  page,
  folder,
}) => {
  const texts = lines.slice(0, 20).map((line, i) => (i % 2 ? line.replace('6-luna', '4o') : line))
  await openLines(app, folder, 'input.jsonl', texts)
  expect(await app.search('gpt-4o')).toBe(10)
  await expectSeen(app.line(2).locator('mark:visible'))
  await page.setViewportSize({ width: 390, height: 800 })
  await expectSeen(app.line(2).locator('mark:visible'))
})

test('raw lines are moved sideways to the match', async ({ app, page, folder }) => {
  await openLines(app, folder, 'input.jsonl', lines)
  await page.getByRole('button', { name: 'Raw' }).click()
  await app.search('needle')
  await app.button('Next match').click()
  await expectSeen(app.line(7).locator('mark'))
  await app.button('Next match').click()
  await expectSeen(app.line(14).locator('mark'))
})

test('what is written as an escape is found by its characters and as it is written', async ({
  app,
  folder,
}) => {
  const texts = [`{"id":1,"text":"${WORDS.repeat(4)}\\u4e2d"}`, '{"id":2,"text":"中"}']
  await openLines(app, folder, 'escapes.jsonl', texts)
  expect(await app.search(String.raw`\u4e2d`)).toBe(1)
  await expectSeen(app.line(1).locator('mark'))
  await expect(app.line(1).locator('mark')).toHaveText(String.raw`\u4e2d`)
  await expect(app.line(2).locator('mark')).toHaveCount(0)
  expect(await app.search('中')).toBe(2)
  await expect(app.line(1).locator('mark')).toHaveText('中')
  await expect(app.line(2).locator('mark')).toHaveText('中')
})

test('a match in a line of 5 MB is gone to', async ({ app, page, folder }) => {
  const long = `{"id":2,"text":"${'straw '.repeat(850_000)}needle ${'straw '.repeat(50_000)}needle"}`
  await openLines(app, folder, 'long.jsonl', ['{"id":1}', long, '{"id":3,"text":"a needle"}'])
  expect(await app.search('nee.le', { isRegExp: true })).toBe(2)
  // Such a line takes its time on a busy machine.
  const patience = { timeout: 60_000 }
  await expect(app.line(2).locator('mark')).toBeVisible(patience)
  await expectSeen(app.line(2).locator('mark'))
  for (const spoken of ['line 2, match 1 of 2', 'line 2, match 2 of 2', 'line 3']) {
    await page.keyboard.press('F3')
    await expect(app.searchStatus).toContainText(spoken, patience)
    await expect(currentMatch(app)).toBeVisible(patience)
    await expectSeen(currentMatch(app))
    await expect(currentMatch(app)).toHaveText('needle')
  }
})
