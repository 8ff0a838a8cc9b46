// Files that are not what their lines suggest: what the app calls them, and what it offers.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixAllOf } from './support/fixAll.ts'
import { expect, test } from './support/test.ts'

test('a record over several lines is one issue, joined by one press and taken back by one', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'pages.jsonl')
  const page = '{"event":"page","text":"Prices:\n\n| tea | 2 |\nend"}'
  await writeFile(path, `{"event":"start"}\n${page}\n{"event":"stop"}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 6, invalid: 4 })
  expect((await app.causes()).map(({ code, count }) => [code, count])).toEqual([
    ['record-over-lines', 4],
  ])
  await app.openLine(3)
  expect(await app.findings()).toEqual(['record-over-lines'])
  await expect(app.editor).toContainText('Lines 2–5 are one record')
  await expect(
    app.editor.getByRole('button', { name: 'Delete the line', exact: true }),
  ).toHaveCount(0)
  await app.fix('Join the lines of the record').click()
  await app.expectFacts({ lines: 3, invalid: 0 })
  await expect(app.line(2)).toContainText('Prices:')
  await app.button('Undo').click()
  await app.expectFacts({ lines: 6, invalid: 4 })
})

test('all records over several lines are joined by Fix all', async ({ app, folder }) => {
  const path = join(folder, 'pretty.jsonl')
  const record = (id: number): string => JSON.stringify({ id, tags: ['a', 'b'] }, null, 2)
  await writeFile(path, `${[1, 2, 3].map(record).join('\n')}\n{"id":4,"text":"a\nb"}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 23, invalid: 23 })
  await fixAllOf(app, 'record-over-lines')
  await app.expectFacts({ lines: 4, invalid: 0 })
})

const CONTENTS: readonly (readonly [name: string, code: string, says: RegExp, text: string])[] = [
  ['table.csv', 'not-json', /CSV/, `id,text\n${'1,"Hi, you"\n'.repeat(30)}`],
  ['prompts.txt', 'not-json', /Plain text/, 'Write a poem, please.\nWhat is 2 + 2?\n'.repeat(20)],
  [
    'page.jsonl',
    'not-json',
    /HTML page/,
    '<!doctype html>\n<html>\n<body>Log in</body>\n</html>\n',
  ],
  [
    'array.json',
    'json-array',
    /one JSON array of 40 elements/,
    `[\n${Array.from({ length: 40 }, (_, id) => `{"id":${id}}`).join(',\n')}\n]\n`,
  ],
]

for (const [name, code, says, text] of CONTENTS) {
  test(`said once, and nothing is offered that would harm: ${name}`, async ({ app, folder }) => {
    const path = join(folder, name)
    await writeFile(path, text)
    await app.open(path)
    await expect.poll(async () => (await app.causes()).map((cause) => cause.code)).toEqual([code])
    await expect(app.cause(code)).toContainText(says)
    await app.openLine(1)
    await expect(app.editor).toContainText(says)
    await expect.poll(() => app.findings()).toEqual([code])
    await expect(app.cause(code).getByRole('button', { name: 'Fix all' })).toHaveCount(0)
  })
}

test('the data of an event stream are kept by one press', async ({ app, folder }) => {
  const path = join(folder, 'stream.jsonl')
  await writeFile(path, 'data: {"id":1}\n\ndata: {"id":2}\n\ndata: [DONE]\n\n')
  await app.open(path)
  await fixAllOf(app, 'event-stream')
  await app.expectFacts({ lines: 2, invalid: 0 })
  expect(await app.causes()).toEqual([])
})

test('what is refused is one issue', async ({ app, folder }) => {
  const path = join(folder, 'packed.jsonl')
  await writeFile(path, Buffer.from('fd377a585a000004e6d6b446', 'hex'))
  await app.openFiles([path])
  await expect(app.status).toHaveAttribute('data-state', 'failed')
  await expect(app.cause('compressed')).toContainText(/xz/)
  await expect(app.issues.getByRole('listitem')).toHaveCount(1)
})
