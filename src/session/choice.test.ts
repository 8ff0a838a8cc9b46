// Choosing lines and doing something to all of them, against a plain list of texts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import type { ChooseCommand, LinesCommand, View } from '../contracts/documentApi.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import { runs } from '../tooling/runs.ts'
import { idAt, type OpenedText, openText } from './testing/openText.ts'

const request = (id: string, more = ''): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Hello' }] },
  }) + more

const all: View = { kind: 'all' }
const invalid: View = { kind: 'invalid' }

/** Valid, invalid, blank, repeated, not to be read and of several lines. */
const pool = [
  ...['a', 'b', 'c', 'a'].map((id) => request(id)),
  request('d', ','),
  '',
  '{"custom_id": "e",',
  '"method": "POST"}',
  request('f').replace('gpt-6-luna', 'other'),
]
const fileOf = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 14 })

async function rowsOf({ session }: OpenedText, view = all) {
  const window = await session.readRows(view, 0, 1000)
  if (!window.ok) throw new Error(window.failure.code)
  return window.value.rows
}

/** Everything that is shown of a document, but for what an undo leaves behind. */
async function shownOf(opened: OpenedText): Promise<object> {
  const { lines, invalid: bad, warnings, bytes, edited, causes, fileFindings } = opened.facts()
  const counts = causes.map(({ code, count }) => `${code} ${count}`).toSorted()
  const texts = (await rowsOf(opened)).map(({ text, verdict }) => `${verdict} ${text}`)
  return { lines, bad, warnings, bytes, edited, counts, fileFindings, texts }
}

async function run(
  { session }: OpenedText,
  kind: LinesCommand['kind'],
  log?: LoggedCommand[],
): Promise<void> {
  const chosen = await session.chosenLines()
  if (!chosen.ok) throw new Error(chosen.failure.code)
  const command = { kind, target: { kind: 'lines', lines: chosen.value } } as const
  const done = await session.editMany(command, 'many', () => {})
  expect(done.ok).toBe(true)
  log?.push({ kind: 'editMany', command })
}

const at = fc.nat(20)
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('toggle', 'range', 'add', 'all', 'allInvalid', 'none'),
    at,
    to: at,
  }),
  fc.record({ kind: fc.constantFrom('delete', 'insert', 'undo', 'redo', 'move'), at, to: at }),
)

test('what is chosen is what a plain set says, whatever is chosen and edited', async () => {
  await fc.assert(
    fc.asyncProperty(fileOf, fc.array(step, { maxLength: 14 }), async (lines, steps) => {
      const opened = await openText(lines.join('\n'))
      const { session } = opened
      const naive = new Set<LineId>()
      for (const { kind, at: one, to } of steps) {
        const rows = await rowsOf(opened)
        const row = one % Math.max(1, rows.length)
        const other = to % Math.max(1, rows.length)
        const id = rows[row]?.id
        const choose = (command: ChooseCommand): Promise<unknown> => session.choose(command)
        if (kind === 'toggle' && id !== undefined) {
          await choose({ kind, view: all, row: { id, row: -1 } })
          if (!naive.delete(id)) naive.add(id)
        } else if (kind === 'range' || kind === 'add') {
          const keepsOthers = kind === 'add'
          // One end is known by its line, the other by its row.
          const from = { id, row: -1 }
          await choose({ kind: 'range', view: all, from, to: { row: other }, keepsOthers })
          if (!keepsOthers) naive.clear()
          for (const each of rows.slice(Math.min(row, other), Math.max(row, other) + 1)) {
            naive.add(each.id)
          }
        } else if (kind === 'all' || kind === 'allInvalid') {
          const view = kind === 'all' ? all : invalid
          await choose({ kind: 'all', view })
          naive.clear()
          for (const each of await rowsOf(opened, view)) naive.add(each.id)
        } else if (kind === 'none') {
          await choose({ kind })
          naive.clear()
        } else if (kind === 'delete' && id !== undefined) {
          await session.edit({ kind, ids: [id] })
        } else if (kind === 'insert') {
          await session.edit({ kind, at: one, texts: [request('a')] })
        } else if (kind === 'move' && id !== undefined) {
          await session.edit({ kind, id, by: 1 })
        } else if (kind === 'undo' || kind === 'redo') await session[kind]()
        const present = await rowsOf(opened)
        // A line that goes leaves the choice, and does not come back into it.
        for (const each of naive) if (!present.some((line) => line.id === each)) naive.delete(each)
        expect(present.filter(({ isChosen }) => isChosen).map((line) => line.id)).toEqual(
          present.map((line) => line.id).filter((each) => naive.has(each)),
        )
        expect(opened.facts().chosen).toBe(naive.size)
      }
    }),
    runs(40),
  )
})

