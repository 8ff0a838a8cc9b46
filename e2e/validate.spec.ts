// What the app says about files that are wrong in a known way.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBatchInputWithMark, writeByteFixture } from './support/byteFixtures.ts'
import { fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { generateBatchInput, generateBatchOutput, generateFineTuning } from './support/generate.ts'
import { MISTAKE_NAMES, MISTAKES, type MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

/**
 * Per file of fixtures/syntax, named by the code that its broken line must get: that line (1-based)
 * and the UTF-16 offset in it of what is said. Worked out by hand from the grammar: the first place
 * after which nothing could make the line JSON; the opening quote of a string without end; the last
 * character of a line that lacks something.
 */
const SYNTAX: Readonly<Record<string, readonly [line: number, offset: number]>> = {
  'bad-escape': [2, 22],
  'bad-number': [2, 8],
  bom: [2, 0],
  comment: [2, 10],
  'conflict-marker': [2, 0],
  'control-character': [2, 20],
  'cut-record': [2, 21],
  'javascript-literal': [2, 19],
  'mismatched-bracket': [2, 27],
  'missing-colon': [2, 6],
  'missing-comma': [2, 9],
  'missing-value': [2, 7],
  'plain-text': [2, 4],
  'python-literal': [2, 18],
  'record-separator': [2, 0],
  'single-quotes': [2, 1],
  'smart-quotes': [2, 1],
  'text-after': [2, 10],
  'text-before': [2, 0],
  'trailing-comma': [2, 29],
  'truncated-line': [3, 21],
  'two-values': [2, 9],
  'unclosed-bracket': [2, 27],
  'unescaped-quote': [2, 24],
  'unfinished-record': [2, 24],
  'unopened-bracket': [2, 9],
  'unquoted-key': [2, 10],
  'unquoted-string': [2, 18],
  'unterminated-string': [2, 18],
}

test('every file of fixtures/syntax has its expectation', () => {
  const codes = readdirSync(fixturePath('syntax')).map((name) => name.replace('.jsonl', ''))
  expect(codes.toSorted()).toEqual(Object.keys(SYNTAX).toSorted())
})

/** Files that one test opens, one after the other: to load the page takes longer than to look at one. */
const FILES_OF_TEST = 8

for (let from = 0; from < Object.keys(SYNTAX).length; from += FILES_OF_TEST) {
  const some = Object.entries(SYNTAX).slice(from, from + FILES_OF_TEST)
  const codes = some.map(([code]) => code).join(', ')
  test(`one invalid line, its cause and its place: ${codes}`, async ({ app }) => {
    for (const [code, [line, offset]] of some) {
      await test.step(code, async () => {
        await app.open(fixturePath(`syntax/${code}.jsonl`))
        await app.expectFacts({ lines: 3, invalid: 1, format: 'plainJsonl' })
        await expect(app.cause(code)).toHaveAttribute('data-count', '1')
        await expect(app.cause(code)).toHaveAttribute('data-severity', 'error')
        await expect(app.line(line)).toHaveAttribute('data-verdict', 'invalid')
        await app.openLine(line)
        const finding = app.editor.locator(`[data-code="${code}"]`)
        await expect(finding).toHaveAttribute('data-offset', String(offset))
        await app.closeTab(`${code}.jsonl`)
      })
    }
  })
}

test('planted mistakes are found at their lines, and nothing else', async ({ app, folder }) => {
  const lines = 20_000
  const mistakes = new Map<number, MistakeName>(
    MISTAKE_NAMES.flatMap((name, index) => [
      [index + 1, name],
      [1000 * (index + 3) + index, name],
      [lines - index, name],
    ]),
  )
  const path = join(folder, 'planted.jsonl')
  await generateBatchInput(path, { lines, script: 'mixed', mistakes })
  await app.open(path)
  await app.expectFacts({ lines, invalid: mistakes.size, warnings: 0, format: 'batchInput' })
  for (const name of MISTAKE_NAMES) {
    const cause = app.cause(MISTAKES[name].code)
    // The last line of the file is the only one that could also be cut off; it ends with LF.
    await expect(cause).toHaveAttribute('data-count', '3')
  }
  await app.showView('Invalid')
  await expect.poll(() => app.rowCount()).toBe(mistakes.size)
  const planted = [...mistakes.keys()].toSorted((a, b) => a - b)
  await expect.poll(() => app.lineNumbersInSight()).toEqual(planted)
})

test('of lines with one custom_id the second and every later one is invalid', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'repeats.jsonl')
  const repeats = new Map([
    [5000, 10],
    [9000, 10],
    [9001, 9000],
  ])
  // Line 9001 takes the id that line 9000 would have had: it is not a repeat.
  await generateBatchInput(path, { lines: 10_000, repeats })
  await app.open(path)
  await app.expectFacts({ lines: 10_000, invalid: 2 })
  await expect(app.cause('duplicate-custom-id')).toHaveAttribute('data-count', '2')
  await app.openLine(5000)
  expect(await app.findings()).toEqual(['duplicate-custom-id'])
  await expect(app.editor).toContainText('9,000')
  await app.openLine(10)
  await expect(app.line(10)).toHaveAttribute('data-verdict', 'valid')
  await expect(app.editor).toContainText('5,000')
})

