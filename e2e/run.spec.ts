// From a file to its results without leaving the page: checked, tried, uploaded, followed, paired, and what
// failed sent again.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestLine } from './support/api/requestLines.ts'
import { fixturePath } from './support/fixturePath.ts'
import { fileHash } from './support/fileHash.ts'
import {
  ENDPOINT,
  idOf,
  MODEL,
  numbersTo,
  requestLine,
  requestText,
  writeLargeRequests,
  writeRequests,
} from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

const COUNT = 40

const LIMITED = { status: 429, code: 'rate_limit_exceeded', message: 'Too many requests.' } as const

/** Every tenth request fails. */
const failsEveryTenth = ({ number }: RequestLine) => (number % 10 === 0 ? LIMITED : 'answered')

const failed = numbersTo(COUNT).filter((number) => number % 10 === 0)

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['zh-TW', 'zh-TW'],
] as const) {
  test.describe(language, () => {
    test.use({ language, locale })

    test('from a dropped file to the results of two rounds', async ({
      app,
      api,
      run,
      pairing,
      folder,
    }) => {
      api.store.nextEndings.push({ kind: 'completed', fateOf: failsEveryTenth })
      const path = await writeRequests(folder, COUNT)
      await app.dropFiles([path])
      await app.waitUntilReady('asks.jsonl')

      // Nothing is asked before the button is pressed.
      await run.enter(api.baseUrl, KEY)
      expect(api.requests).toEqual([])
      await run.check()
      for (const call of ['models', 'files', 'batches', 'content'] as const) {
        await expect(run.checked(call)).toHaveAttribute('data-status', /\d/)
      }
      expect(api.requestsOf('upload')).toEqual([])

      await run.show('Check')
      await expect(run.region).toContainText(
        run.say('Nothing was found that the API would refuse.'),
      )
      await expect(run.region.getByText(run.say('Cost as a batch'))).toBeVisible()
      await run.button('Check models').click()
      await expect.poll(() => api.requestsOf('models').length).toBe(2)

      await run.show('Try')
      await run.button('Try first').click()
      await expect(run.trials).toHaveAttribute('data-status', '200')
      await expect(run.trials).toContainText('You asked: Café 1: 😀 or not?')
      expect(api.requestsOf('send')).toHaveLength(1)

      await run.start()
      const [file] = [...api.store.files.values()]
      expect(file).toMatchObject({ name: 'asks.jsonl', purpose: 'batch' })
      expect(file?.sha256).toBe(await fileHash(path))
      await run.follow('completed')
      await run.expectFacts({ completed: COUNT - failed.length, failed: failed.length })
      const [asked] = api.requestsOf('createBatch')
      expect(JSON.parse(asked?.text ?? '')).toMatchObject({
        input_file_id: file?.id,
        endpoint: ENDPOINT,
        completion_window: '24h',
      })

      await run.openResults()
      await pairing.expectCounts({
        requests: COUNT,
        succeeded: COUNT - failed.length,
        failed: failed.length,
        missing: 0,
        unexpected: 0,
      })

      // Two presses to the second round, of what failed alone.
      await run.retry(failed.length)
      await app.expectFacts({ lines: failed.length, invalid: 0 })
      await run.upload()
      await expect.poll(() => api.store.batches.size).toBe(2)
      const again = [...api.store.files.values()].find(
        ({ id, purpose }) => purpose === 'batch' && id !== file?.id,
      )
      expect(again?.content?.toString()).toBe(requestText(failed))
      await run.follow('completed')
      await run.openResults()
      await pairing.expectCounts({
        requests: COUNT,
        succeeded: COUNT,
        failed: 0,
        missing: 0,
        unexpected: 0,
      })
    })
  })
}

test('what is uploaded is the document as it was edited', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, 6))
  await app.openLine(2)
  await app.typeLine(requestLine(9))
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.page.keyboard.press('Escape')
  await run.connect(api.baseUrl, KEY)
  await run.start()
  const [file] = [...api.store.files.values()]
  expect(file?.content?.toString()).toBe(requestText([1, 9, 3, 4, 5, 6]))
})

