// Requests and answers as one picture: opened together, joined, looked at, edited.
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from './support/fixturePath.ts'
import { generateReturnedBatch, requestId } from './support/generate.ts'
import { expect, test } from './support/test.ts'

const input = fixturePath('pairing/input.jsonl')
const output = fixturePath('pairing/output.jsonl')
const errors = fixturePath('pairing/errors.jsonl')
const retryOutput = fixturePath('pairing/retry-output.jsonl')

/** Of the three files, as their lines were written to be. */
const COUNTS = {
  requests: 21,
  succeeded: 8,
  failed: 8,
  missing: 4,
  unexpected: 4,
  duplicate: 1,
}

test('three files dropped at once become one picture', async ({ app, pairing }) => {
  await app.dropFiles([output, input, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.expectRowCount(25)
  // In the order of the requests; answers without one come after them.
  expect((await pairing.idsInSight()).slice(0, 8)).toEqual([
    'req-1',
    'req-2',
    'req-3',
    'req-4',
    'req-5',
    'req-6',
    'req-10',
    '11',
  ])
  await expect(pairing.sources.getByRole('listitem')).toHaveCount(3)
})

test('each failure has its shape', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.show('Failed')
  await pairing.expectIds([
    'req-2',
    'req-3',
    'req-4',
    'req-5',
    'req-15',
    'req-16',
    'req-17',
    'req-22',
  ])
  for (const [id, texts] of Object.entries({
    'req-2': ['429', 'rate_limit_exceeded'],
    'req-3': ['Failed'],
    'req-4': ['batch_expired'],
    'req-5': ['batch_cancelled'],
    'req-15': ['500', 'server_error'],
    'req-16': ['400'],
    'req-17': ['broken_line'],
    'req-22': ['request_timeout'],
  })) {
    for (const text of texts) await expect(pairing.row(id)).toContainText(text)
  }
})

test('every number of the summary is a filter', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.summary.getByRole('button', { name: /^batch_expired/ }).click()
  await pairing.expectIds(['req-4'])
  await pairing.summary.getByRole('button', { name: /^batch_expired/ }).click()
  await pairing.expectRowCount(25)
  await pairing.summary.getByRole('button', { name: /^length/ }).click()
  await pairing.expectIds(['req-10'])
  await pairing.region.getByRole('button', { name: 'Clear filters' }).click()
  await pairing.expectRowCount(25)
})

test('answers that are useless are found, JSON that misses its schema too', async ({
  app,
  pairing,
}) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.show('Not usable')
  await pairing.expectIds(['req-10', 'req-18', 'req-20', 'req-21'])
})

test('near misses are pointed out and not joined', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.show('Missing')
  await pairing.expectIds(['req-6', '11', ' req-12', '13'])
  await expect(pairing.row('req-6')).not.toContainText('near miss')
  for (const id of ['11', ' req-12', '13']) {
    await expect(pairing.row(id)).toContainText('near miss')
  }
  await pairing.openRow(' req-12')
  await expect(pairing.drawer).toContainText(/spaces/)
})

test('the drawer shows both sides, and the texts of both lines', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.openRow('req-1')
  await expect(pairing.drawer).toContainText('Name the capital of Peru.')
  await expect(pairing.drawer).toContainText('Lima.')
  await pairing.openRow('req-2')
  await expect(pairing.drawer).toContainText('Too many requests for this model.')
  await app.page.keyboard.press('Escape')
  await expect(pairing.drawer).toBeHidden()
})

test('by keyboard: to a row, into it and out again', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await app.tabTo(pairing.rows.first())
  await app.page.keyboard.press('ArrowDown')
  await expect(pairing.row('req-2')).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(pairing.drawer).toContainText('Name the longest river of Asia.')
  await app.page.keyboard.press('Escape')
  await expect(pairing.drawer).toBeHidden()
  await expect(pairing.row('req-2')).toBeFocused()
  await app.page.keyboard.press('ControlOrMeta+End')
  await expect(pairing.rows.last()).toBeFocused()
})

