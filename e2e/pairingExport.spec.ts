// Exports of pairs: what is downloaded is read again and compared with the lines that went in.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { fixturePath } from './support/fixturePath.ts'
import type { PairingPage } from './support/pairingPage.ts'
import { expect, test } from './support/test.ts'

const names = ['input', 'output', 'errors'] as const
const paths = names.map((name) => fixturePath(`pairing/${name}.jsonl`))

/** Lines of the fixture, by 1-based number. */
async function linesOf(name: (typeof names)[number] | 'retry-output'): Promise<readonly string[]> {
  const text = await readFile(fixturePath(`pairing/${name}.jsonl`), 'utf8')
  return ['', ...text.split('\n')]
}

function textOf(lines: readonly string[], numbers: readonly number[]): string {
  return numbers.map((number) => `${lines[number]}\n`).join('')
}

/** 1-based numbers in input.jsonl of requests that failed or have no answer and can be sent again. */
const RETRIED = [2, 3, 4, 5, 6, 9, 10, 13, 15, 20]

test.beforeEach(async ({ app, pairing }) => {
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 21, succeeded: 8, failed: 8, missing: 4 })
})

test('a retry file has the lines of the requests, byte by byte', async ({ pairing }) => {
  await pairing.openExportPairs('Retry file')
  await expect(pairing.plan).toContainText('10 requests in 1 file')
  const download = await pairing.download(10)
  expect(download.suggestedFilename()).toBe('input-retry.jsonl')
  const written = await readFile(await download.path())
  expect(written).toEqual(Buffer.from(textOf(await linesOf('input'), RETRIED)))
  // A broken request and one whose id is a number cannot be sent again.
  await expect(pairing.plan).toContainText(
    '1 row was left out: the request has no id that is text.',
  )
  await expect(pairing.plan).toContainText(
    '1 row was left out: the line of the request is not valid',
  )
  await pairing.closeDialog()
})

test('what is sent again is what is ticked', async ({ pairing }) => {
  await pairing.openExportPairs('Retry file')
  await pairing.tick('Failed', false)
  await pairing.tick('Missing', false)
  await expect(pairing.plan).toContainText('Choose what to send again.')
  await expect(pairing.dialog.getByRole('button', { name: 'Download' })).toBeDisabled()
  await pairing.tick('Cut off')
  await pairing.tick('Not as the schema asks')
  const lines = await linesOf('input')
  expect(await pairing.downloadText(2)).toBe(textOf(lines, [7, 19]))
})

test('another model, a larger limit and a suffix change that and nothing else', async ({
  pairing,
}) => {
  await pairing.openExportPairs('Retry file')
  await pairing.type('Model', 'gpt-6-sol')
  await pairing.type('Token limit', '1,000')
  await pairing.type('Suffix for ids', '-again')
  const written = (await pairing.downloadText(10)).trimEnd().split('\n')
  const lines = await linesOf('input')
  const expected = RETRIED.map((number) => {
    const line = (lines[number] ?? '')
      .replace('"model": "gpt-6-luna"', '"model": "gpt-6-sol"')
      .replace(/"custom_id": "([^"]*)"/, '"custom_id": "$1-again"')
      .replace('"max_completion_tokens": 40', '"max_completion_tokens": 1000')
    return line
  })
  for (const [index, line] of written.entries()) {
    const wanted = expected[index] ?? ''
    if (wanted.includes('max_completion_tokens')) expect(line).toBe(wanted)
    // Where the request sets no limit it gets one; all else is as it was.
    else expect(line.replace(/, ?"max_completion_tokens": ?1000/, '')).toBe(wanted)
  }
  // What no JavaScript number can hold is still there.
  expect(written[0]).toContain('"seed": 9007199254740993, "temperature": 1.0')
})

test('a retry file opens as a batch input without errors', async ({ app, pairing }) => {
  await pairing.openExportPairs('Retry file')
  const path = await (await pairing.download(10)).path()
  await pairing.closeDialog()
  await app.openFiles([path])
  // It is taken into the picture, of which the lines are one press away.
  await app.tabs.last().click()
  await app.expectFacts({ state: 'ready', lines: 10, invalid: 0 })
  expect((await app.facts()).format).toBe('batchInput')
})

test('CSV is read again by another reader, and no cell is a formula', async ({ pairing }) => {
  await pairing.openExportPairs('Joined results (CSV)')
  const download = await pairing.download(25)
  expect(download.suggestedFilename()).toBe('input-joined.csv')
  const bytes = await readFile(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = recordsOf(bytes)
  expect(rows).toHaveLength(25)
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'custom_id',
    'outcome',
    'error_code',
    'error_message',
    'finish_reason',
    'model',
    'prompt',
    'answer',
    'total_tokens',
  ])
  expect(rows.slice(0, 3).map((row) => row['custom_id'])).toEqual(['req-1', 'req-2', 'req-3'])
  expect(rows[0]).toMatchObject({
    outcome: 'succeeded',
    prompt: 'Name the capital of Peru.',
    answer: 'Lima.',
    total_tokens: '18',
  })
  expect(rows.find((row) => row['custom_id'] === '問題-23')).toMatchObject({
    answer: '富士山高三千七百七十六公尺。',
  })
  expect(rows.find((row) => row['custom_id'] === 'req-19')?.['answer']).toBe(
    `'=HYPERLINK("https://example.com", "sum")`,
  )
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+@-]/)
})

