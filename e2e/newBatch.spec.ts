// Making a batch: from pasted prompts to a document that is judged like any other, and to a file on the disk.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const PROMPTS = ['What is JSON Lines?', 'Say "hello"\t\\ twice', '用一句話介紹台北 🏙️']

/** What a reader of the Batch API sees in a request for a prompt. */
const requestOf = (prompt: string, index: number) => ({
  custom_id: `review-0${index + 1}`,
  method: 'POST',
  url: '/v1/responses',
  body: { model: 'gpt-5.4-mini', input: prompt, instructions: 'Answer in one sentence.' },
})

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['zh-TW', 'zh-TW'],
] as const) {
  test.describe(language, () => {
    test.use({ language, locale })

    test('three pasted prompts become a file, byte for byte, and a valid document', async ({
      app,
      page,
    }) => {
      const say = app.say
      await app.button(say('New batch')).click()
      const region = page.getByRole('region', { name: say('New batch') })
      await region.getByRole('textbox', { name: say('Prompts') }).fill(PROMPTS.join('\n'))
      await region.getByRole('combobox', { name: say('Endpoint') }).selectOption('/v1/responses')
      await region.getByRole('combobox', { name: say('Model') }).fill('gpt-5.4-mini')
      await region
        .getByRole('textbox', { name: say('System message') })
        .fill('Answer in one sentence.')
      await region.getByRole('textbox', { name: say('ID pattern') }).fill('review-{{##}}')
      await expect(region).toHaveAttribute('data-requests', '3')
      await expect(region).toHaveAttribute('data-problems', '0')
      await expect(region.getByLabel(say('Preview of a request'))).toContainText('review-01')
      await expect(region.getByText(say('Cost as a batch'))).toBeVisible()

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        region.getByRole('button', { name: say('Save to file') }).click(),
      ])
      expect(download.suggestedFilename()).toBe('batch.jsonl')
      const text = await readFile(await download.path(), 'utf8')
      expect(text).toBe(
        PROMPTS.map((prompt, index) => `${JSON.stringify(requestOf(prompt, index))}\n`).join(''),
      )

      await region.getByRole('button', { name: say('Open as document') }).click()
      await app.waitUntilReady('batch.jsonl')
      expect(await app.facts()).toMatchObject({
        lines: 3,
        invalid: 0,
        warnings: 0,
        format: 'batchInput',
        bytes: Buffer.byteLength(text),
      })

      // The form is as it was left.
      await page.keyboard.press('Control+K')
      await page.keyboard.type(say('New batch'))
      await page.keyboard.press('Enter')
      await expect(region.getByRole('textbox', { name: say('Prompts') })).toHaveValue(
        PROMPTS.join('\n'),
      )
      await page.keyboard.press('Escape')
      await expect(region).toHaveCount(0)
      await expect(app.grid).toBeVisible()
    })
  })
}

test('from nothing: an example fills the form, and what was typed comes back', async ({
  app,
  page,
}) => {
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  await region.getByRole('textbox', { name: 'System message' }).fill('Mine.')
  await region.getByRole('button', { name: 'Extract fields as JSON' }).press('Enter')
  await expect(region.getByRole('textbox', { name: 'Prompts' })).toBeFocused()
  await expect(region).toHaveAttribute('data-requests', '3')
  await expect(region.getByRole('list', { name: 'Problems of the batch' })).toHaveCount(0)
  await region.getByRole('button', { name: 'Open as document' }).click()
  await app.waitUntilReady('batch.jsonl')
  expect(await app.facts()).toMatchObject({ lines: 3, invalid: 0, warnings: 0 })
  await page.keyboard.press('Control+K')
  await page.keyboard.type('New batch')
  await page.keyboard.press('Enter')
  await region.getByRole('textbox', { name: 'Prompts' }).fill('')
  await region.getByRole('button', { name: 'Embed sentences' }).click()
  await expect(region).toHaveAttribute('data-requests', '4')
  await page.getByRole('button', { name: /^Back to what I typed/ }).click()
  await expect(region.getByRole('combobox', { name: 'Endpoint' })).toHaveValue('/v1/responses')
  await expect(region.getByRole('textbox', { name: 'Prompts' })).toHaveValue('')
})

