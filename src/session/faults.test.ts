import { describe, expect, test } from 'vitest'
import { lineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { summariseJournal } from '../journal/readJournal.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { DocumentSession } from './documentSession.ts'
import { createMemoryFile, type MemoryFile } from './testing/memoryFile.ts'
import { createMemoryFolder } from './testing/memoryFolder.ts'
import { createMemoryJournals } from './testing/memoryJournals.ts'

const FILE = '{"a":1}\n{"a":2}\n{"a":3}\n'
const EDITED = FILE.replace('{"a":2}', '{"b":2}')
const BEFORE = 'what was there before\n'

const FULL = new DOMException('no room', 'QuotaExceededError')

/** A document with one edit, which is kept. */
async function openEdited(content: string | File = FILE) {
  const journals = createMemoryJournals()
  const session = new DocumentSession(loadScannerModule, undefined, journals)
  let isSafe: boolean | undefined
  const journal = { id: 'one', pageId: 'page' }
  await session.open(
    typeof content === 'string' ? new File([content], 'a.jsonl') : content,
    { jobId: 'o', startedAt: 0, journal },
    (news) => {
      isSafe = !news.isDirty || news.isExported
    },
  )
  await session.edit({ kind: 'replace', id: lineId(1), texts: ['{"b":2}'] })
  const bytes = () => journals.files.get('one') ?? new Uint8Array(0)
  const isUnsaved = () => summariseJournal(bytes())?.isUnsaved ?? false
  return { session, isUnsaved, isSafe: () => isSafe }
}

const WAYS = {
  save: (session: DocumentSession, { handle }: MemoryFile) => session.save(handle, 'w', () => {}),
  export: (session: DocumentSession, { handle }: MemoryFile) => {
    const request = { jobId: 'w', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
    return session.exportToFile(request, handle, () => {})
  },
}

for (const [way, write] of Object.entries(WAYS)) {
  describe(way, () => {
    for (const place of ['write', 'close'] as const) {
      test(`a disk that is full at ${place} leaves the old file and the journal`, async () => {
        const { session, isUnsaved, isSafe } = await openEdited()
        const target = createMemoryFile('target.jsonl', BEFORE)
        target.faults[place] = FULL
        const written = await write(session, target)
        expect(written).toMatchObject({ ok: false, failure: { code: 'disk-full' } })
        expect(await target.text()).toBe(BEFORE)
        expect(isUnsaved()).toBe(true)
        expect(isSafe()).toBe(false)

        delete target.faults[place]
        expect((await write(session, target)).ok).toBe(true)
        expect(await target.text()).toBe(EDITED)
        expect(isUnsaved()).toBe(false)
        expect(isSafe()).toBe(true)
      })
    }

    test('a file that may not be written says where else to go', async () => {
      for (const place of ['createWritable', 'write', 'close'] as const) {
        const { session, isUnsaved } = await openEdited()
        const target = createMemoryFile('target.jsonl', BEFORE)
        target.faults[place] = new DOMException('not now', 'NoModificationAllowedError')
        const written = await write(session, target)
        if (written.ok) throw new Error('It was not written.')
        expect(written.failure.code).toBe('write-not-allowed')
        expect(inEnglish(written.failure.message)).toContain('Choose another place')
        expect(await target.text()).toBe(BEFORE)
        expect(isUnsaved()).toBe(true)
      }
    })

    test('a file that changed or is gone while it was copied is said to be', async () => {
      for (const [error, code] of [
        ['NotReadableError', 'file-changed'],
        ['NotFoundError', 'file-gone'],
      ] as const) {
        // Large enough to be copied from the file as it is.
        const { session, isUnsaved } = await openEdited(`"${'x'.repeat(2_000_000)}"\n${FILE}`)
        const target = createMemoryFile('target.jsonl', BEFORE)
        target.faults.write = new DOMException('', error)
        expect(await write(session, target)).toMatchObject({ failure: { code } })
        expect(await target.text()).toBe(BEFORE)
        expect(isUnsaved()).toBe(true)
      }
    })
  })
}

describe('what another program appends to the open file while it is saved over', () => {
  const saveOver = (session: DocumentSession, { handle }: MemoryFile) =>
    session.save(handle, 'w', () => {}, true)

  /** The file is open, and is written to when `at` happens. */
  async function appendedAt(at: 'createWritable' | 'write'): Promise<{
    readonly target: MemoryFile
    readonly saved: Awaited<ReturnType<DocumentSession['save']>>
    readonly isUnsaved: boolean
  }> {
    const target = createMemoryFile('a.jsonl', FILE)
    const { session, isUnsaved } = await openEdited(await target.handle.getFile())
    target.whenAt[at] = () => target.append('{"a":4}\n')
    const saved = await saveOver(session, target)
    return { target, saved, isUnsaved: isUnsaved() }
  }

  test.each(['createWritable', 'write'] as const)('stays: at %s', async (at) => {
    const { target, saved, isUnsaved } = await appendedAt(at)
    expect(saved).toMatchObject({ ok: false, failure: { code: 'file-written-meanwhile' } })
    expect(await target.text()).toBe(`${FILE}{"a":4}\n`)
    expect(isUnsaved).toBe(true)
  })

  test.each([true, false])('stays before that, known: %s', async (isKnown) => {
    const target = createMemoryFile('a.jsonl', FILE)
    const { session } = await openEdited(await target.handle.getFile())
    target.append('{"a":4}\n')
    const current = await target.handle.getFile()
    if (isKnown) expect((await session.checkFile({ current, takesSamples: true })).ok).toBe(true)
    expect((await saveOver(session, target)).ok).toBe(false)
    expect(await target.text()).toBe(`${FILE}{"a":4}\n`)
    // Elsewhere there is nothing to lose.
    const other = createMemoryFile('b.jsonl')
    expect((await WAYS.save(session, other)).ok).toBe(true)
    expect(await other.text()).toBe(EDITED)
  })
})

test('of several files those before the full disk are whole, and no other is there', async () => {
  const { session } = await openEdited()
  const folder = createMemoryFolder()
  const files = ['one', 'two', 'three'].map((name) => ({ name, blob: new Blob([`${name}\n`]) }))
  folder.faults.set('two', FULL)
  expect(await session.writeFiles(files, folder.handle, 'w', () => {})).toMatchObject({
    failure: { code: 'disk-full' },
  })
  expect(await folder.texts()).toEqual({ one: 'one\n' })
})

test('a file that is gone before its first byte is read is said to be', async () => {
  const session = new DocumentSession(loadScannerModule)
  const file = new File([FILE], 'a.jsonl')
  file.slice = () => {
    const gone = new Blob([])
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    return gone
  }
  expect(await session.open(file, { jobId: 'o', startedAt: 0 }, () => {})).toMatchObject({
    ok: false,
    failure: { code: 'file-gone' },
  })
})
