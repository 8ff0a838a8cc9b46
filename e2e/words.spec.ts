// What is said about a line, as people read it in the drawer, and what the first fix makes of it.
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

/** Per line of fixtures/words/requests.jsonl: the code of its finding and words of the message. */
const SAID: readonly (readonly [line: number, code: string, words: RegExp])[] = [
  [2, 'lone-surrogate', /\\ud83d is half of a surrogate pair/],
  [3, 'duplicate-key', /"body\.model" is there more than once.*"gpt-6-sol"/],
  [4, 'line-separator', /U\+2028 stands in a string as it is/],
  [
    5,
    'padded-key',
    /The key " method" begins with a space, so readers do not take it for "method"\./,
  ],
  [6, 'unknown-key', /"body\.max_token" is not a known key\. Did you mean "max_tokens"\?/],
  [7, 'too-big:body.n', /it must be at most 128\./],
  [8, 'cut-record', /the record is cut off here/],
  [9, 'plain-text', /“2026-01-31 WARN request skipped” is plain text, not JSON/],
  [10, 'unquoted-string', /: nothing is not a JSON value/],
]

test('messages name what is wrong, whole and in plain words', async ({ app }) => {
  await app.open(fixturePath('words/requests.jsonl'))
  await app.expectFacts({ lines: 11, format: 'batchInput' })
  for (const [line, code, words] of SAID) {
    await app.openLine(line)
    await expect(app.editor.locator(`[data-code="${code}"]`).first()).toContainText(words)
  }
})

test('a lone surrogate, a key with a space and a misspelt one are fixed by their fixes', async ({
  app,
}) => {
  await app.open(fixturePath('words/requests.jsonl'))
  for (const [line, fix, after] of [
    [2, /Replace the lone surrogate with U\+FFFD/, 'cut \\ufffd'],
    [5, /Remove the whitespace from the key/, '"method":"POST"'],
    [6, /Rename to the known key/, '"max_tokens":5'],
  ] as const) {
    await app.openLine(line)
    await app.editor.getByRole('button', { name: fix }).click()
    await expect(app.line(line)).toHaveAttribute('data-edited', 'true')
    await expect(app.editor.getByRole('textbox', { name: 'Line text' })).toContainText(after)
  }
})
