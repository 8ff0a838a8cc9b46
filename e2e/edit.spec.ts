// Fixing lines in place. The truth is a plain array of lines that takes the same edits; the export
// is compared with it byte for byte.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { batchInputLines, generateBatchInput } from './support/generate.ts'
import { MISTAKES, type MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

const LINES = 3000

const mistakes = new Map<number, MistakeName>([
  [3, 'trailingComma'],
  [700, 'singleQuotes'],
  [1500, 'trailingComma'],
  [2200, 'pythonLiteral'],
  [2999, 'trailingComma'],
])

const options = { lines: LINES, script: 'mixed', mistakes } as const

/** Opens the damaged file; its lines, and the same ones without the damage. */
async function openDamaged(app: App, folder: string) {
  const path = join(folder, 'damaged.jsonl')
  await generateBatchInput(path, options)
  await app.open(path)
  await app.expectFacts({ lines: LINES, invalid: 5, format: 'batchInput' })
  const good = [...batchInputLines({ lines: LINES, script: 'mixed' })]
  return { lines: [...batchInputLines(options)], good }
}

async function expectExport(app: App, lines: readonly string[]): Promise<void> {
  const exported = await app.exportBytes('All lines')
  expect(exported.equals(Buffer.from(lines.map((line) => `${line}\n`).join('')))).toBe(true)
}

test('one line fixed by typing, one by a quick fix; the rest stays as it was', async ({
  app,
  folder,
}) => {
  const { lines, good } = await openDamaged(app, folder)

  await app.openLine(700)
  expect(await app.findings()).toEqual(['single-quotes'])
  await app.typeLine(good[699] ?? '')
  await expect(app.editor.locator('[data-code]')).toHaveCount(0)
  await app.apply()
  await app.expectFacts({ invalid: 4, edited: 1 })
  await expect(app.line(700)).toHaveAttribute('data-verdict', 'valid')
  lines[699] = good[699] ?? ''

  await app.openLine(1500)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 3, edited: 2 })
  lines[1499] = good[1499] ?? ''

  await expectExport(app, lines)
})

test('typing is validated before it is applied', async ({ app, folder }) => {
  const { lines } = await openDamaged(app, folder)
  await app.openLine(10)
  await app.typeLine('{"custom_id": "x"')
  await expect(app.editor.locator('[data-code="unclosed-bracket"]')).toBeVisible()
  await app.expectFacts({ invalid: 5, edited: 0 })
  await app.editor.getByRole('button', { name: 'Cancel', exact: true }).click()
  await app.expectFacts({ invalid: 5, edited: 0 })
  await expectExport(app, lines)
})

test('fix all is one change that undo takes back', async ({ app, folder }) => {
  const { lines, good } = await openDamaged(app, folder)
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ invalid: 2, edited: 3 })
  await expect(app.cause('trailing-comma')).toHaveCount(0)
  const fixed = lines.map((line, index) =>
    mistakes.get(index + 1) === 'trailingComma' ? (good[index] ?? '') : line,
  )
  await expectExport(app, fixed)
  await app.button('Undo').click()
  await app.expectFacts({ invalid: 5, edited: 0 })
  await expectExport(app, lines)
  await app.button('Redo').click()
  await app.expectFacts({ invalid: 2, edited: 3 })
})

test('every fix of a file with one mistake of each kind', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  // Trailing comma, single quotes, True, two values, a repeated id; the blank line is not an error.
  await app.expectFacts({ lines: 8, invalid: 5 })
  const codes = ['trailing-comma', 'single-quotes', 'python-literal', 'two-values', 'blank-line']
  for (const code of [...codes, 'duplicate-custom-id']) {
    await fixAllOf(app, code)
    await expect(app.cause(code)).toHaveCount(0)
  }
  // The blank line is deleted and the two values have become two lines.
  await app.expectFacts({ lines: 8, invalid: 0 })
  const exported = (await app.exportBytes('All lines')).toString('utf8')
  const records = exported
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { custom_id: string })
  expect(records.map((record) => record.custom_id).slice(0, 7)).toEqual(
    [1, 2, 3, 4, 6, 7, 8].map((id) => `req-${id}`),
  )
  expect(new Set(records.map((record) => record.custom_id)).size).toBe(8)
})

