// The interface in its other language, by the words of its catalogue; and queries.
import { fixturePath } from '../support/fixturePath.ts'
import { wordsOf } from '../support/words.ts'
import { expect, test } from './browserTest.ts'
import { JourneyPage } from './journeyPage.ts'

test('a file is mended and undone in Traditional Chinese', async ({ app, baseURL }) => {
  await app.page.evaluate(() => localStorage.setItem('lineproof.language', 'zh-TW'))
  const chinese = new JourneyPage(app.page, wordsOf('zh-TW'))
  await chinese.start(baseURL ?? '')
  expect(await chinese.attribute('html', 'lang')).toBe('zh-Hant-TW')
  await chinese.open(fixturePath('fixes/for-each-cause.jsonl'))
  await chinese.expectFacts({ lines: 8, invalid: 5 })
  await chinese.expectText(chinese.say('Trailing comma'))
  await chinese.openLine(2)
  await chinese.click(chinese.button('Remove the extra comma'))
  await chinese.expectFacts({ invalid: 4, edited: 1 })
  await chinese.click(chinese.button('Undo'))
  await chinese.expectFacts({ invalid: 5, edited: 0 })
})

test('a query shows the lines that it finds', async ({ app }) => {
  await app.open(fixturePath('formats/batch-output.jsonl'))
  await app.click(app.button('Query'))
  expect(await app.search('custom_id = "req-2"')).toBe(1)
  await app.expectAttribute('[role=grid][aria-label=Lines]', 'aria-rowcount', '2')
})
