import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineId, lineNumberOf } from '../../base/units.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { Recovery } from '../../contracts/journal.ts'
import { concatBytes } from '../../base/concatBytes.ts'
import { memorySource } from '../../document/byteSource.ts'
import type { JournalHeader } from '../../journal/journalHeader.ts'
import { readJournal, summariseJournal } from '../../journal/readJournal.ts'
import { fingerprintOf } from '../../resultCache/fileFingerprint.ts'
import { headerBytes, JOURNAL_LIMIT_BYTES } from '../../journal/writeJournal.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { runs } from '../../tooling/runs.ts'
import { DocumentSession } from '../documentSession.ts'
import { createMemoryFile } from '../testing/memoryFile.ts'
import { createMemoryJournals, type MemoryJournals } from '../testing/memoryJournals.ts'

const ID = 'first'

interface Opened {
  readonly session: DocumentSession
  readonly facts: () => DocumentFacts
  readonly text: () => Promise<string>
}

async function open(
  journals: MemoryJournals,
  content: string,
  id = ID,
  lastModified = 1,
): Promise<Opened> {
  const session = new DocumentSession(loadScannerModule, undefined, journals)
  const file = new File([content], 'lines.jsonl', { lastModified })
  let latest: DocumentFacts | undefined
  const options = { jobId: 'open', startedAt: 0, seed: 1n, journal: { id, pageId: 'page' } }
  await session.open(file, options, (facts) => {
    latest = facts
  })
  return {
    session,
    facts: () => latest as DocumentFacts,
    async text() {
      const request = {
        jobId: 'export',
        selection: { kind: 'view', view: { kind: 'all' } },
        exporterId: 'jsonl',
      } as const
      const exported = await session.exportBlob(request, () => {})
      if (!exported.ok) throw new Error(exported.failure.code)
      return exported.value.blob.text()
    },
  }
}

