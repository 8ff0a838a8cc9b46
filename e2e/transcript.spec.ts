// A line read as a conversation in the drawer: by keyboard, on a phone, with content that means harm.
import { writeFile } from 'node:fs/promises'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const REQUEST = {
  custom_id: 'a',
  method: 'POST',
  url: '/v1/chat/completions',
  body: {
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is on it?' },
          { type: 'image_url', image_url: { url: 'https://pictures.example/a.png' } },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'look', arguments: '{"at":"a"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'A cat' },
    ],
  },
}
const AGENT = {
  type: 'assistant',
  message: {
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'Where is it?' },
      { type: 'tool_use', id: 't', name: 'Bash', input: { command: 'ls' } },
    ],
  },
}
const HOSTILE = {
  messages: [
    { role: '<b>user</b>', content: '<img src=x onerror="document.title=1">\u0000\u202eabc' },
    { role: 'assistant', content: 'שלום עולם. مرحبا' },
    { role: 'user', content: 'long '.repeat(200_000) },
  ],
}
const MANY = {
  messages: Array.from({ length: 5000 }, (_, i) => ({ role: 'user', content: `No ${i}` })),
}

const LINES = [REQUEST, AGENT, HOSTILE, MANY].map((line) => JSON.stringify(line))

async function openLines(app: App, path: string): Promise<void> {
  await writeFile(path, `${[...LINES, '{"messages": [', '{"n":1}'].join('\n')}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 6 })
}

const transcriptOf = (app: App) => app.editor.getByRole('region', { name: 'Transcript' })

test('lines are read as messages, one after the other by key', async ({ app, page }, info) => {
  await openLines(app, info.outputPath('lines.jsonl'))
  await app.line(1).click()
  await app.editor.getByRole('radio', { name: 'Transcript' }).check()
  const transcript = transcriptOf(app)
  await expect(transcript).toContainText('Be brief.')
  await expect(transcript).toContainText('Image at an address that is not visited')
  await expect(transcript).toContainText('look')
  await expect(transcript).toContainText('A cat')
  await expect(transcript.locator('img, a, iframe')).toHaveCount(0)

  await transcript.focus()
  await page.keyboard.press('j')
  await expect(app.editor).toContainText('Line 2')
  await expect(transcript).toContainText('Reasoning, 12 characters')
  await expect(transcript).toContainText('Bash')
  await expect(transcript).toBeFocused()

  await page.keyboard.press('j')
  await expect(app.editor).toContainText('Line 3')
  await expect(transcript).toContainText('<b>user</b>')
  await expect(transcript).toContainText('<img src=x')
  await expect(transcript.locator('b, img')).toHaveCount(0)
  await expect(
    transcript.getByRole('button', { name: /Show more of 1,000,000 characters/ }),
  ).toBeVisible()

  await page.keyboard.press('j')
  await expect(transcript).toContainText('No 0')
  await expect(transcript.getByRole('listitem')).toHaveCount(50)
  await transcript.getByRole('button', { name: /Show 200 more/ }).click()
  await expect(transcript.getByRole('listitem')).toHaveCount(250)

  await transcript.focus()
  await page.keyboard.press('j')
  await expect(transcript).toContainText('The line is not JSON')
  await page.keyboard.press('j')
  await expect(transcript).toContainText('No conversation was found')
  // The last line stays.
  await page.keyboard.press('j')
  await expect(app.editor).toContainText('Line 6')
  await page.keyboard.press('k')
  await expect(app.editor).toContainText('Line 5')
  await page.keyboard.press('Escape')
  await expect(app.editor).toBeHidden()

  // It is how lines are shown from now on.
  await page.reload()
  await app.open(info.outputPath('lines.jsonl'))
  await app.line(1).click()
  await expect(transcript).toContainText('Be brief.')
})

test('an edited line is read as it is now, typed text as well', async ({ app, page }, info) => {
  await openLines(app, info.outputPath('lines.jsonl'))
  await app.line(6).click()
  await app.lineText.fill('{"prompt": "New", "completion": "Words"}')
  await app.editor.getByRole('radio', { name: 'Transcript' }).check()
  const transcript = transcriptOf(app)
  await expect(transcript).toContainText('With what you typed and have not applied.')
  await expect(transcript).toContainText('Words')
  await app.editor.getByRole('button', { name: 'Apply', exact: true }).click()
  await app.expectFacts({ edited: 1 })
  await expect(transcript).not.toContainText('have not applied')
  await expect(transcript).toContainText('Words')
  await expect(page).not.toHaveTitle('1')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  test('messages keep to the width of the screen', async ({ app }, info) => {
    await openLines(app, info.outputPath('lines.jsonl'))
    await app.line(1).tap()
    await app.editor.getByRole('radio', { name: 'Transcript' }).check()
    const transcript = transcriptOf(app)
    await expect(transcript).toContainText('A cat')
    const fits = () => transcript.evaluate((part) => part.scrollWidth <= part.clientWidth)
    expect(await fits()).toBe(true)
    await app.editor.getByRole('button', { name: 'Next line' }).tap()
    await app.editor.getByRole('button', { name: 'Next line' }).tap()
    await expect(transcript).toContainText('<b>user</b>')
    expect(await fits()).toBe(true)
  })
})
