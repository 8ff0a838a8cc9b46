import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '../base/concatBytes.ts'
import { lineId, lineNumberOf } from '../base/units.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import { runs } from '../tooling/runs.ts'
import { draftBytes, newestDrafts } from './draftsFile.ts'
import type { JournalHeader } from './journalHeader.ts'
import type { CommandRecord } from './journalRecord.ts'
import { readJournal, summariseJournal } from './readJournal.ts'
import { RecordKind, StepCount } from './stepCount.ts'
import { effectiveRecords, typedLines } from './typedLines.ts'
import { headerBytes, recordBytes, signBytes } from './writeJournal.ts'

const HEADER: JournalHeader = {
  version: 1,
  name: 'input.jsonl',
  size: 3,
  lastModified: 1,
  fingerprint: 'ab',
  seed: '18446744073709551615',
  formatId: 'batchInput',
  isFormatChosen: false,
  pageId: '1-2-3-4',
  begunAt: 2,
}

const ids = fc.nat(2 ** 41).map(lineId)
const lineSets = fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes))
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  // Lone surrogates, and what the frames are made of.
  fc.constantFrom('\ud800', '\u001eLPJ', '{"base64":"QQ=="}', ''),
)

const commands: fc.Arbitrary<LoggedCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    command: fc.oneof(
      fc.record({
        kind: fc.constant('replace' as const),
        id: ids,
        texts: fc.array(texts, { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('delete' as const), ids: fc.array(ids, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), texts: fc.array(texts) }),
    ),
  }),
  fc.record({
    kind: fc.constant('editMany' as const),
    command: fc.record({
      kind: fc.constantFrom('delete' as const, 'duplicate' as const),
      target: fc.record({ kind: fc.constant('lines' as const), lines: lineSets }),
    }),
  }),
  fc.record({ kind: fc.constant('fixAll' as const), code: texts }),
  fc.record({ kind: fc.constant('setFormat' as const), formatId: texts }),
  fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }),
)

const records: fc.Arbitrary<CommandRecord> = fc.record({
  command: commands,
  after: fc.record({ lines: fc.nat(), bytes: fc.nat(2 ** 40) }),
  at: fc.nat(2 ** 42),
})

function journalOf(all: readonly CommandRecord[]): {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the header ends, and each record. */
  readonly ends: readonly number[]
} {
  const parts = [headerBytes(HEADER), ...all.map((record, i) => recordBytes(i, record))]
  let end = 0
  const ends = parts.map((part) => (end += part.length))
  return { bytes: concatBytes(parts), ends }
}