test('search looks into prompts, answers and ids', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  expect(await pairing.search('giraffe')).toBe(1)
  await pairing.expectIds(['req-3'])
  expect(await pairing.search('honey')).toBe(1)
  await pairing.expectIds(['req-12'])
  // What the text says, not how JSON spells it.
  expect(await pairing.search('café')).toBe(1)
  await pairing.expectIds(['req-4'])
  expect(await pairing.search('req-14')).toBe(2)
  expect(await pairing.search('富士山')).toBe(1)
  expect(await pairing.search('prompt_tokens')).toBe(0)
  // Of a line that is not JSON, what stands there.
  expect(await pairing.search('"messages"')).toBe(1)
  await pairing.expectIds(['req-16'])
})

test('ids sort as people count, and group by a part', async ({ app, pairing, folder }) => {
  const paths = await writeGroups(folder)
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 6, succeeded: 5, missing: 1 })
  await pairing.expectIds(['doc-10_b', 'doc-2_a', 'doc-10_a', 'doc-1_a', 'doc-2_b', 'doc-1_b'])
  await pairing.orderBy('By ids')
  await pairing.expectIds(['doc-1_a', 'doc-1_b', 'doc-2_a', 'doc-2_b', 'doc-10_a', 'doc-10_b'])
  await pairing.groupBy('Before the last', '_')
  await pairing.expectRowCount(3)
  await expect(pairing.rows.first()).toContainText('doc-1')
  await expect(pairing.rows.first()).toContainText('2 rows')
  await pairing.groupBy('By a pattern', '_(.)$')
  await pairing.expectRowCount(2)
  await pairing.rows.last().click()
  await pairing.expectIds(['doc-1_b', 'doc-2_b', 'doc-10_b'])
  await pairing.groupBy('No groups')
  await pairing.expectRowCount(6)
})

test('documents opened one by one are paired by the button', async ({ app, pairing }) => {
  await app.open(input)
  await app.button('Pair').click()
  await expect(pairing.region).toHaveAttribute('data-state', 'idle')
  await expect(pairing.region.getByRole('button', { name: 'Choose the answers…' })).toBeVisible()
  await app.openFiles([output, errors])
  await pairing.expectCounts(COUNTS)
  // The lines are one press away, and so are the pairs.
  await app.tab('input.jsonl').click()
  await expect(app.grid).toBeVisible()
  await expect(pairing.region).toBeHidden()
  await app.button('Pair').click()
  await pairing.expectCounts(COUNTS)
  await app.button('Pair').click()
  await expect(pairing.region).toBeVisible()
})

test('of an answer in several files the latest success counts', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await app.openFiles([retryOutput])
  await pairing.expectCounts({ succeeded: 10, failed: 6, missing: 4, unexpected: 4, duplicate: 4 })
  await pairing.expectOutcome('req-2', 'succeeded')
  // A later failure takes nothing back.
  await pairing.expectOutcome('req-1', 'succeeded')
  await pairing.openRow('req-2')
  await expect(pairing.drawer).toContainText('The Yangtze.')
  await expect(pairing.drawer).toContainText('errors.jsonl')
})

test('several answers to one request can be compared', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors, retryOutput])
  await pairing.expectCounts({ succeeded: 10, duplicate: 4 })
  await pairing.openRow('req-15')
  const answers = pairing.drawer.getByRole('radiogroup', { name: 'Answers with this id' })
  await expect(answers.getByRole('radio')).toHaveCount(2)
  await expect(pairing.drawer).toContainText('r, h, y, t, h, m')
  await answers.getByText(/errors\.jsonl/).click()
  await expect(pairing.drawer).toContainText('The server had an error.')
  const compare = pairing.drawer.getByRole('combobox', { name: 'Compare it with' })
  await compare.selectOption({ index: 1 })
  await expect(pairing.drawer.getByRole('group', { name: 'Differences' })).toBeVisible()
})

test('the texts of both lines are one press away', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.openRow('req-4')
  await expect(pairing.drawer).toContainText('Café or tea?')
  await pairing.drawer.getByRole('radio', { name: 'Raw' }).click()
  // As it stands in the file.
  await expect(pairing.drawer).toContainText(String.raw`Caf\u00e9 or tea?`)
  await expect(pairing.drawer).toContainText('"code": "batch_expired"')
})

