// Regular expressions of the user's: none of them may keep the page or a worker.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

test('an expression that backtracks for ever elsewhere is searched at once', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'letters.jsonl')
  await writeFile(path, `{"a":"${'a'.repeat(40)}!"}\n{"b":"${'a'.repeat(40)}"}\n`)
  await app.open(path)
  await app.openLine(2)
  await app.typeLine('{"b":"edited"}')
  await app.apply()
  expect(await app.search('(a+)+$', { isRegExp: true })).toBe(0)
  expect(await app.search('(a+)+!', { isRegExp: true })).toBe(1)
  // What matched is marked in the row, by the same engine.
  await expect(app.line(1).locator('mark')).toHaveText(`${'a'.repeat(40)}!`)
  await app.expectFacts({ edited: 1 })
})

test('a search by a harmless-looking expression leaves the page usable', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: 3000 })
  await app.open(path)
  expect(await app.search('(\\w+\\s*)+;', { isRegExp: true })).toBe(0)
  await app.button('Clear search').click()
  await app.openLine(5)
})

test('a search that takes long is cleared at once', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: 20_000 })
  await app.open(path)
  await app.openLine(3)
  await app.setToggle('Regular expression', true)
  // About a hundred steps are followed at once for every character: minutes for the file.
  await app.searchBox.fill('[aeiou].{300}!$')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'searching')
  await app.button('Clear search').click()
  await expect(app.searchStatus).toHaveAttribute('data-state', 'idle')
  // Answered by the same worker.
  await app.typeLine('{"b":"edited"}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  expect(await app.search('"b":"edit\\w+"', { isRegExp: true })).toBe(1)
})

test('what an expression cannot hold is said by name', async ({ app, folder }) => {
  const path = join(folder, 'plain.jsonl')
  await writeFile(path, '{"a":1}\n')
  await app.open(path)
  await app.setToggle('Regular expression', true)
  await app.searchBox.fill('a(?=b)')
  await expect(app.page.getByRole('alert')).toContainText(
    'Look-ahead is not supported: "(?=" at character 2',
  )
  await app.searchBox.fill('(a)\\1')
  await expect(app.page.getByRole('alert')).toContainText('back-reference')
})

test('ids are grouped by any pattern without keeping the worker', async ({
  app,
  pairing,
  folder,
}) => {
  const id = (line: number) => `${'a'.repeat(40)}-${line}!`
  const [input, output] = [join(folder, 'input.jsonl'), join(folder, 'output.jsonl')]
  const lines = [1, 2, 3]
  await writeFile(
    input,
    lines
      .map((line) =>
        JSON.stringify({
          custom_id: id(line),
          method: 'POST',
          url: '/v1/embeddings',
          body: { model: 'm', input: 'x' },
        }),
      )
      .join('\n'),
  )
  await writeFile(
    output,
    lines
      .map((line) =>
        JSON.stringify({
          id: 'b',
          custom_id: id(line),
          response: { status_code: 200, request_id: 'r', body: { object: 'list', data: [] } },
          error: null,
        }),
      )
      .join('\n'),
  )
  await app.openFiles([input, output])
  await pairing.waitUntilReady()
  await pairing.groupBy('By a pattern', '^(a+)+$')
  await pairing.expectRowCount(1)
  await pairing.groupBy('By a pattern', '(\\w+\\s*)+;')
  await pairing.expectRowCount(1)
  await pairing.groupBy('By a pattern', '((a+)+)-\\d')
  await pairing.expectRowCount(1)
  await expect(pairing.rows.first()).toContainText('3 rows')
})