async function recover({ session }: Opened, id = ID): Promise<Recovery> {
  const result = await session.recover(id, 'recover', () => {})
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const replace = (id: number, ...texts: string[]) =>
  ({ kind: 'replace', id: lineId(id), texts }) as const

const FILE = '{"a":1}\n{"a":2,}\n{"a":3}\n{"a":4,}\n{"a":5}\n'

describe('after a crash', () => {
  test('all kinds of edits are done again, with undo and redo, and the journal goes on', async () => {
    const journals = createMemoryJournals()
    const first = await open(journals, FILE)
    await first.session.edit(replace(0, '{"a":10}'))
    await first.session.fixAll('trailing-comma', undefined, 'fix', () => {})
    await first.session.edit({ kind: 'insert', at: 5, texts: ['{"a":6}'] })
    await first.session.choose({ kind: 'toggle', view: { kind: 'all' }, row: { row: 2 } })
    const lines = await first.session.chosenLines()
    if (!lines.ok) throw new Error('nothing is chosen')
    await first.session.editMany(
      { kind: 'duplicate', target: { kind: 'lines', lines: lines.value } },
      'many',
      () => {},
    )
    await first.session.setFormat('plainJsonl', 'format')
    await first.session.edit({ kind: 'delete', ids: [lineId(4)] })
    await first.session.undo()
    const before = await first.text()
    expect(first.facts()).toMatchObject({ journal: 'kept', formatId: 'plainJsonl' })
    journals.crash()

    const second = await open(journals, FILE, 'second', 99)
    const recovery = await recover(second)
    expect(recovery).toMatchObject({ isSameFile: true, applied: 4, lost: 0, isContinued: true })
    expect(await second.text()).toBe(before)
    expect(second.facts()).toMatchObject({ formatId: 'plainJsonl', isDirty: true, journal: 'kept' })
    await second.session.redo()
    expect(await second.text()).not.toContain('{"a":5}')
    for (let steps = 0; steps < 5; steps++) await second.session.undo()
    expect(await second.text()).toBe(FILE)
    await second.session.redo()
    journals.crash()

    const third = await open(journals, FILE, 'third')
    expect(await recover(third)).toMatchObject({ applied: 1, isContinued: true })
    expect(await third.text()).toBe(FILE.replace('1', '10'))
  })

  test('at any moment all is there that was answered, and at most one edit more', async () => {
    const edits = fc.array(fc.tuple(fc.nat(4), fc.nat(99)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(), async (all, place) => {
        const journals = createMemoryJournals()
        const { session, text } = await open(journals, FILE)
        const texts = [FILE]
        const sizes = [0]
        for (const [line, value] of all) {
          await session.edit(replace(line, `{"b":${value}}`))
          const size = journals.files.get(ID)?.length ?? 0
          const now = await text()
          // What changes nothing is no edit.
          if (now === texts.at(-1)) continue
          texts.push(now)
          sizes.push(size)
        }
        journals.crash()
        const bytes = journals.files.get(ID) as Uint8Array<ArrayBuffer>
        const from = (sizes[1] ?? 0) - 1
        const at = from + (place % (bytes.length - from + 1))
        journals.files.set(ID, bytes.slice(0, at))
        const again = await open(journals, FILE, 'again')
        const recovery = await recover(again)
        const whole = sizes.filter((size) => size > 0 && size <= at).length
        expect(recovery.applied).toBe(whole)
        expect(await again.text()).toBe(texts[whole])
      }),
      runs(60),
    )
  })

  test('all is there, also when the storage was cleared while the document was open', async () => {
    const journals = createMemoryJournals()
    const { session, facts, text } = await open(journals, FILE)
    await session.edit(replace(0, '{"b":0}'))
    const draft = { id: lineId(2), text: '{"a":', base: '{"a":3}', line: lineNumberOf(2) }
    await session.keepDrafts([{ ...draft, text: '{' }])
    journals.clear()
    await session.edit(replace(1, '{"b":1}'))
    await session.keepDrafts([draft])
    await session.edit(replace(3, '{"b":3}'))
    expect(facts()).toMatchObject({ journal: 'kept' })
    const before = await text()
    journals.crash()
    const again = await open(journals, FILE, 'again')
    expect(await recover(again)).toMatchObject({ applied: 3, lost: 0, drafts: [draft] })
    expect(await again.text()).toBe(before)
  })

  test('what was typed and not applied is there', async () => {
    const journals = createMemoryJournals()
    const { session } = await open(journals, FILE)
    const draft = { id: lineId(2), text: '{"a":', base: '{"a":3}', line: lineNumberOf(2) }
    await session.keepDrafts([{ ...draft, text: '{' }])
    await session.keepDrafts([draft])
    journals.crash()
    const again = await open(journals, FILE, 'again')
    expect(await recover(again)).toMatchObject({ applied: 0, drafts: [draft] })
  })

  test('a journal that is in use is not taken', async () => {
    const journals = createMemoryJournals()
    const { session } = await open(journals, FILE)
    await session.edit(replace(0, '{}'))
    const other = await open(journals, FILE, 'other')
    const taken = await other.session.recover(ID, 'recover', () => {})
    expect(!taken.ok && taken.failure.code).toBe('no-journal')
  })

  test('a document with edits of its own takes no others', async () => {
    const journals = createMemoryJournals()
    await (await open(journals, FILE)).session.edit(replace(0, '{}'))
    journals.crash()
    const other = await open(journals, FILE, 'other')
    await other.session.edit(replace(1, '{}'))
    const taken = await other.session.recover(ID, 'recover', () => {})
    expect(!taken.ok && taken.failure.code).toBe('document-changed')
    expect(journals.files.has(ID)).toBe(true)
  })

  test('a damaged journal gives what stands before the damage, lists the rest and stays', async () => {
    const journals = createMemoryJournals()
    const { session } = await open(journals, FILE)
    const sizes: number[] = []
    for (const id of [0, 1, 2]) {
      await session.edit(replace(id, `{"b":${id}}`))
      sizes.push(journals.files.get(ID)?.length ?? 0)
    }
    journals.crash()
    const bytes = journals.files.get(ID) as Uint8Array<ArrayBuffer>
    const at = (sizes[0] as number) + 30
    bytes[at] = (bytes[at] as number) ^ 1
    const before = bytes.slice()
    const again = await open(journals, FILE, 'again')
    const recovery = await recover(again)
    expect(recovery).toMatchObject({ applied: 1, lost: 2, isContinued: false })
    expect(recovery.left).toMatchObject([{ line: 3, texts: ['{"b":2}'] }])
    expect(await again.text()).toBe(FILE.replace('{"a":1}', '{"b":0}'))
    expect(journals.files.get(ID)).toEqual(before)
    await again.session.edit(replace(4, '{}'))
    journals.crash()
    const third = await open(journals, FILE, 'third')
    expect(await recover(third, 'again')).toMatchObject({ applied: 2, lost: 0 })
  })
})

describe('a log that the page held', () => {
  const log = [0, 1, 2].map((id) => ({
    kind: 'edit' as const,
    command: replace(id, `{"b":${id}}`),
  }))

  test('is written down when it is done again, so that a second crash loses nothing', async () => {
    const journals = createMemoryJournals()
    const first = await open(journals, FILE)
    for (const { command } of log) await first.session.edit(command)
    journals.crash()
    const second = await open(journals, FILE)
    expect((await second.session.restore(log, 'restore')).ok).toBe(true)
    expect(second.facts()).toMatchObject({ edited: 3, journal: 'kept' })
    await second.session.edit(replace(3, '{"b":3}'))
    const before = await second.text()
    journals.crash()
    const third = await open(journals, FILE, 'third')
    expect(await recover(third)).toMatchObject({ isSameFile: true, applied: 4, lost: 0 })
    expect(await third.text()).toBe(before)
  })
})

describe('in a file that has changed', () => {
  async function editsOn(content: string): Promise<{ journals: MemoryJournals; result: string }> {
    const journals = createMemoryJournals()
    const { session, text } = await open(journals, content)
    await session.edit(replace(0, '{"b":1}'))
    await session.edit(replace(0, '{"b":11}'))
    await session.edit({
      kind: 'applyFix',
      id: lineId(1),
      fixId: 'removeTrailingComma',
      code: 'trailing-comma',
    })
    await session.edit({ kind: 'delete', ids: [lineId(2)] })
    await session.edit(replace(4, '{"b":5}'))
    await session.undo()
    await session.edit({ kind: 'insert', at: 4, texts: ['{"b":6}'] })
    journals.crash()
    return { journals, result: await text() }
  }

  test('lines that moved are found, and one journal of its own begins', async () => {
    const { journals, result } = await editsOn(FILE)
    const again = await open(journals, `{"new":1}\n${FILE}`, 'again')
    const recovery = await recover(again)
    expect(recovery.left).toEqual([])
    expect(recovery).toMatchObject({ isSameFile: false, applied: 5, already: 0 })
    expect(await again.text()).toBe(`{"new":1}\n${result}`)
    journals.crash()
    const third = await open(journals, `{"new":1}\n${FILE}`, 'third')
    expect(await recover(third, 'again')).toMatchObject({ isSameFile: true, applied: 5 })
  })

  test('lines that are others are left, and told with both texts', async () => {
    const { journals } = await editsOn(FILE)
    const changed = FILE.replace('{"a":1}', '{"a":"other"}').replace('{"a":3}\n', '')
    const again = await open(journals, changed, 'again')
    const recovery = await recover(again)
    expect(recovery.applied).toBe(2)
    expect(recovery.left).toMatchObject([
      { line: 1, before: '{"a":1}', texts: ['{"b":1}'] },
      { line: 1, before: '{"b":1}', texts: ['{"b":11}'] },
      { line: 3, before: '{"a":3}', texts: [] },
    ])
    expect(await again.text()).toBe('{"a":"other"}\n{"a":2}\n{"a":4,}\n{"a":5}\n{"b":6}\n')
    expect(journals.files.has(ID)).toBe(true)
  })

  test('edits that the file has are not made twice', async () => {
    const { journals, result } = await editsOn(FILE)
    const again = await open(journals, result, 'again')
    const recovery = await recover(again)
    expect(await again.text()).toBe(result)
    // Of the line that is deleted nothing tells that it was.
    expect(recovery.left.map(({ line }) => line)).toEqual([1, 3])
    expect(recovery).toMatchObject({ applied: 0, already: 3 })
  })

  test('a line that is there twice is not guessed at', async () => {
    const { journals } = await editsOn(FILE)
    const again = await open(journals, `\n${FILE}${FILE}`, 'again')
    expect((await recover(again)).applied).toBe(0)
  })

  test('a byte that no sample saw is seen when its line is edited', async () => {
    const { journals } = await editsOn(FILE)
    const other = FILE.replace('{"a":3}', '{"a":7}')
    // Of a file that large that line 3 is in no sample: the fingerprint is that of the other file.
    const bytes = journals.files.get(ID) as Uint8Array<ArrayBuffer>
    const header = readJournal(bytes)?.header as JournalHeader
    const fingerprint = await fingerprintOf(memorySource(new TextEncoder().encode(other)))
    const records = bytes.slice(headerBytes(header).length)
    journals.files.set(ID, concatBytes([headerBytes({ ...header, fingerprint }), records]))
    const hidden = await open(journals, other, 'hidden')
    const recovery = await recover(hidden)
    expect(recovery.isSameFile).toBe(false)
    expect(recovery.left).toMatchObject([{ line: 3, before: '{"a":3}' }])
  })
})

describe('a journal ends', () => {
  test('when it is given up', async () => {
    const journals = createMemoryJournals()
    const { session } = await open(journals, FILE)
    await session.edit(replace(0, '{"b":1}'))
    expect(journals.files.has(ID)).toBe(true)
    await session.endJournal()
    expect(journals.files.size).toBe(0)
  })

  test('with saving, and the next edit begins one on what was saved', async () => {
    const journals = createMemoryJournals()
    const { session, facts } = await open(journals, FILE)
    await session.edit(replace(0, '{"b":1}'))
    const { handle, text } = createMemoryFile()
    expect((await session.save(handle, 'save', () => {})).ok).toBe(true)
    expect(journals.files.size).toBe(0)
    expect(facts().journal).toBeUndefined()
    await session.edit(replace(1, '{"b":2}'))
    journals.crash()
    const saved = await text()
    const again = await open(journals, saved, 'again')
    expect(await recover(again)).toMatchObject({ isSameFile: true, applied: 1 })
    expect(await again.text()).toBe(saved.replace('{"a":2,}', '{"b":2}'))
  })

  test('when all of it was exported, unless edits follow', async () => {
    const journals = createMemoryJournals()
    const { session } = await open(journals, FILE)
    await session.edit(replace(0, '{"b":1}'))
    const request = { jobId: 'e', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
    await session.exportBlob(request, () => {})
    const summary = () => summariseJournal(journals.files.get(ID) as Uint8Array)
    expect(summary()).toMatchObject({ steps: 1, isUnsaved: false })
    await session.edit(replace(0, '{"b":2}'))
    expect(summary()).toMatchObject({ steps: 2, isUnsaved: true })
    await session.undo()
    expect(summary()).toMatchObject({ steps: 1, isUnsaved: false })
  })

  test('where there is no room, and says so; what is there stays right', async () => {
    const journals = createMemoryJournals()
    const { session, facts } = await open(journals, FILE)
    await session.edit(replace(0, '{"b":1}'))
    const size = journals.files.get(ID)?.length ?? 0
    journals.room = size + 100
    expect((await session.edit(replace(1, `{"b":"${'x'.repeat(500)}"}`))).ok).toBe(true)
    expect(facts()).toMatchObject({ journal: 'full', edited: 2 })
    journals.room = Infinity
    await session.edit(replace(2, '{}'))
    journals.crash()
    const again = await open(journals, FILE, 'again')
    expect(await recover(again)).toMatchObject({ applied: 1 })
  })

  test('before it begins where the device is full of earlier ones', async () => {
    const journals = createMemoryJournals()
    journals.files.set('old', new Uint8Array(1))
    journals.totalBytes = () => Promise.resolve(5 * JOURNAL_LIMIT_BYTES)
    const { session, facts } = await open(journals, FILE)
    await session.edit(replace(0, '{}'))
    expect(facts().journal).toBe('no-room')
    expect([...journals.files.keys()]).toEqual(['old'])
  })

  test('and without such storage edits work as ever', async () => {
    const session = new DocumentSession(loadScannerModule)
    let facts: DocumentFacts | undefined
    const options = { jobId: 'o', startedAt: 0, journal: { id: ID, pageId: 'page' } }
    await session.open(new File([FILE], 'a.jsonl'), options, (news) => {
      facts = news
    })
    expect((await session.edit(replace(0, '{}'))).ok).toBe(true)
    expect(facts).toMatchObject({ edited: 1, journal: 'unavailable' })
  })
})
