// The panel that runs batches in the pseudo-language, as pseudo.spec.ts does with every other screen: each step
// before anything is known, after a check, with an estimate, while a batch runs and when it has ended.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { findClipped } from './support/findClipped.ts'
import { findHardCoded } from './support/findHardCoded.ts'
import { MODEL, requestLine, requestText } from './support/requests.ts'
import type { RunPage, StepTitle } from './support/runPage.ts'
import { expect, KEY, test } from './support/runTest.ts'

/** Examples in fields, which are the same in every language, and words of the stand-in's. */
const NOT_OURS = [
  'org-…',
  'proj_…',
  'sk-…',
  'https://api.openai.com/v1',
  'Too many requests.',
  'No files for you.',
  'No list.',
  'No such model.',
  'No start.',
  "model_not_found: The model 'gpt-9-none' does not exist or you do not have access to it.",
]

const STEPS: readonly StepTitle[] = ['Connect', 'Check', 'Try', 'Send', 'Follow', 'Without a key']

const failsEveryThird = ({ number }: { readonly number: number }) =>
  number % 3 === 0
    ? ({ status: 429, code: 'rate_limit_exceeded', message: 'Too many requests.' } as const)
    : 'answered'

test.setTimeout(300_000)

test.use({ language: 'pseudo' })

// Each walk takes long: by itself at the width where there is the least room, and at all of them when asked to.
const widths = process.env['LINEPROOF_ALL_WIDTHS'] ? [390, 1024, 1440] : [390]