test('only the headers of the API are sent, with organisation and project where they are named', async ({
  app,
  api,
  run,
  folder,
}) => {
  await app.open(await writeRequests(folder, 3))
  await run.enter(api.baseUrl, KEY)
  await run.region.getByText(run.say('Organisation and project')).click()
  await run.region.getByRole('textbox', { name: 'Organisation', exact: true }).fill('org-e2e')
  await run.region.getByRole('textbox', { name: 'Project', exact: true }).fill('proj_e2e')
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  await run.start()
  await run.follow('completed')
  for (const { headers, isPreflight } of api.requests) {
    if (isPreflight) continue
    // One without a key only asks whether anything answers.
    expect(headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'openai-organization': 'org-e2e',
      'openai-project': 'proj_e2e',
    })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
  }
})

test('metadata and how long files are kept go along', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, 3))
  await run.connect(api.baseUrl, KEY)
  await run.show('Send')
  await run.button('Add metadata').click()
  await run.region.getByRole('textbox', { name: 'Name', exact: true }).fill('round')
  await run.region.getByRole('textbox', { name: 'Value of round' }).fill('first')
  await run.region
    .getByRole('combobox', { name: 'The API deletes the file after' })
    .selectOption({ label: '7 days' })
  await run.region
    .getByRole('combobox', { name: 'The API deletes the results after' })
    .selectOption({ label: '14 days' })
  await run.start()
  expect(JSON.parse(api.requestsOf('upload')[0]?.text ?? '')).toMatchObject({
    purpose: 'batch',
    'expires_after[anchor]': 'created_at',
    'expires_after[seconds]': String(7 * 86_400),
  })
  expect(JSON.parse(api.requestsOf('createBatch')[0]?.text ?? '')).toMatchObject({
    metadata: { round: 'first' },
    output_expires_after: { anchor: 'created_at', seconds: 14 * 86_400 },
  })
})

test('lines that the API would refuse are not sent unless the user insists', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = join(folder, 'bad.jsonl')
  await writeFile(path, `${requestText([1, 2])}{"custom_id": "bad",\n${requestText([3])}`)
  await app.open(path)
  await app.expectFacts({ lines: 4, invalid: 1 })
  await run.connect(api.baseUrl, KEY)
  await run.upload()
  // It leads to what is wrong, and says why.
  await expect(run.alerts.first()).toBeVisible()
  await expect(run.tick('Send it all the same')).toBeVisible()
  expect(api.requestsOf('upload')).toEqual([])

  // Without them there is nothing to refuse.
  await run.show('Send')
  await run.region.getByRole('radio', { name: /^Valid lines only/ }).click()
  await run.start()
  const [file] = [...api.store.files.values()]
  expect(file?.content?.toString()).toBe(requestText([1, 2, 3]))
})

test('lines are tried: one, chosen ones, random ones; each with what came of it', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = join(folder, 'mixed.jsonl')
  const lines = [
    requestLine(1),
    requestLine(2, 'gpt-9-none'),
    ...numbersTo(9)
      .slice(2)
      .map((n) => requestLine(n)),
  ]
  await writeFile(path, `${lines.join('\n')}\n`)
  await app.open(path)
  await run.enter(api.baseUrl, KEY)
  await run.show('Try')
  await run.region.getByRole('radio', { name: 'These lines' }).click()
  await run.region.getByRole('textbox', { name: 'Numbers of the lines' }).fill('2, 4')
  await run.button('Try first').click()
  await expect(run.trials).toHaveCount(2)
  await expect(run.trials.first()).toHaveAttribute('data-status', '404')
  await expect(run.trials.first()).toContainText('model_not_found')
  await expect(run.trials.last()).toHaveAttribute('data-status', '200')
  // The body as it stands in the line, to the endpoint of the line.
  const sent = api.requestsOf('send').map(({ text, url }) => ({ text, url }))
  expect(sent.map(({ url }) => url)).toEqual([ENDPOINT, ENDPOINT])
  expect(lines[3]).toContain(sent.find(({ text }) => text.includes(MODEL))?.text)

  await run.region.getByRole('radio', { name: 'Random lines' }).click()
  await run.region.getByRole('combobox', { name: 'How many' }).selectOption('5')
  await run.button('Try first').click()
  await expect(run.trials).toHaveCount(5)
  await expect.poll(() => api.requestsOf('send').length).toBe(7)
})

test('an upload can be stopped and gone on with', async ({ app, api, run, folder }) => {
  await app.open(await writeLargeRequests(folder))
  await run.connect(api.baseUrl, KEY)
  const gate = api.fault('upload', { kind: 'gate', share: 0.5 })
  await run.upload()
  const bar = run.region.getByRole('progressbar', { name: 'Uploading asks.jsonl' }).first()
  await expect(bar).toBeVisible()
  await expect.poll(() => gate.waiting).toBe(1)
  await run.button('Cancel').click()
  await run.expectFacts({ status: 'stopped' })
  gate.end()
  expect(api.store.files.size).toBe(0)
  expect(api.store.batches.size).toBe(0)

  await run.show('Follow')
  await run.button('Go on uploading').click()
  await run.follow('completed')
  expect(api.store.batches.size).toBe(1)
})