test('a repeat ends when one of the lines changes, and follows order', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await expect(app.line(8)).toHaveAttribute('data-verdict', 'invalid')
  const text = (await readFile(fixturePath('fixes/for-each-cause.jsonl'), 'utf8')).split('\n')
  await app.openLine(7)
  await app.typeLine((text[6] ?? '').replace('req-8', 'req-9'))
  await app.apply()
  await expect(app.line(8)).toHaveAttribute('data-verdict', 'valid')
  await expect(app.cause('duplicate-custom-id')).toHaveCount(0)
})

test('batch input: each bad line is invalid', async ({ app }) => {
  await app.open(fixturePath('formats/batch-input-bad.jsonl'))
  await app.expectFacts({ lines: 10, invalid: 8, format: 'batchInput' })
  for (const line of [1, 10]) {
    await expect(app.line(line)).toHaveAttribute('data-verdict', 'valid')
  }
})

test('batch input: two models are said about the file and make no line invalid', async ({
  app,
}) => {
  await app.open(fixturePath('formats/batch-two-models.jsonl'))
  await app.expectFacts({ lines: 8, invalid: 0, format: 'batchInput' })
  await expect(app.issues).toContainText(/more than one model/i)
})

test('formats are detected from the content', async ({ app, folder }) => {
  const output = join(folder, 'a.jsonl')
  const tuning = join(folder, 'b.jsonl')
  await generateBatchOutput(output, 3000)
  await generateFineTuning(tuning, 3000)
  for (const [path, format] of [
    [fixturePath('formats/batch-embeddings.jsonl'), 'batchInput'],
    [fixturePath('formats/batch-errors.jsonl'), 'batchOutput'],
    [fixturePath('formats/batch-output.jsonl'), 'batchOutput'],
    [fixturePath('formats/fine-tuning.jsonl'), 'chatFineTuning'],
    [fixturePath('formats/plain.jsonl'), 'plainJsonl'],
    [output, 'batchOutput'],
    [tuning, 'chatFineTuning'],
  ] as const) {
    await app.open(path)
    await app.expectFacts({ format, invalid: 0, warnings: 0 })
  }
})

test('fine-tuning: the two bad examples are found', async ({ app }) => {
  await app.open(fixturePath('formats/fine-tuning-bad.jsonl'))
  await app.expectFacts({ format: 'chatFineTuning', lines: 4, invalid: 2 })
  await expect(app.line(2)).toHaveAttribute('data-verdict', 'invalid')
  await expect(app.line(3)).toHaveAttribute('data-verdict', 'invalid')
})

test('another format validates the same lines again, edits kept', async ({ app }) => {
  await app.open(fixturePath('formats/batch-input-bad.jsonl'))
  await app.openLine(10)
  await app.typeLine('{"not": "a request"}')
  await app.apply()
  await app.expectFacts({ invalid: 9, edited: 1 })
  await app.chooseFormat('JSON Lines')
  await app.expectFacts({ format: 'plainJsonl', invalid: 0, edited: 1 })
  await app.chooseFormat('OpenAI batch input Requests for the Batch API')
  await app.expectFacts({ format: 'batchInput', invalid: 9, edited: 1 })
})

test('blank lines are counted as lines and are neither valid nor invalid', async ({ app }) => {
  await app.open(fixturePath('layout/blank-lines.jsonl'))
  await app.expectFacts({ lines: 6, invalid: 0, warnings: 0 })
  for (const line of [1, 3, 4, 6]) {
    await expect(app.line(line)).toHaveAttribute('data-verdict', 'blank')
  }
  await expect(app.cause('blank-line')).toHaveAttribute('data-count', '4')
})

test('lines that are not objects are warned about in plain JSON Lines', async ({ app }) => {
  await app.open(fixturePath('layout/scalars.jsonl'))
  await app.expectFacts({ lines: 5, invalid: 0, warnings: 4, format: 'plainJsonl' })
})

test('what other programs trip over is valid: U+2028, big integers, repeated keys', async ({
  app,
}) => {
  await app.open(fixturePath('layout/line-separators.jsonl'))
  await app.expectFacts({ lines: 3, invalid: 0 })
})

for (const file of ['layout/pretty-printed.jsonl', 'layout/whole-array.json']) {
  test(`one thing instead of lines is said once for the file: ${file}`, async ({ app }) => {
    await app.open(fixturePath(file))
    await expect(app.issues).toContainText(file.includes('pretty') ? /pretty|indented/i : /array/i)
  })
}