test('insert, delete, duplicate and move; all the way back and forth again', async ({ app }) => {
  const path = fixturePath('formats/batch-input.jsonl')
  const before = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await app.open(path)
  const states: string[][] = [[...before]]
  const remember = async (lines: string[]) => {
    states.push(lines)
    await app.expectFacts({ lines: lines.length })
  }

  await app.openLine(2)
  await app.editor.getByRole('button', { name: 'Delete line', exact: true }).click()
  await remember(before.toSpliced(1, 1))

  await app.openLine(1)
  await app.editor.getByRole('button', { name: 'Insert line below', exact: true }).click()
  await remember(states[1]?.toSpliced(1, 0, '') ?? [])
  await app.openLine(2)
  await app.typeLine(before[1] ?? '')
  await app.apply()
  await app.expectFacts({ lines: 5, invalid: 0 })
  states.push([...before])

  await app.openLine(5)
  await app.lineAction('Duplicate line')
  await remember([...before, before[4] ?? ''])
  await app.expectFacts({ invalid: 1 })

  await app.openLine(1)
  await app.lineAction('Move down')
  await remember([before[1], before[0], ...before.slice(2), before[4]] as string[])

  await expectExport(app, states.at(-1) ?? [])
  for (const state of states.slice(0, -1).toReversed()) {
    await app.button('Undo').click()
    await app.expectFacts({ lines: state.length })
  }
  await expect(app.button('Undo')).toBeDisabled()
  await app.expectFacts({ lines: 5, invalid: 0, edited: 0 })
  await expectExport(app, before)
  for (const state of states.slice(1)) {
    await app.button('Redo').click()
    await app.expectFacts({ lines: state.length })
  }
  await expectExport(app, states.at(-1) ?? [])
})

test('an edit keeps what a parser would lose', async ({ app }) => {
  const path = fixturePath('layout/line-separators.jsonl')
  const before = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await app.open(path)
  const kept = String.raw`{"id": 9007199254740993, "id": 1.0, "e": 1E400, "s": "\u0041\/"}`
  await app.openLine(2)
  await app.typeLine(kept)
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await expectExport(app, [before[0] ?? '', kept, before[2] ?? ''])
})

test('pasting several lines into the drawer makes several lines', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  const before = (await readFile(fixturePath('formats/plain.jsonl'), 'utf8')).trimEnd().split('\n')
  await app.openLine(2)
  await app.lineText.click()
  await app.page.keyboard.press('ControlOrMeta+a')
  await app.pasteText('{"a": 1}\n{"b": 2}')
  await app.apply()
  await app.expectFacts({ lines: 4, invalid: 0 })
  await expectExport(app, [before[0] ?? '', '{"a": 1}', '{"b": 2}', before[2] ?? ''])
})

test('next issue walks through the invalid lines in order and goes round', async ({
  app,
  folder,
}) => {
  await openDamaged(app, folder)
  for (const number of [3, 700, 1500, 2200, 2999, 3]) {
    await app.button('Next issue').click()
    await expect(app.line(number)).toBeInViewport()
    await expect(app.line(number)).toHaveAttribute('aria-selected', 'true')
  }
  await app.button('Previous issue').click()
  await expect(app.line(2999)).toBeInViewport()
  const cause = app.cause('python-literal')
  await cause.getByRole('button', { name: /^Next/ }).click()
  await expect(app.line(2200)).toBeInViewport()
  expect(await app.findings()).toEqual([MISTAKES.pythonLiteral.code])
})

test('of a line of 200,000 keys a part is laid out, which can be edited', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'keys.jsonl')
  const keys = Array.from({ length: 200_000 }, (_, i) => `"key${i}":${i}`)
  const text = `{${keys.join(',')}}`
  await writeFile(path, `${text}\n`)
  await app.open(path)
  await app.line(1).click()
  await expect(app.editor.getByText('This line is too long to be shown whole.')).toBeVisible()
  await app.button('Edit this line anyway').click()
  await expect(app.lineText).toBeVisible()
  expect((await app.lineText.textContent())?.length).toBeLessThan(25_000)
  await app.lineText.press('ControlOrMeta+Home')
  await app.page.keyboard.press('ArrowRight')
  await app.page.keyboard.insertText('"first":0,')
  await app.apply()
  await app.expectFacts({ edited: 1, invalid: 0 })
  const exported = (await app.exportBytes('All lines')).toString()
  expect(exported === `{"first":0,${text.slice(1)}\n`).toBe(true)
})
