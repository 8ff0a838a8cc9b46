// Requests of one provider become those of another, and what was changed is walked through.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { expect, test } from './support/test.ts'

const MODEL = 'claude-sonnet-5'

function request(id: string, more: object = {}): string {
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: `Hello ${id} 你好` },
  ]
  const body = { model: 'gpt-5.4-mini', messages, ...more }
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body })
}

const FILE = [
  request('a', { max_completion_tokens: 50 }),
  request('b', { max_completion_tokens: 50, seed: 7 }),
  request('c'),
  '{"note":"no request"}',
  request('d', { max_completion_tokens: 50, seed: 7 }),
  request('e', { max_completion_tokens: 50 }),
]
  .map((line) => `${line}\n`)
  .join('')

function claude(id: string, limit = 50): string {
  const params = {
    model: MODEL,
    max_tokens: limit,
    system: 'Be brief.',
    messages: [{ role: 'user', content: `Hello ${id} 你好` }],
  }
  return `${JSON.stringify({ custom_id: id, params })}\n`
}

test('a batch for OpenAI becomes one for Anthropic, with what was changed as findings', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'prompts.jsonl')
  await writeFile(path, FILE)
  await app.open(path)
  await app.button('Convert to another provider').click()
  const dialog = page.getByRole('dialog', { name: 'Convert to another provider' })
  await expect(dialog).toContainText('Recognised: OpenAI, chat completions')
  await dialog.getByRole('combobox', { name: 'Provider' }).selectOption('anthropicMessages')
  await dialog.getByRole('textbox', { name: 'Model' }).fill(MODEL)
  const first = dialog.getByRole('listitem').filter({ hasText: 'Line 1' })
  await expect(first).toContainText('"max_tokens":50')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Line 4' })).toContainText(
    'Will be left out',
  )
  await app.waitForAnimations()
  expect(await findAxeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()

  await app.waitUntilReady('prompts.anthropic.jsonl')
  await expect(page.getByRole('status').filter({ hasText: 'Need attention: 1.' })).toContainText(
    '5 lines were converted to Anthropic, message batches. Need attention: 1. Left out: 1.',
  )
  await app.expectFacts({ lines: 5, invalid: 0, warnings: 3, format: 'anthropicBatchInput' })
  const added = app.cause('translation-token-limit-added')
  const dropped = app.cause('translation-seed-dropped')
  await expect(added).toHaveAttribute('data-count', '1')
  await expect(dropped).toHaveAttribute('data-count', '2')

  await dropped.getByRole('button', { name: 'Next' }).click()
  await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
  await expect(app.editor.getByRole('list', { name: 'Findings of this line' })).toContainText(
    'Anthropic has nothing that corresponds to “body.seed”, so it is left out.',
  )
  await dropped.getByRole('button', { name: 'Next' }).click()
  await expect(app.line(4)).toHaveAttribute('aria-selected', 'true')
  await added.getByRole('button', { name: 'Next' }).click()
  await expect(app.line(3)).toHaveAttribute('aria-selected', 'true')

  const made = ['a', 'b', 'c', 'd', 'e'].map((id) => claude(id, id === 'c' ? 4096 : 50)).join('')
  expect((await app.exportBytes('All lines')).toString()).toBe(made)

  // Whoever edits a line has seen to it; undo brings back what there was to say.
  await app.typeLine(claude('c', 900).trimEnd())
  await app.apply()
  await app.expectFacts({ warnings: 2, edited: 1 })
  await expect(added).toHaveCount(0)
  await app.button('Undo').click()
  await app.expectFacts({ warnings: 3, edited: 0 })
  await expect(added).toHaveAttribute('data-count', '1')
})

test.describe('zh-TW', () => {
  test.use({ language: 'zh-TW', locale: 'zh-TW', colorScheme: 'dark' })

  test('with the keyboard alone, in Chinese and in the dark', async ({ app, page, folder }) => {
    const { say } = app
    const path = join(folder, 'prompts.jsonl')
    await writeFile(path, FILE)
    await app.open(path)
    await page.keyboard.press('Control+K')
    await page.keyboard.type(say('Convert to another provider'))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: say('Convert to another provider') })
    await expect(dialog.getByRole('combobox', { name: say('Provider') })).toBeFocused()
    await app.tabTo(dialog.getByRole('textbox', { name: say('Model') }))
    await page.keyboard.type(MODEL)
    const limit = dialog.getByRole('spinbutton', { name: say('Token limit') })
    await app.tabTo(limit)
    await page.keyboard.type('0')
    const convert = dialog.getByRole('button', { name: say('Convert'), exact: true })
    await expect(convert).toBeDisabled()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('700')
    await expect(dialog.getByRole('list').first()).toContainText('"max_tokens":700')
    await app.waitForAnimations()
    expect(await findAxeViolations(page)).toEqual([])
    await app.tabTo(convert)
    await page.keyboard.press('Enter')
    await app.waitUntilReady('prompts.anthropic.jsonl')
    // The limit that was typed needs no attention.
    await app.expectFacts({ lines: 5, invalid: 0, warnings: 2 })
    await page.keyboard.press('F8')
    await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('F8')
    await expect(app.line(4)).toHaveAttribute('aria-selected', 'true')
  })
})