describe('a journal', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 12 }), (all) => {
        const { bytes } = journalOf(all)
        const read = readJournal(bytes)
        expect(read).toMatchObject({ header: HEADER, lost: 0, count: all.length, beyond: [] })
        expect(read?.records).toEqual(all)
        expect(read?.end).toBe(bytes.length)
      }),
      runs(300),
    )
  })

  test('cut at any byte has every record that is whole, and says that one is not', () => {
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 8 }), fc.nat(), (all, place) => {
        const { bytes, ends } = journalOf(all)
        const [headerEnd = 0] = ends
        const at = headerEnd + (place % (bytes.length - headerEnd))
        const read = readJournal(bytes.slice(0, at))
        const whole = ends.filter((end) => end <= at).length - 1
        expect(read?.records).toEqual(all.slice(0, whole))
        expect(read?.lost).toBe(ends.includes(at) ? 0 : 1)
        expect(read?.end).toBe(ends[whole])
      }),
      runs(300),
    )
  })

  test('with a flipped bit has every record before it, and counts and shows those after it', () => {
    fc.assert(
      fc.property(
        fc.array(records, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(7),
        (all, place, bit) => {
          const { bytes, ends } = journalOf(all)
          const at = place % bytes.length
          const damaged = bytes.slice()
          damaged[at] = (damaged[at] as number) ^ (1 << bit)
          const read = readJournal(damaged)
          expect(read?.header).toEqual(HEADER)
          // Either copy of the header is enough.
          const hit = ends.findIndex((end) => at < end) - 1
          const right = hit < 0 ? all.length : hit
          expect(read?.records).toEqual(all.slice(0, right))
          expect(read?.beyond).toEqual(all.slice(right + 1))
          expect(read?.lost).toBe(all.length - right)
        },
      ),
      runs(600),
    )
  })

  test('of garbage is none, and of another version is left alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readJournal(bytes)).toBeUndefined()
      }),
    )
    const later = { ...HEADER, version: 2 } as unknown as JournalHeader
    expect(readJournal(headerBytes(later))).toBeUndefined()
  })

  test('has the steps that its document has', () => {
    const kinds = [RecordKind.step, RecordKind.undo, RecordKind.redo, RecordKind.exported]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 30 }), (all) => {
        const history = new StepCount()
        // The same with lists, as people think of it.
        let done: number[] = []
        let undone: number[] = []
        let exported: string | undefined
        for (const [i, kind] of all.entries()) {
          history.add(kind)
          if (kind === RecordKind.step) [done, undone] = [[...done, i], []]
          const last = done.at(-1)
          const next = undone.at(-1)
          if (kind === RecordKind.undo && last !== undefined) {
            done = done.slice(0, -1)
            undone = [...undone, last]
          }
          if (kind === RecordKind.redo && next !== undefined) {
            undone = undone.slice(0, -1)
            done = [...done, next]
          }
          if (kind === RecordKind.exported) exported = done.join()
        }
        expect(history.steps).toBe(done.length)
        expect(history.isUnsaved).toBe(done.length > 0 && done.join() !== exported)
      }),
      runs(500),
    )
  })

  test('is summarised without its commands', () => {
    const { bytes } = journalOf([
      { command: { kind: 'fixAll', code: 'a' }, after: { lines: 1, bytes: 1 }, at: 1 },
    ])
    expect(summariseJournal(bytes)).toMatchObject({ steps: 1, isUnsaved: true, isFull: false })
    const exported = concatBytes([bytes, signBytes(1, RecordKind.exported)])
    expect(summariseJournal(exported)).toMatchObject({ steps: 1, isUnsaved: false })
    const full = concatBytes([bytes, signBytes(1, RecordKind.full)])
    expect(summariseJournal(full)).toMatchObject({ isUnsaved: true, isFull: true })
  })
})

describe('drafts', () => {
  test('the newest that is whole counts, wherever it stands', () => {
    const draft = (text: string) => [{ id: lineId(1), text, base: '', line: lineNumberOf(0) }]
    const first = draftBytes(4, draft('old'))
    const second = draftBytes(5, draft('new'))
    expect(newestDrafts(concatBytes([second, first]))?.drafts).toEqual(draft('new'))
    expect(newestDrafts(concatBytes([first, second.slice(0, -1)]))?.drafts).toEqual(draft('old'))
    expect(newestDrafts(new Uint8Array(9))).toBeUndefined()
  })
})

describe('what was typed', () => {
  const edit = (id: number, text: string): CommandRecord => ({
    command: { kind: 'edit', command: { kind: 'replace', id: lineId(id), texts: [text] } },
    after: { lines: 1, bytes: 1 },
    at: 1,
  })
  const step = (kind: 'undo' | 'redo'): CommandRecord => ({ ...edit(0, ''), command: { kind } })

  test('is each line as it was in the end', () => {
    const all = [edit(1, 'a'), edit(2, 'b'), edit(1, 'c')]
    expect(typedLines(all).map(({ text }) => text)).toEqual(['c', 'b'])
    const draft = { id: lineId(2), text: 'typed', base: 'b', line: lineNumberOf(1) }
    expect(typedLines(all, [draft]).map(({ text }) => text)).toEqual(['c', 'typed'])
  })

  test('leaves out what was undone', () => {
    const all = [edit(1, 'a'), edit(2, 'b'), step('undo'), step('undo'), step('redo')]
    expect(effectiveRecords(all)).toEqual([edit(1, 'a')])
    expect(effectiveRecords([...all, edit(3, 'c'), step('redo')])).toEqual([
      edit(1, 'a'),
      edit(3, 'c'),
    ])
  })
})
