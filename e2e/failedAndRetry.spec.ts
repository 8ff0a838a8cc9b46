// A batch has come back: what failed and why, one of them looked at, a retry file that differs from the
// requests in nothing, and the usable answers as a table.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'

const COUNT = 240

const idOf = (number: number) => `review-${String(number).padStart(4, '0')}`

type Fate = 'good' | 'limit' | 'expired' | 'missing' | 'cut'

function fateOf(number: number): Fate {
  if (number % 20 === 7) return 'limit'
  if (number % 30 === 11) return 'expired'
  if (number % 60 === 13) return 'missing'
  return number % 40 === 3 ? 'cut' : 'good'
}

const numbers = Array.from({ length: COUNT }, (_, at) => at + 1)
const numbersOf = (fate: Fate) => numbers.filter((number) => fateOf(number) === fate)

/** Spaces, escapes, numbers and a doubled key that no serialiser would write like that. */
function requestLine(number: number): string {
  return `{"custom_id": "${idOf(number)}",  "method": "POST", "url": "/v1/chat/completions", "body": {"model":"gpt-6-luna", "seed": 90071992547409930${number}, "temperature": 1.0, "user": "a", "user": "b", "messages": [ {"role": "user", "content": "Caf\\u00e9 ${number}: \\ud83d\\ude00 or not?"} ]}}`
}

function answerLine(number: number): string {
  const isCut = fateOf(number) === 'cut'
  const content = isCut ? '{\\"mood\\": \\"go' : `{\\"mood\\": \\"good\\", \\"place\\": ${number}}`
  return `{"id":"r${number}","custom_id":"${idOf(number)}","response":{"status_code":200,"body":{"model":"gpt-6-luna","choices":[{"message":{"content":"${content}"},"finish_reason":"${isCut ? 'length' : 'stop'}"}],"usage":{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16}}},"error":null}`
}

function errorLine(number: number): string {
  return fateOf(number) === 'limit'
    ? `{"custom_id":"${idOf(number)}","response":{"status_code":429,"body":{"error":{"message":"Too many requests for this model.","code":"rate_limit_exceeded"}}},"error":null}`
    : `{"custom_id":"${idOf(number)}","response":null,"error":{"code":"batch_expired","message":"The window closed."}}`
}

const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`

test('from three files to what failed, a retry file and a table of what is usable', async ({
  app,
  pairing,
  folder,
}) => {
  const limited = numbersOf('limit')
  const expired = numbersOf('expired')
  const missing = numbersOf('missing')
  const usable = numbersOf('good')
  const files = {
    'reviews.jsonl': numbers.map(requestLine),
    // Answers come in any order.
    'batch_67a1f0c2_output.jsonl': [...usable, ...numbersOf('cut')].toReversed().map(answerLine),
    'batch_67a1f0c2_error.jsonl': [...limited, ...expired].map(errorLine),
  }
  const paths: string[] = []
  for (const [name, lines] of Object.entries(files)) {
    paths.push(join(folder, name))
    await writeFile(join(folder, name), textOf(lines))
  }

  // Dropped together, they are one picture.
  await app.dropFiles(paths)
  await pairing.expectCounts({
    requests: COUNT,
    succeeded: usable.length + numbersOf('cut').length,
    failed: limited.length + expired.length,
    missing: missing.length,
  })

  // Why: the causes with their numbers; one is shown alone.
  const cause = pairing.summary.getByRole('button', { name: /^rate_limit_exceeded/ })
  await expect(cause).toContainText(String(limited.length))
  await expect(cause).toContainText('Too many requests for this model.')
  await cause.click()
  await expect(cause).toHaveAttribute('aria-pressed', 'true')
  await pairing.expectIds(limited.map(idOf))

  // One of them, both sides.
  await pairing.openRow(idOf(limited[1] as number))
  await expect(pairing.drawer).toContainText('Too many requests for this model.')
  await expect(pairing.drawer).toContainText(`Café ${limited[1]}: 😀 or not?`)
  await app.page.keyboard.press('Escape')
  await expect(pairing.drawer).toBeHidden()
  await expect(pairing.row(idOf(limited[1] as number))).toBeFocused()

  // What is shown is what is sent again, byte by byte.
  await pairing.openExportPairs('Retry file')
  await expect(pairing.plan).toContainText(
    `${limited.length} of ${COUNT} pairs: those that the filter shows`,
  )
  const first = await pairing.download(limited.length)
  expect(first.suggestedFilename()).toBe('reviews-retry.jsonl')
  expect(await readFile(await first.path(), 'utf8')).toBe(textOf(limited.map(requestLine)))

  // Or all that failed or has no answer.
  await pairing.openExportPairs('Retry file')
  await pairing.tick('Only what is shown', false)
  const again = numbers.filter((number) => ['limit', 'expired', 'missing'].includes(fateOf(number)))
  expect(await pairing.downloadText(again.length)).toBe(textOf(again.map(requestLine)))

  // The answers that can be used, as a table with a column for each field.
  await pairing.summary.getByRole('button', { name: /^Usable/ }).click()
  await pairing.expectRowCount(usable.length)
  await pairing.openExportPairs('Joined results (CSV)')
  await pairing.tick('Fields of JSON answers as columns')
  await pairing.tick('Byte-order mark for spreadsheets', false)
  for (const field of [
    'outcome',
    'error_code',
    'error_message',
    'finish_reason',
    'model',
    'prompt',
    'total_tokens',
  ]) {
    await pairing.tick(field, false)
  }
  const rows = usable.map((number) => `${idOf(number)},good,${number}\r\n`)
  expect(await pairing.downloadText(usable.length)).toBe(
    `custom_id,answer.mood,answer.place\r\n${rows.join('')}`,
  )
})
