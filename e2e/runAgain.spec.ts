// The same content a second time: nothing is uploaded again, and nothing is paid for again without a question.
import { requestLine, writeRequests } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

test('what was answered is sent again only when the user says so', async ({
  app,
  api,
  run,
  folder,
}) => {
  await app.open(await writeRequests(folder, 5))
  await run.runUntil('completed', api.baseUrl, KEY)
  await run.upload()
  await run.answerAgain(/answered already .* 5 of 5 requests/, 'Do not send')
  // By the keyboard as well, and Escape sends nothing.
  await run.upload()
  await expect(app.page.getByRole('alertdialog')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('alertdialog')).toBeHidden()
  expect(api.store.batches.size).toBe(1)
  await run.upload()
  await run.answerAgain(/bills it again/, 'Send them again')
  await expect.poll(() => api.store.batches.size).toBe(2)
  await run.follow('completed')
})

test('what was answered by nothing but errors is sent again without a question', async ({
  app,
  api,
  run,
  folder,
}) => {
  const refused = { status: 400, code: 'invalid_value', message: 'No.' }
  api.store.nextEndings.push({ kind: 'completed', fateOf: () => refused })
  await app.open(await writeRequests(folder, 5))
  await run.runUntil('completed', api.baseUrl, KEY)
  await run.upload()
  await expect.poll(() => api.store.batches.size).toBe(2)
  await run.follow('completed')
  await run.expectFacts({ completed: 5 })
})

test('content that was uploaded before is not uploaded again', async ({
  app,
  api,
  run,
  folder,
}) => {
  await app.open(await writeRequests(folder, 5))
  await run.runUntil('completed', api.baseUrl, KEY)
  await run.show('Check')
  await run.show('Send')
  await expect(run.tick('The same content was uploaded before: use that file')).toBeChecked()
  await run.upload()
  await run.answerAgain(/answered already .* 5 of 5 requests/, 'Send them again')
  await expect.poll(() => api.store.batches.size).toBe(2)
  expect(api.requestsOf('upload')).toHaveLength(1)
  const inputs = [...api.store.batches.values()].map(({ inputFileId }) => inputFileId)
  expect(new Set(inputs).size).toBe(1)

  // Changed content is another.
  await app.openLine(2)
  await app.typeLine(requestLine(9))
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.page.keyboard.press('Escape')
  await run.show('Check')
  await run.show('Send')
  await expect(run.tick('The same content was uploaded before: use that file')).toHaveCount(0)
})
