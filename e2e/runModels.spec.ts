// Which of the models that the lines name are there, and what is said where that cannot be known.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MODEL, requestLine } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

// Looks up models three times, and counts tokens meanwhile.
test.setTimeout(120_000)

test('every model of the file is looked up, with its lines; and a server without a list is said to be one', async ({
  app,
  api,
  run,
  folder,
}) => {
  api.store.models = [{ id: MODEL }, { id: 'gpt-ended', shutdownDate: '2026-01-31' }]
  const models = [MODEL, MODEL, MODEL, 'gpt-ended', 'gpt-ended', 'gpt-9-none']
  const path = join(folder, 'models.jsonl')
  await writeFile(path, models.map((model, at) => `${requestLine(at + 1, model)}\n`).join(''))
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  await run.show('Check')
  await run.button('Check models').click()
  const model = (id: string) => run.region.locator(`[data-model="${id}"]`)
  await expect(model('gpt-ended')).toHaveAttribute('data-mark', 'problem')
  await expect(model('gpt-ended')).toContainText('was shut down on January 31, 2026')
  await expect(model('gpt-ended')).toContainText('2 lines')
  await expect(model('gpt-9-none')).toContainText('is not among the 2 models')
  await expect(model('gpt-9-none')).toContainText('1 line')
  await expect(model(MODEL)).toHaveAttribute('data-mark', 'done')
  await expect(model(MODEL)).toContainText('3 lines')

  const fault = api.fault('models', { kind: 'status', status: 200, message: 'No list.' })
  await run.button('Check models').click()
  await run.expectAlert(/something other than a list of models/)
  await expect(model(MODEL)).toHaveCount(0)
  fault.end()
  api.store.models = []
  await run.button('Check models').click()
  await expect(run.region).toContainText('lists no models at all')
})