test('for another provider: its envelope, its rules for ids, and its format when it is opened', async ({
  app,
  page,
}) => {
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  await region.getByRole('textbox', { name: 'Prompts' }).fill('first one\nsecond')
  await region.getByRole('textbox', { name: 'System message' }).fill('Be brief.')
  const endpoint = region.getByRole('combobox', { name: 'Endpoint' })
  await endpoint.selectOption('bedrock:claude')
  await expect(region.getByText('What Amazon Bedrock takes for a batch is not known')).toBeVisible()
  await endpoint.selectOption('anthropic:messages')
  await expect(region.getByRole('textbox', { name: 'System message' })).toHaveValue('Be brief.')
  await expect(region.getByText('Cost as a batch')).toBeVisible()
  await region.getByRole('textbox', { name: 'ID pattern' }).fill('{{prompt}}')
  await expect(region.locator('[data-code=odd-id]')).toContainText('first one')
  await region.getByRole('textbox', { name: 'ID pattern' }).fill('a-{{#}}')
  await expect(region).toHaveAttribute('data-problems', '0')
  await region.getByRole('button', { name: 'Open as document' }).click()
  await app.waitUntilReady('batch.jsonl')
  expect(await app.facts()).toMatchObject({ lines: 2, invalid: 0, format: 'anthropicBatchInput' })
})

test('with the keyboard alone', async ({ app, page }) => {
  await app.button('New batch').focus()
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: 'New batch' })
  await expect(region.getByRole('textbox', { name: 'Prompts' })).toBeFocused()
  await page.keyboard.insertText('first\nsecond')
  await expect(region).toHaveAttribute('data-requests', '2')
  await tabTo(page, region.getByRole('textbox', { name: 'ID pattern' }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('same')
  await expect(region).toHaveAttribute('data-problems', '1')
  await expect(region.locator('[data-code=duplicate-id]')).toBeVisible()
  await expect(region.getByRole('button', { name: 'Open as document' })).toBeDisabled()
  await page.keyboard.type('-{{prompt}}')
  await expect(region).toHaveAttribute('data-problems', '0')
  await tabTo(page, region.getByRole('button', { name: 'Open as document' }))
  await page.keyboard.press('Enter')
  await app.waitUntilReady('batch.jsonl')
  expect(await app.facts()).toMatchObject({ lines: 2, invalid: 0 })
})

test('the JSON of the body is completed by what the format knows, with the keyboard alone', async ({
  app,
  page,
}) => {
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  await region.getByRole('textbox', { name: 'Prompts' }).fill('one')
  // What is told of the rows moves everything below it.
  await expect(region.getByText('1 row', { exact: true })).toBeVisible()
  await region.getByText('JSON', { exact: true }).click()
  const json = region.getByRole('textbox', { name: 'Body as JSON' })
  const list = region.getByRole('listbox', { name: 'Completions' })
  await json.fill('{"model": "m", "messages": [{"role": "user", "content": "{{prompt}}"}], }')
  await json.press('End')
  await json.press('ArrowLeft')
  await page.keyboard.type('"reas')
  await expect(list.getByRole('option')).toHaveText([/^reasoning_effort/])
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(region).toBeVisible()
  await page.keyboard.press('Control+Space')
  await expect(list).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option', { name: 'minimal' })).toBeVisible()
  await page.keyboard.type('l')
  await expect(list.getByRole('option')).toHaveText(['low'])
  await page.keyboard.press('Enter')
  await expect(json).toHaveValue(/"reasoning_effort": "low"}$/)
  await expect(region).toHaveAttribute('data-problems', '0')
  await page.keyboard.press('Tab')
  await expect(json).not.toBeFocused()
})

test('rows of a file fill the placeholders; what is wrong is told with its place', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'questions.jsonl')
  const rows = Array.from({ length: 500 }, (_, i) => ({
    id: `q${i}`,
    text: `第 ${i} 題\n"是"嗎？`,
  }))
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'))
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    region.getByRole('button', { name: 'From a file' }).click(),
  ])
  await chooser.setFiles(path)
  await expect(region.locator('[data-code=unknown-column]')).toContainText('prompt')
  await region.getByRole('textbox', { name: 'User message' }).fill('Answer: ')
  await region.getByRole('button', { name: '{{text}}' }).click()
  await region.getByRole('textbox', { name: 'ID pattern' }).fill('{{id}}')
  await expect(region).toHaveAttribute('data-requests', '500')
  await expect(region).toHaveAttribute('data-problems', '0')

  await region.getByText('JSON', { exact: true }).click()
  const json = region.getByRole('textbox', { name: 'Body as JSON' })
  const body = await json.inputValue()
  await json.fill(body.replace('"model"', 'model'))
  await expect(region.locator('[data-code=bad-body]')).toContainText('line 2, column 3')
  await json.fill(body)
  await expect(region).toHaveAttribute('data-problems', '0')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    region.getByRole('button', { name: 'Save to file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('questions-batch.jsonl')
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    rows.map(({ id, text }) => ({
      custom_id: id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: `Answer: ${text}` }] },
    })),
  )
})

