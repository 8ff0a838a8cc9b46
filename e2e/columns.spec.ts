// Plain JSON Lines as a table: the first fields that its lines have in common are its columns.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

/** What stands above the columns, but for the line's number, its verdict and its issue. */
async function titles(app: App): Promise<readonly string[]> {
  const headers = await app.grid.getByRole('columnheader').allTextContents()
  return headers.slice(2, -1)
}

async function cells(app: App, line: number): Promise<readonly string[]> {
  const texts = await app.line(line).getByRole('gridcell').allTextContents()
  return texts.slice(2, -1)
}

async function openValues(app: App, folder: string, name: string, values: readonly unknown[]) {
  const path = join(folder, name)
  await writeFile(path, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
  await app.open(path)
  await expect(app.line(1)).toBeVisible()
  return path
}

const people = Array.from({ length: 300 }, (_, i) => ({
  id: i + 1,
  name: `Person ${i + 1}`,
  score: (i % 10) / 10,
}))

test('fields that lines have in common are columns', async ({ app, folder }) => {
  await openValues(app, folder, 'people.jsonl', people)
  expect(await titles(app)).toEqual(['id', 'name', 'score'])
  await expect.poll(() => cells(app, 2)).toEqual(['2', 'Person 2', '0.1'])
  // A line of another kind is shown as it is.
  await app.openLine(3)
  await app.typeLine('[1, 2, 3]')
  await app.apply()
  await expect.poll(() => cells(app, 3)).toEqual(['[1, 2, 3]'])
  expect(await titles(app)).toEqual(['id', 'name', 'score'])
})

test('long texts take what room there is, and nothing is cut that need not be', async ({
  app,
  folder,
}) => {
  const text = 'A message that is long enough to be read and not looked up. '
  const log = people.map(({ id }) => ({
    ts: `2026-11-26T10:00:${String(id % 60).padStart(2, '0')}Z`,
    level: id % 2 ? 'info' : 'warning',
    msg: text.repeat(1 + (id % 5)),
  }))
  await openValues(app, folder, 'log.jsonl', log)
  expect(await titles(app)).toEqual(['ts', 'level', 'msg'])
  const widths = await app
    .line(1)
    .getByRole('gridcell')
    .evaluateAll((shown) => shown.map((cell) => [cell.clientWidth, cell.scrollWidth]))
  const [ts = [], level = [], msg = []] = widths.slice(2)
  expect(ts[1]).toBe(ts[0])
  expect(level[1]).toBe(level[0])
  expect(msg[0]).toBeGreaterThan(3 * (ts[0] ?? 0))
})

test('columns stay through another format, a search and reopening', async ({ app, folder }) => {
  const path = await openValues(app, folder, 'people.jsonl', people)
  await app.chooseFormat('Chat fine-tuning')
  await expect.poll(() => titles(app)).not.toContain('score')
  await app.chooseFormat('JSON Lines')
  await expect.poll(() => titles(app)).toEqual(['id', 'name', 'score'])
  expect(await app.search('"score":0.7')).toBe(30)
  // What is in no cell is shown in the last column, as it is in the line.
  await expect(app.line(8).locator('mark')).toHaveText('"score":0.7')
  await app.button('Clear search').click()
  await expect.poll(() => cells(app, 8)).toEqual(['8', 'Person 8', '0.7'])
  await app.closeTab('people.jsonl')
  await app.open(path)
  expect(await titles(app)).toEqual(['id', 'name', 'score'])
})

test('lines of several shapes show what they share and themselves', async ({ app, folder }) => {
  const values = people.map(({ id }) => (id % 2 ? { kind: 'a', x: id } : { kind: 'b', y: [id] }))
  await openValues(app, folder, 'shapes.jsonl', values)
  expect(await titles(app)).toEqual(['kind', 'text'])
  await expect.poll(() => cells(app, 2)).toEqual(['b', '{"kind":"b","y":[2]}'])
})

test('lines that are no objects stay text', async ({ app, folder }) => {
  await openValues(
    app,
    folder,
    'arrays.jsonl',
    people.map(({ id, name }) => [id, name]),
  )
  expect(await titles(app)).toEqual(['text'])
  await expect.poll(() => cells(app, 1)).toEqual(['[1,"Person 1"]'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true })

  test('rows of two lines have what takes the rest below, wherever its column stands', async ({
    app,
    folder,
  }) => {
    const line = (i: number): string =>
      `{"id":${i},"user":{"name":"Anna ${i}","note":"${'long '.repeat(20)}"},"n":${i},"n":${i}}`
    const path = join(folder, 'middle.jsonl')
    await writeFile(path, `${Array.from({ length: 20 }, (_, i) => line(i)).join('\n')}\n`)
    await app.open(path)
    const header = await app.grid.getByRole('row').first().boundingBox()
    const shown = app.grid.getByRole('columnheader').filter({ visible: true })
    for (const title of await shown.all()) {
      const box = await title.boundingBox()
      expect(box?.y, (await title.textContent()) ?? '').toBe(header?.y)
    }
    const row = app.line(3)
    const [first, second, finding] = await Promise.all(
      ['2', /Anna 2/, /key/i].map((name) =>
        row.getByRole('gridcell', { name, ...(name === '2' && { exact: true }) }).boundingBox(),
      ),
    )
    expect(second?.y).toBeGreaterThan(first?.y ?? 0)
    expect(finding?.y).toBe(first?.y)
    // It has the width of the row, whatever is said above it.
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(
      (finding?.x ?? 0) + (finding?.width ?? 0),
      0,
    )
  })
})