for (const width of widths) {
  test.describe(`every word has a message and its room, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('before connecting, and with what a check finds', async ({ app, api, run, folder }) => {
      const look = await open(app, run, [await writeBad(folder)])
      for (const title of STEPS) {
        await run.show(title)
        await look(title.toLowerCase())
      }
      await run.show('Connect')
      await run.region.getByText(run.say('Organisation and project')).click()
      await run.key.fill('no key')
      await run.baseUrl.fill('http://example.com')
      await look('wrong access')
      await fillAccess(run, api.baseUrl)
      await run.upload()
      await look('not checked')
      api.fault('content', { kind: 'status', status: 403, message: 'No files for you.' })
      await run.check()
      await expect(run.tick('Go on although the check failed')).toBeVisible()
      await look('bad check')
    })

    test('with an estimate, models that were looked up, and lines that were tried', async ({
      app,
      api,
      run,
      folder,
    }) => {
      const look = await open(app, run, [await writeBad(folder)])
      await connect(run, api.baseUrl)
      await look('good check')

      await run.show('Check')
      // The tokeniser is large, and loaded now.
      await expect(run.region.getByText(run.say('Cost as a batch'))).toBeVisible({
        timeout: 60_000,
      })
      await run.button('Check models').click()
      await expect(run.region.locator('[data-model]')).toHaveCount(2)
      await look('models')
      const noList = api.fault('models', { kind: 'status', status: 200, message: 'No list.' })
      await run.button('Check models').click()
      await expect(run.alerts.first()).toBeVisible()
      await look('no list of models')
      noList.end()

      await run.show('Try')
      await run.region.getByRole('radio', { name: run.say('These lines') }).click()
      const numbers = run.region.getByRole('textbox', { name: run.say('Numbers of the lines') })
      await numbers.fill('0')
      await run.button('Try first').click()
      await look('no such line')
      await numbers.fill('1-4')
      await run.button('Try first').click()
      await expect(run.trials).toHaveCount(4)
      await expect(run.trials.and(app.page.locator('[data-state=sending]'))).toHaveCount(0)
      await look('tried')
      await run.region.getByRole('radio', { name: run.say('Random lines') }).click()
      await look('random')

      // Not all lines name an endpoint, which no insisting helps.
      await run.show('Check')
      await run.tick('Send it all the same').check()
      await run.upload()
      await look('not sent')
    })

    test('while batches are sent and run, and when they have ended', async ({
      app,
      api,
      run,
      folder,
    }) => {
      const path = join(folder, 'asks.jsonl')
      await writeFile(path, requestText([1, 2, 3, 4, 5, 6]))
      const look = await open(app, run, [path])
      await connect(run, api.baseUrl)
      await run.show('Send')
      await run.button('Add metadata').click()
      await app.page.keyboard.type('lineproof_run')
      await look('bad metadata')
      await app.page.keyboard.press('ControlOrMeta+a')
      await app.page.keyboard.type('round')

      const invalid = { code: 'invalid_model', message: 'No such model.', param: 'body.model' }
      api.store.nextEndings.push({ kind: 'failed', errors: [{ ...invalid, line: 2 }] })
      const gate = api.fault('upload', { kind: 'gate', share: 0 }, 1)
      await run.upload()
      await expect.poll(() => gate.waiting).toBe(1)
      await look('uploading')
      gate.end()
      await expect.poll(() => api.store.batches.size).toBe(1)
      await run.follow('failed')
      await expect(run.region).toContainText('No such model.')
      await look('failed')

      const noStart = api.fault('createBatch', {
        kind: 'status',
        status: 400,
        message: 'No start.',
      })
      await run.upload()
      await run.expectFacts({ status: 'stopped' })
      await run.show('Follow')
      await look('not started')
      noStart.end()

      api.store.holdsNew = true
      api.store.nextEndings.push({ kind: 'completed', fateOf: failsEveryThird })
      await run.upload()
      await expect.poll(() => api.store.batches.size).toBe(2)
      await run.show('Follow')
      await look('started')
      const batch = [...api.store.batches.values()].at(-1)
      if (!batch) throw new Error('There is no batch.')
      // One step on, and there it stays: looks of the page would lead it to its end.
      batch.isHeld = false
      api.store.advance(batch)
      batch.isHeld = true
      await run.follow('in_progress')
      await look('running')
      batch.isHeld = false
      await run.follow('completed')
      await look('completed')
      await run.button('Load the list').click()
      await look('others')
      await run.show('Send')
      await look('sent before')
      await run.show('Follow')
      await run.button('Delete remote files').first().click()
      await look('question')
      await app.page.keyboard.press('Escape')

      await run.show('Without a key')
      const python = run.say('Python, with the package openai')
      await run.region.getByRole('radio', { name: python }).click()
      await look('python')
    })
  })
}

/** Two models, a blank line, and one that is no JSON. */
async function writeBad(folder: string): Promise<string> {
  const path = join(folder, 'bad.jsonl')
  const lines = [requestLine(1), requestLine(2, 'gpt-9-none'), '', '{"custom_id":']
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

/** Opens the files and the panel. What it gives tells what is wrong with what is shown. */
async function open(
  app: App,
  run: RunPage,
  paths: readonly string[],
): Promise<(name: string) => Promise<void>> {
  const { page } = app
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-x-pseudo')
  for (const path of paths) await app.open(path)
  const button = app.button(run.say('Run'))
  if (await button.isVisible()) await button.click()
  else {
    await app.button(run.say('More')).click()
    await page.getByRole('menuitem', { name: run.say('Run batch…') }).click()
  }
  await expect(run.region).toBeVisible()

  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const own = [...NOT_OURS, MODEL, ...texts, ...paths.map((path) => path.split('/').at(-1) ?? '')]
  return async (name) => {
    await app.waitForAnimations()
    await page.screenshot({ path: test.info().outputPath(`${name}.png`) })
    expect.soft(await findHardCoded(page, own), name).toEqual([])
    expect.soft(await findClipped(page), name).toEqual([])
  }
}

async function fillAccess(run: RunPage, baseUrl: string): Promise<void> {
  await run.show('Connect')
  await run.key.fill(KEY)
  await run.baseUrl.fill(baseUrl)
}

async function connect(run: RunPage, baseUrl: string): Promise<void> {
  await fillAccess(run, baseUrl)
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
}