test('a document can be given another role', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.setRole('errors.jsonl', 'Requests')
  await pairing.expectCounts({ requests: 28 })
  await pairing.setRole('errors.jsonl', 'Answers')
  await pairing.expectCounts(COUNTS)
})

test('an edit in a document changes its pair', async ({ app, pairing, folder }) => {
  const own = join(folder, 'input.jsonl')
  await copyFile(input, own)
  await app.openFiles([own, output, errors])
  await pairing.expectCounts(COUNTS)
  await pairing.openRow(' req-12')
  await pairing.drawer
    .getByRole('button', { name: /Edit this line/ })
    .first()
    .click()
  await expect(app.lineText).toBeVisible()
  await app.typeLine(
    '{"custom_id": "req-12", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "gpt-6-luna", "messages": [{"role": "user", "content": "What do bees make?"}]}}',
  )
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.button('Pair').click()
  await pairing.expectCounts({ succeeded: 9, missing: 3, unexpected: 3 })
  await pairing.expectOutcome('req-12', 'succeeded')

  // The other side as well: an answer that failed is made a good one.
  await app.tab('errors.jsonl').click()
  await app.openLine(2)
  await app.typeLine(
    '{"custom_id": "req-3", "response": {"status_code": 200, "body": {"choices": [{"message": {"role": "assistant", "content": "Five metres."}, "finish_reason": "stop"}]}}, "error": null}',
  )
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.button('Pair').click()
  await pairing.expectCounts({ succeeded: 10, failed: 7 })
  await expect(pairing.row('req-3')).toContainText('Five metres.')
})

test('a line that is opened from its pair is in sight', async ({ app, pairing, folder }) => {
  const { input, output } = await generateReturnedBatch(join(folder, 'batch'), 2000)
  await app.openFiles([input.path, output.path])
  await pairing.waitUntilReady()
  const id = requestId(1990)
  expect(await pairing.search(id)).toBe(1)
  await pairing.openRow(id)
  await pairing.drawer
    .getByRole('button', { name: /Edit this line/ })
    .first()
    .click()
  await expect(app.line(1990)).toBeInViewport()

  // The place is kept, not the selected line, when the table comes back later.
  await app.grid.press('ControlOrMeta+Home')
  await expect(app.line(1)).toBeInViewport()
  await app.button('Pair').click()
  await app.tab('batch-input.jsonl').click()
  await expect(app.line(1)).toBeInViewport()
  await expect(app.line(1990)).toBeHidden()
})

test('a document that is closed leaves the picture', async ({ app, pairing }) => {
  await app.openFiles([input, output, errors])
  await pairing.expectCounts(COUNTS)
  await app.closeTab('errors.jsonl')
  await app.button('Pair').click()
  await pairing.expectCounts({ requests: 21, succeeded: 8, failed: 1, missing: 11, unexpected: 4 })
  await app.closeTab('output.jsonl')
  await app.button('Pair').click()
  await expect(pairing.region).toHaveAttribute('data-state', 'idle')
})

test('files of other kinds are not paired', async ({ app, pairing }) => {
  await app.openFiles([fixturePath('formats/plain.jsonl'), input])
  await app.waitUntilReady()
  await expect(pairing.region).toHaveCount(0)
})

async function writeGroups(folder: string): Promise<readonly string[]> {
  const ids = ['doc-10_b', 'doc-2_a', 'doc-10_a', 'doc-1_a', 'doc-2_b', 'doc-1_b']
  const requests = ids.map(
    (id) =>
      `{"custom_id": "${id}", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "gpt-6-luna", "messages": [{"role": "user", "content": "Read ${id}."}]}}`,
  )
  const answers = ids
    .slice(1)
    .map(
      (id) =>
        `{"custom_id": "${id}", "response": {"status_code": 200, "body": {"choices": [{"message": {"role": "assistant", "content": "Have read ${id}."}, "finish_reason": "stop"}]}}, "error": null}`,
    )
  const paths = [join(folder, 'groups.jsonl'), join(folder, 'groups-output.jsonl')] as const
  await writeFile(paths[0], `${requests.join('\n')}\n`)
  await writeFile(paths[1], `${answers.join('\n')}\n`)
  return paths
}