test('fields are chosen and put in order', async ({ pairing }) => {
  await pairing.openExportPairs('Joined results (CSV)')
  await pairing.tick('Byte-order mark for spreadsheets', false)
  for (const field of ['error_code', 'error_message', 'finish_reason', 'model', 'prompt']) {
    await pairing.tick(field, false)
  }
  await pairing.tick('total_tokens', false)
  await pairing.dialog.getByRole('button', { name: 'Move outcome up' }).click()
  const text = await pairing.downloadText(25)
  expect(text.split('\r\n')[0]).toBe('outcome,custom_id,answer')
  expect(text.split('\r\n')[1]).toBe('succeeded,req-1,Lima.')
})

test('joined JSONL has a line a row, with whole bodies where they are wanted', async ({
  pairing,
}) => {
  await pairing.openExportPairs('Joined results (JSONL)')
  await pairing.tick('request_body')
  await pairing.tick('answer_body')
  const lines = (await pairing.downloadText(25)).trimEnd().split('\n')
  expect(lines).toHaveLength(25)
  const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows[1]).toMatchObject({
    custom_id: 'req-2',
    outcome: 'failed',
    error_code: 'rate_limit_exceeded',
    error_message: 'Too many requests for this model.',
    answer: null,
  })
  // The body's own digits, which no parser in between has rounded.
  expect(lines[1]).toContain('"seed": 9007199254740993, "temperature": 1.0')
  expect(rows.at(-1)).toMatchObject({ outcome: 'unexpected', answer: 'Nobody asked for this.' })
})

test('a training set has the usable answers after what was asked', async ({ app, pairing }) => {
  await pairing.openExportPairs('Training set')
  const download = await pairing.download(4)
  expect(download.suggestedFilename()).toBe('input-training.jsonl')
  const path = await download.path()
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    [
      ['Name the capital of Peru.', 'Lima.'],
      ['Which bird cannot fly?', 'The ostrich.'],
      ['Write a formula for a sum of two cells.', '=HYPERLINK("https://example.com", "sum")'],
      ['富士山有多高？請用一句話回答。', '富士山高三千七百七十六公尺。'],
    ].map(([user, assistant]) => ({
      messages: [
        { role: 'user', content: user },
        { role: 'assistant', content: assistant },
      ],
    })),
  )
  await pairing.closeDialog()
  await app.openFiles([path])
  await app.tabs.last().click()
  await app.expectFacts({ state: 'ready', lines: 4, invalid: 0 })
})

test('answers alone are in request order, byte by byte', async ({ pairing }) => {
  const output = await linesOf('output')
  const errors = await linesOf('errors')
  const expected = [
    output[2],
    ...errors.slice(1, 5),
    output[4],
    output[8],
    errors[5],
    errors[6],
    output[9],
    output[1],
    output[10],
    output[11],
    errors[7],
    output[3],
  ]
  expect(await pairing.exportPairs('Answers only, in request order', 15)).toBe(
    expected.map((line) => `${line}\n`).join(''),
  )
})

test('a merged output has one answer for each id, byte by byte', async ({ app, pairing }) => {
  await app.openFiles([fixturePath('pairing/retry-output.jsonl')])
  await pairing.expectCounts({ succeeded: 10, duplicate: 4 })
  const output = await linesOf('output')
  const errors = await linesOf('errors')
  const retried = await linesOf('retry-output')
  await pairing.openExportPairs('Merged output')
  const download = await pairing.download(19)
  expect(download.suggestedFilename()).toBe('output-merged.jsonl')
  expect(await readFile(await download.path(), 'utf8')).toBe(
    // The broken answer is left out, and so are errors that a retry made good.
    textOf(output, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]) +
      textOf(errors, [2, 3, 4, 6, 7]) +
      textOf(retried, [1, 2]),
  )
})

test('answers are text to read below their ids, with what was asked where it is wanted', async ({
  pairing,
}) => {
  await pairing.openExportPairs('Answers as text (Markdown)')
  await expect(pairing.plan).toContainText(/answers in 1 file/)
  const download = await pairing.download()
  expect(download.suggestedFilename()).toBe('input-answers.md')
  expect(await readFile(await download.path(), 'utf8')).toContain('## req-1\n\nLima.\n\n')
  await expect(pairing.plan).toContainText('left out: the request failed.')
  await pairing.tick('With the prompts')
  expect(await pairing.downloadText()).toContain(
    '## req-1\n\n### Prompt\n\nName the capital of Peru.\n\n### Answer\n\nLima.\n\n',
  )
})