test('a batch is cancelled, and keeps what was answered', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  api.store.holdsNew = true
  await app.open(await writeRequests(folder, 10))
  await run.connect(api.baseUrl, KEY)
  await run.start()
  const [batch] = [...api.store.batches.values()]
  if (!batch) throw new Error('There is no batch.')
  // Half of it is done, and there it stays.
  batch.isHeld = false
  await run.follow('in_progress')
  await run.button('Cancel batch').click()
  await run.follow('cancelled')
  await expect(run.parts).toContainText('5 of 10 requests were answered before')
  await run.openResults()
  await pairing.expectCounts({ succeeded: 5, failed: 5 })
  await expect(pairing.row(idOf(10))).toContainText('batch_cancelled')
})

test('batches that were started elsewhere are listed and taken in', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  const path = await writeRequests(folder, 4)
  // As if from a terminal.
  const form = new FormData()
  form.set('purpose', 'batch')
  form.set('file', new Blob([await readFile(path)]), 'from-terminal.jsonl')
  const ask = async (way: string, options: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${KEY}` }
    return (await fetch(api.baseUrl + way, { ...options, headers })).json() as Promise<{
      readonly id: string
    }>
  }
  const { id } = await ask('/files', { method: 'POST', body: form })
  const body = JSON.stringify({ input_file_id: id, endpoint: ENDPOINT, completion_window: '24h' })
  const batch = await ask('/batches', { method: 'POST', body })
  await ask(`/batches/${batch.id}`)
  await ask(`/batches/${batch.id}`)

  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  await run.show('Follow')
  await run.button('Load the list').click()
  const other = run.region.locator(`section [data-batch-id="${batch.id}"]`)
  await expect(other).toHaveAttribute('data-status', 'completed')
  await other.getByRole('button', { name: 'Add to the list' }).click()
  await run.expectFacts({ status: 'completed', completed: 4 })
  await run.openResults()
  await pairing.expectCounts({ requests: 4, succeeded: 4, missing: 0 })
})

test('results are saved as they came', async ({ app, api, run, folder }) => {
  api.store.nextEndings.push({ kind: 'completed', fateOf: failsEveryTenth })
  await app.open(await writeRequests(folder, 20))
  await run.runUntil('completed', api.baseUrl, KEY)
  const saved = await run.saveResults(2)
  const results = [...api.store.files.values()].filter(({ purpose }) => purpose === 'batch_output')
  const texts = await Promise.all(saved.map(async (each) => readFile(await each.path(), 'utf8')))
  expect(texts.toSorted()).toEqual(results.map(({ content }) => String(content)).toSorted())
})

test('files at the API are deleted after a question', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, 3))
  await run.runUntil('completed', api.baseUrl, KEY)
  expect(api.store.files.size).toBe(2)
  await run.button('Delete remote files').click()
  const question = app.page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Keep the files' }).click()
  expect(api.requestsOf('deleteFile')).toEqual([])
  await run.button('Delete remote files').click()
  await question.getByRole('button', { name: /^Delete/ }).click()
  await expect.poll(() => api.store.files.size).toBe(0)
})

test('without a key there are commands to copy', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, 3))
  await run.enter(api.baseUrl, KEY)
  await run.show('Without a key')
  const commands = run.region.getByRole('group', { name: 'Commands' })
  await expect(commands).toContainText('asks.jsonl')
  await expect(commands).toContainText(ENDPOINT)
  await expect(commands).toContainText(api.baseUrl)
  await expect(commands).not.toContainText(KEY)
  await run.region.getByRole('radio', { name: 'Python, with the package openai' }).click()
  await expect(commands).toContainText('import')
  await expect(commands).toContainText('asks.jsonl')
  await expect(commands).not.toContainText(KEY)
  expect(api.requests).toEqual([])
})

test('the panel is there for files of requests', async ({ app, run }) => {
  await app.open(fixturePath('formats/batch-input.jsonl'))
  await run.open()
  await expect(run.region).toContainText('batch-input.jsonl')
  await app.page.keyboard.press('Escape')
  await expect(run.region).toBeHidden()
  await expect(app.button('Run')).toBeFocused()
})