test('a table with Chinese and line breaks in its cells becomes as many requests', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, '問題.csv')
  const rows = Array.from({ length: 500 }, (_, i) => ({
    編號: `q-${i}`,
    問題: i % 3 === 0 ? `第 ${i} 題，"引號"\n第二行` : `第 ${i} 題`,
  }))
  const cells = rows.map(({ 編號, 問題 }) => `${編號},"${問題.replaceAll('"', '""')}"\r\n`)
  await writeFile(path, `\ufeff編號,問題\r\n${cells.join('')}`)
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    region.getByRole('button', { name: 'From a file' }).click(),
  ])
  await chooser.setFiles(path)
  await expect(region.getByRole('button', { name: '{{問題}}' })).toBeVisible()
  await region.getByRole('textbox', { name: 'User message' }).fill('{{問題}}')
  await region.getByRole('textbox', { name: 'ID pattern' }).fill('{{編號}}')
  await expect(region).toHaveAttribute('data-requests', '500')
  await region.getByRole('button', { name: 'Open as document' }).click()
  await app.waitUntilReady('問題-batch.jsonl')
  expect(await app.facts()).toMatchObject({ lines: 500, invalid: 0, format: 'batchInput' })
})

test('an open batch is a template: the same prompts for another model, twice each', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'asked.jsonl')
  const lines = ['one', 'two "quoted"'].map((content, index) =>
    JSON.stringify({
      custom_id: `q-${index}`,
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'gpt-5.4-mini',
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content },
        ],
      },
    }),
  )
  await writeFile(path, `${lines.join('\n')}\n`)
  await app.open(path)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Use as a template')
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: 'New batch' })
  const system = region.getByRole('textbox', { name: 'System message' })
  await expect(system).toHaveValue('Be brief.')
  await system.fill('Be kind.')
  await region.getByRole('combobox', { name: 'Model' }).fill('gpt-6-luna')
  await region.getByText('Each request several times').click()
  await region.getByRole('textbox', { name: 'Repeat each request' }).fill('2')
  await expect(region).toHaveAttribute('data-requests', '4')
  await expect(region).toHaveAttribute('data-problems', '0')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    region.getByRole('button', { name: 'Save to file' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe(
    lines
      .flatMap((line, index) =>
        [1, 2].map((repeat) =>
          line
            .replace(`q-${index}`, `q-${index}-${repeat}`)
            .replace('gpt-5.4-mini', 'gpt-6-luna')
            .replace('Be brief.', 'Be kind.'),
        ),
      )
      .map((line) => `${line}\n`)
      .join(''),
  )
})

test('a dropped table of prompts stays what it is, and offers to become a batch', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'questions.csv')
  const rows = [
    'id,prompt',
    ...Array.from({ length: 20 }, (_, i) => `${i},"Question ${i}, please"`),
  ]
  await writeFile(path, `${rows.join('\n')}\n`)
  await app.dropFiles([path])
  await app.waitUntilReady('questions.csv')
  await app.button('Make a batch').first().click()
  const region = page.getByRole('region', { name: 'New batch' })
  await expect(region).toHaveAttribute('data-requests', '20')
  await expect(region.getByLabel('Preview of a request')).toContainText('Question 0, please')
})

test('dropped lines of prompts stay what they are, and offer to become a batch', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'asked.jsonl')
  const rows = [1, 2, 3].map((id) => JSON.stringify({ id, question: `Question ${id}` }))
  await writeFile(path, `${rows.join('\n')}\n`)
  await app.dropFiles([path])
  await app.waitUntilReady('asked.jsonl')
  expect(await app.facts()).toMatchObject({ lines: 3, invalid: 0, format: 'plainJsonl' })
  await app.button('Make a batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  await expect(region.getByRole('textbox', { name: 'User message' })).toHaveValue('{{question}}')
  await expect(region).toHaveAttribute('data-requests', '3')
  await expect(region).toHaveAttribute('data-problems', '0')
})

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not lead there')
}