test('deleting many is deleting one by one, in one step that undo takes back', async () => {
  const edits = fc.array(fc.record({ at, text: fc.constantFrom(...pool) }), { maxLength: 3 })
  const isFew = fc.boolean()
  await fc.assert(
    fc.asyncProperty(fileOf, edits, fc.array(at), isFew, async (some, changes, chosen, few) => {
      // Many lines are scanned again where they are in the file, few are validated one by one.
      const filler = Array.from({ length: few ? 0 : 700 }, (_, i) => request(`filler ${i % 690}`))
      const text = [...some, ...filler].join('\r\n')
      // Which format it is would be looked for again after many lines, and not after one.
      const as = { formatId: 'batchInput' }
      const [many, single] = [await openText(text, as), await openText(text, as)]
      for (const opened of [many, single]) {
        for (const { at: place, text: typed } of changes) {
          const id = await idAt(opened.session, place % opened.facts().lines)
          if (id === undefined) continue
          await opened.session.edit({ kind: 'replace', id, texts: [typed] })
          await opened.session.edit({ kind: 'insert', at: place, texts: [typed] })
        }
      }
      const before = await shownOf(many)
      const rows = await rowsOf(many)
      if (!few) await many.session.choose({ kind: 'all', view: all })
      for (const place of new Set(chosen)) {
        await many.session.choose({ kind: 'toggle', view: all, row: { row: place } })
      }
      const ids = (await rowsOf(many)).filter(({ isChosen }) => isChosen).map(({ id }) => id)
      const log: LoggedCommand[] = []
      await run(many, 'delete', log)
      expect(many.facts().chosen).toBe(0)
      for (let from = 0; from < ids.length; from += few ? 1 : 100) {
        const part = ids.slice(from, from + (few ? 1 : 100))
        await single.session.edit({ kind: 'delete', ids: part })
      }
      const after = await shownOf(many)
      expect(after).toEqual(await shownOf(single))
      if (ids.length === 0) return
      await many.session.undo()
      expect(await shownOf(many)).toEqual(before)
      expect((await rowsOf(many)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      await many.session.redo()
      expect(await shownOf(many)).toEqual(after)
    }),
    runs(15),
  )
})

test('a log of such commands does the same on the file when it is opened again', async () => {
  const text = ['a', 'b', 'c', 'd', 'e'].map((id) => request(id)).join('\n')
  const opened = await openText(text)
  const log: LoggedCommand[] = []
  const from = { row: 1 }
  await opened.session.choose({
    kind: 'range',
    view: all,
    from,
    to: { row: 2 },
    keepsOthers: false,
  })
  await run(opened, 'duplicate', log)
  await opened.session.choose({ kind: 'toggle', view: all, row: { row: 6 } })
  await run(opened, 'delete', log)
  const again = await openText(text)
  expect((await again.session.restore(log, 'restore')).ok).toBe(true)
  expect(await shownOf(again)).toEqual(await shownOf(opened))
  expect((await rowsOf(again)).map(({ id }) => id)).toEqual(
    (await rowsOf(opened)).map(({ id }) => id),
  )
})

test('copies follow the lines that stand together', async () => {
  const opened = await openText(['1', '2', '3', '4', '5'].map((n) => `{"n":${n}}`).join('\n'))
  const { session } = opened
  await session.choose({
    kind: 'range',
    view: all,
    from: { row: 1 },
    to: { row: 0 },
    keepsOthers: false,
  })
  await session.choose({ kind: 'toggle', view: all, row: { row: 3 } })
  expect(await session.chosenText()).toEqual({ ok: true, value: '{"n":1}\n{"n":2}\n{"n":4}' })
  await run(opened, 'duplicate')
  const numbers = (await opened.texts()).map((text) => text.replace(/\D/g, '')).join('')
  expect(numbers).toBe('12123445')
  await session.undo()
  expect(opened.facts()).toMatchObject({ lines: 5, isDirty: false })
})

test('an export of what is chosen has these lines in the order of the document', async () => {
  const opened = await openText(['1', '2', '3', '4'].map((n) => `{"n":${n}}`).join('\n'))
  const { session } = opened
  await session.edit({ kind: 'insert', at: 0, texts: ['{"n":0}', '{"n":9}'] })
  for (const row of [5, 2, 1]) await session.choose({ kind: 'toggle', view: all, row: { row } })
  const exporterId = 'jsonl'
  const blob = await session.exportBlob(
    { jobId: 'x', selection: { kind: 'chosen' }, exporterId },
    () => {},
  )
  expect(blob.ok && (await blob.value.blob.text())).toBe('{"n":9}\n{"n":1}\n{"n":4}')
  expect(opened.facts().isExported).toBe(false)
})

test('all lines of a cause are deleted as one step, and a deletion can be cancelled', async () => {
  const lines = Array.from({ length: 2000 }, (_, i) => request(`r${i % 1500}`))
  const opened = await openText(lines.join('\n'))
  const code = 'duplicate-custom-id'
  const command = { kind: 'delete', target: { kind: 'cause', code } } as const
  expect(opened.facts().causes).toMatchObject([{ code, count: 500, isRepeat: true }, {}])
  await opened.session.cancel('many')
  const cancelled = await opened.session.editMany(command, 'many', () => {})
  expect(!cancelled.ok && cancelled.failure.kind).toBe('cancelled')
  expect(opened.facts().lines).toBe(2000)
  await opened.session.editMany(command, 'again', () => {})
  expect(opened.facts()).toMatchObject({ lines: 1500, invalid: 0, causes: [] })
  await opened.session.undo()
  expect(opened.facts()).toMatchObject({ lines: 2000, invalid: 500, isDirty: false })
})

test('lines are told of that are among others', async () => {
  const opened = await openText('{"a":1}\n{"a":2,}\n{"a":3,}')
  const target = { kind: 'cause', code: 'trailing-comma' } as const
  const ids = [0, 2, 99].map((id) => id as LineId)
  expect(await opened.session.linesAmong(target, ids)).toEqual({ ok: true, value: [2] })
})

test('lines that come back after another format was tried count once', async () => {
  const text = ['a', 'b', 'a', 'c'].map((id) => request(id)).join('\n')
  const opened = await openText(text, { formatId: 'batchInput' })
  const before = await shownOf(opened)
  const { session } = opened
  for (const row of [2, 3]) await session.choose({ kind: 'toggle', view: all, row: { row } })
  await run(opened, 'delete')
  await session.setFormat('plainJsonl', 'other')
  await session.setFormat('batchInput', 'again')
  await session.undo()
  expect(await shownOf(opened)).toEqual(before)
  await session.redo()
  await session.undo()
  expect(await shownOf(opened)).toEqual(before)
})