test('git conflict markers and a text sequence are told apart', async ({ app }) => {
  await app.open(fixturePath('layout/conflict-markers.jsonl'))
  await app.expectFacts({ lines: 7, invalid: 3 })
  await expect(app.cause('conflict-marker')).toHaveAttribute('data-count', '3')
  await app.open(fixturePath('layout/text-sequence.jsonl'))
  await app.expectFacts({ lines: 3, invalid: 3 })
  await expect(app.cause('record-separator')).toHaveAttribute('data-count', '3')
})

test('a byte order mark is an error in a batch input and a warning elsewhere', async ({
  app,
  folder,
}) => {
  const lines = await readFile(fixturePath('formats/batch-input.jsonl'), 'utf8')
  await app.open(await writeBatchInputWithMark(folder, lines))
  await app.expectFacts({ format: 'batchInput', lines: 5 })
  await expect(app.issues).toContainText(/byte order mark/i)
  expect((await app.causes()).map((cause) => cause.severity)).toContain('error')
  await app.open(await writeByteFixture(folder, 'byteOrderMark'))
  await app.expectFacts({ format: 'plainJsonl', lines: 3, invalid: 0, warnings: 1 })
  await expect(app.cause('bom')).toContainText(/pandas/)
  await fixAllOf(app, 'bom')
  await app.expectFacts({ warnings: 0, edited: 1 })
  await expect(app.issues).toContainText('No issues found')
})

test('results that failed or are useless need attention, and are valid', async ({ app }) => {
  await app.open(fixturePath('formats/batch-errors.jsonl'))
  const lines = Number(await app.status.getAttribute('data-lines'))
  await app.expectFacts({ invalid: 0, warnings: 0, attention: lines })
  await expect(app.line(1)).toHaveAttribute('data-verdict', 'valid')
  await expect(app.line(1)).toHaveAttribute('data-attention', 'true')
  const [cause] = await app.causes()
  expect(cause?.severity).toBe('attention')
  await app.showView('Needs attention')
  await expect.poll(() => app.rowCount()).toBe(lines)
  // Nothing is invalid, so that is what the walk goes through.
  await app.button('Next issue').click()
  await expect(app.editor.locator('[data-severity="attention"]').first()).toBeVisible()
})

test('what stops nothing and most lines have is one notice below the rest', async ({
  app,
  folder,
}) => {
  const request = (i: number): string =>
    `{"custom_id":"r-${i}","method":"POST","url":"/v1/chat/completions","body":{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}}`
  const path = join(folder, 'noise.jsonl')
  const lines = Array.from({ length: 40 }, (_, i) => request(i))
  lines[7] = request(7).replace('"model"', '"modle":"x","model"')
  await writeFile(path, lines.join('\r\n'))
  await app.open(path)
  await app.expectFacts({ invalid: 0, warnings: 1 })
  expect((await app.causes()).map(({ code, severity, count }) => [code, severity, count])).toEqual([
    [expect.stringContaining('unknown-key'), 'warning', 1],
    ['deprecated:body.max_tokens', 'hint', 40],
    ['crlf', 'hint', 1],
    ['missing-final-newline', 'hint', 1],
  ])
  await expect(app.cause('crlf')).toBeHidden()
  await app.issues.getByRole('button', { name: '2 hints' }).click()
  await expect(app.cause('crlf')).toBeVisible()
  await fixAllOf(app, 'deprecated:body.max_tokens')
  await expect(app.cause('deprecated:body.max_tokens')).toHaveCount(0)
})

test('NUL, broken UTF-8 and too deep nesting are found in their line', async ({ app, folder }) => {
  for (const [fixture, code] of [
    ['nulInLine2', 'nul-byte'],
    ['deepInLine2', 'too-deep'],
    ['brokenUtf8InLine2', 'invalid-utf8'],
  ] as const) {
    await app.open(await writeByteFixture(folder, fixture))
    await app.expectFacts({ lines: 3, invalid: 1 })
    await expect(app.cause(code)).toHaveAttribute('data-count', '1')
    await expect(app.line(2)).toHaveAttribute('data-verdict', 'invalid')
  }
  await app.openLine(2)
  await expect(app.editor).toContainText(/0xE9|E9/)
})

test('CRLF belongs to the line end; a lone CR does not end a line', async ({ app, folder }) => {
  await app.open(await writeByteFixture(folder, 'carriageReturns'))
  await app.expectFacts({ lines: 3, invalid: 0 })
  await app.open(await writeByteFixture(folder, 'loneCarriageReturns'))
  await app.expectFacts({ lines: 1, invalid: 1 })
  await expect(app.issues).toContainText(/CR\b|carriage return/i)
})
