// Which lines are marked, and which repeat each other, is known after saving as it was before.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { createMemoryFile } from './testing/memoryFile.ts'
import { idAt, type OpenedText, openText } from './testing/openText.ts'

const LINES = ['{"a":1}', '{"a":2}', '{"a":1}', '{"a":', '{"a":2}', '{"a":3}', '{"a":1}']

async function save({ session }: OpenedText): Promise<void> {
  expect((await session.save(createMemoryFile().handle, 'save', () => {})).ok).toBe(true)
}

async function remove({ session }: OpenedText, index: number): Promise<void> {
  const id = await idAt(session, index)
  if (id !== undefined) await session.edit({ kind: 'delete', ids: [id] })
}

async function insert({ facts, session }: OpenedText, at: number, text: string): Promise<void> {
  await session.edit({ kind: 'insert', at: Math.min(at, facts().lines), texts: [text] })
}

test('lines that a search found stay found, and what is edited afterwards follows', async () => {
  const opened = await openText(LINES.join('\n'))
  const { session, texts } = opened
  await remove(opened, 0)
  await insert(opened, 1, '{"a":2,"b":0}')
  await session.search({ text: '"a":2', isRegExp: false, matchCase: false }, 'search', () => {})
  const before = await texts({ kind: 'matches' })
  expect(before).toEqual(['{"a":2}', '{"a":2,"b":0}', '{"a":2}'])
  await save(opened)
  expect(opened.facts().matches).toBe(3)
  expect(await texts({ kind: 'matches' })).toEqual(before)
  await insert(opened, 0, '{"a":2,"c":0}')
  expect(opened.facts().matches).toBe(4)
})

test('a query of verdicts goes on after saving', async () => {
  const opened = await openText(LINES.join('\n'))
  const query = { text: 'verdict = "invalid"', isRegExp: false, matchCase: false, isQuery: true }
  await opened.session.search(query, 'search', () => {})
  await save(opened)
  expect(await opened.texts({ kind: 'matches' })).toEqual(['{"a":'])
  await insert(opened, 0, '[')
  expect(await opened.texts({ kind: 'matches' })).toEqual(['[', '{"a":'])
})

test('groups of duplicates are those of the lines that were saved, and can be deleted', async () => {
  const opened = await openText(LINES.join('\n'))
  const { session, texts } = opened
  await remove(opened, 5)
  await insert(opened, 0, '{"a":2}')
  await session.findDuplicates({ kind: 'line' }, 'find', () => {})
  await session.markDuplicates({ kind: 'all' }, 'mark')
  const marked = await texts({ kind: 'matches' })
  expect(marked).toHaveLength(6)
  await save(opened)
  expect(opened.facts().matches).toBe(6)
  expect(await texts({ kind: 'matches' })).toEqual(marked)

  const others = await session.duplicateLines({ kind: 'others', keep: 'first' })
  if (!others.ok) throw new Error(others.failure.code)
  await session.editMany(
    { kind: 'delete', target: { kind: 'lines', lines: others.value } },
    'delete',
    () => {},
  )
  expect(await texts()).toEqual(['{"a":2}', '{"a":1}', '{"a":'])
  const stale = await session.markDuplicates({ kind: 'all' }, 'mark')
  expect(stale.ok).toBe(false)
})

test('what was found before an edit does not hold after it, saved or not', async () => {
  const opened = await openText(LINES.join('\n'))
  await opened.session.findDuplicates({ kind: 'line' }, 'find', () => {})
  await remove(opened, 0)
  await save(opened)
  const marked = await opened.session.markDuplicates({ kind: 'all' }, 'mark')
  expect(marked.ok ? undefined : marked.failure.code).toBe('document-changed')
})

test('any marks through any edits', async () => {
  const edit = fc.record({ at: fc.nat(9), text: fc.option(fc.constantFrom(...LINES)) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...LINES, ''), { minLength: 1, maxLength: 9 }),
      fc.array(edit, { maxLength: 5 }),
      async (lines, edits) => {
        const opened = await openText(lines.join('\n'))
        for (const { at, text } of edits) {
          await (text === null ? remove(opened, at) : insert(opened, at, text))
        }
        await opened.session.search(
          { text: '1', isRegExp: false, matchCase: false },
          'search',
          () => {},
        )
        const rows = await opened.session.readRows({ kind: 'matches' }, 0, 100)
        const before = rows.ok ? rows.value.rows.map(({ line }) => line) : []
        await save(opened)
        const after = await opened.session.readRows({ kind: 'matches' }, 0, 100)
        expect(after.ok ? after.value.rows.map(({ line }) => line) : []).toEqual(before)
      },
    ),
    runs(60),
  )
})