test('the report tells the counts', async ({ pairing }) => {
  await pairing.openExportPairs('Report (Markdown)')
  const download = await pairing.download()
  expect(download.suggestedFilename()).toBe('input-report.md')
  const report = await readFile(await download.path(), 'utf8')
  expect(report).toMatch(/^# /)
  for (const name of names) expect(report).toContain(`${name}.jsonl`)
  for (const [word, count] of [
    ['Succeeded', 8],
    ['Failed', 8],
    ['Missing', 4],
    ['Unexpected', 4],
    ['Duplicate', 1],
  ] as const) {
    expect(report).toMatch(new RegExp(`${word}[^\\n]*\\b${count}\\b`, 'i'))
  }
  expect(report).toMatch(/rate_?limit_?exceeded|rate\\_limit\\_exceeded/)
})

test('groups are written side by side', async ({ pairing }) => {
  await pairing.groupBy('By a pattern', '^ ?([a-z]+)-')
  await pairing.openExportPairs('Joined results (CSV)')
  const bytes = await readFile(await (await pairing.download()).path())
  const rows = parse(bytes, { bom: true })
  const width = rows[0]?.length ?? 0
  expect(rows[0]?.[0]).toBe('group')
  for (const row of rows) expect(row).toHaveLength(width)
  expect(rows.map((row) => row[0])).toContain('req')
})

test('a file that is chosen is written, and nothing is downloaded', async ({ app, pairing }) => {
  // The picker of the system cannot be driven; the file it would give is one of the page's own.
  await app.page.evaluate(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async (options: { suggestedName: string }) => {
        const root = await navigator.storage.getDirectory()
        return root.getFileHandle(options.suggestedName, { create: true })
      },
    })
  })
  await pairing.openExportPairs('Retry file')
  await expect(pairing.plan).toHaveAttribute('data-count', '10')
  await pairing.dialog.getByRole('button', { name: 'Save to file…' }).click()
  await expect(pairing.plan).toContainText('Wrote 10 requests to input-retry.jsonl.')
  const written = await app.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    return (await (await root.getFileHandle('input-retry.jsonl')).getFile()).text()
  })
  expect(written).toBe(textOf(await linesOf('input'), RETRIED))
})

test('an edited line is sent again as it is now, in a file of Windows lines too', async ({
  app,
  pairing,
  folder,
}) => {
  const lines = (await linesOf('input')).slice(1, 7)
  const path = join(folder, 'windows.jsonl')
  await writeFile(path, `\ufeff${lines.join('\r\n')}\r\n`)
  await app.closeTab('input.jsonl')
  await app.openFiles([path])
  await app.tab('windows.jsonl').click()
  await app.waitUntilReady('windows.jsonl')
  await app.openLine(2)
  const edited = (lines[1] ?? '').replace('longest', 'shortest')
  await app.typeLine(edited)
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.button('Pair').click()
  await pairing.expectCounts({ requests: 6, succeeded: 1, failed: 4, missing: 1 })
  await pairing.openExportPairs('Retry file')
  // Line feeds and no byte order mark, whatever the file has.
  expect(await pairing.downloadText(5)).toBe(
    [edited, ...lines.slice(2)].map((line) => `${line}\n`).join(''),
  )
})

test('more requests than a batch may have go into several files, one after the other', async ({
  app,
  pairing,
  folder,
}) => {
  const requests = 50_500
  const lineAt = (index: number) =>
    `{"custom_id": "many-${index}", "method": "POST", "url": "/v1/embeddings", "body": {"model": "text-embedding-3-small", "input": "word"}}\n`
  const text = Array.from({ length: requests }, (_, index) => lineAt(index)).join('')
  const path = join(folder, 'many.jsonl')
  await writeFile(path, text)
  await app.closeTab('input.jsonl')
  await app.openFiles([path])
  await pairing.expectCounts({ requests, missing: requests })
  const downloads: Download[] = []
  app.page.on('download', (download) => downloads.push(download))
  await pairing.openExportPairs('Retry file')
  await pairing.startDownload(requests)
  await expect.poll(() => downloads.length).toBe(2)
  expect(downloads.map((download) => download.suggestedFilename())).toEqual([
    'many-retry-1.jsonl',
    'many-retry-2.jsonl',
  ])
  const parts = await Promise.all(
    downloads.map(async (download) => readFile(await download.path(), 'utf8')),
  )
  expect(parts[1]?.split('\n')).toHaveLength(501)
  expect(parts.join('') === text).toBe(true)
})

test('Escape closes the dialog, and its button has the focus again', async ({ app, pairing }) => {
  await pairing.openExportPairs('Report (Markdown)')
  await app.page.keyboard.press('Escape')
  await expect(pairing.dialog).toBeHidden()
  await expectExportFocused(pairing)
})

async function expectExportFocused(pairing: PairingPage): Promise<void> {
  await expect(pairing.region.getByRole('button', { name: 'Export' })).toBeFocused()
}

function recordsOf(bytes: Buffer): readonly Record<string, string>[] {
  return parse<Record<string, string>>(bytes, { columns: true, bom: true })
}
