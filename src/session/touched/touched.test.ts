// The file of a document is written to while it is open, and no edit is lost with that.
import { describe, expect, test } from 'vitest'
import { lineId, lineNumberOf } from '../../base/units.ts'
import type { Attached } from '../../contracts/fileApi.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { KeptDraft } from '../../contracts/journal.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { DocumentSession } from '../documentSession.ts'
import { type DiskFile, diskFile } from '../testing/diskFile.ts'
import { createMemoryJournals, type MemoryJournals } from '../testing/memoryJournals.ts'

const FILE = '{"a":1}\n{"a":2,}\n{"a":3}\n{"a":4,}\n{"a":5}\n'

interface Opened {
  readonly session: DocumentSession
  readonly facts: () => DocumentFacts
  readonly text: () => Promise<string>
  readonly attach: (file: DiskFile, drafts?: readonly KeptDraft[]) => Promise<Attached>
}

/** Without `journals`, as where the browser keeps nothing. */
async function open(disk: DiskFile, journals?: MemoryJournals, id = 'first'): Promise<Opened> {
  const session = new DocumentSession(loadScannerModule, undefined, journals)
  let latest: DocumentFacts | undefined
  const journal = journals && { id, pageId: 'page' }
  await session.open(disk.file, { jobId: 'o', startedAt: 0, seed: 1n, journal }, (facts) => {
    latest = facts
  })
  return {
    session,
    facts: () => latest as DocumentFacts,
    text: () => textOf(session),
    async attach({ file }, drafts = []) {
      const options = { journal: journals && { id: `${id}+`, pageId: 'page' }, drafts }
      const result = await session.attach(
        file,
        { ...options, withLeft: true, isForced: false },
        'a',
        () => {},
      )
      if (!result.ok) throw new Error(result.failure.code)
      return result.value
    },
  }
}

async function textOf(session: DocumentSession): Promise<string> {
  const request = { jobId: 'e', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
  const exported = await session.exportBlob(request, () => {})
  if (!exported.ok) throw new Error(exported.failure.code)
  return exported.value.blob.text()
}

const replace = (id: number, ...texts: string[]) =>
  ({ kind: 'replace', id: lineId(id), texts }) as const

const check = (session: DocumentSession, current?: DiskFile, takesSamples = false) =>
  session.checkFile({ current: current?.file, takesSamples })

describe('the same bytes with another time', () => {
  test('are known again, and work goes on with undo and redo', async () => {
    const disk = diskFile(FILE)
    const { session, text } = await open(disk)
    await session.edit(replace(0, '{"b":1}'))
    disk.isTouched = true
    const failed = await check(session)
    expect(!failed.ok && failed.failure.kind).toBe('file-changed')
    const again = diskFile(FILE, 2)
    expect(await check(session, again)).toEqual({ ok: true, value: { kind: 'same' } })
    expect(await text()).toBe(FILE.replace('{"a":1}', '{"b":1}'))
    await session.undo()
    expect(await text()).toBe(FILE)
    await session.redo()
    expect(await text()).toBe(FILE.replace('{"a":1}', '{"b":1}'))
  })

  test('are known again in a file that is larger than its samples', async () => {
    const large = `${JSON.stringify({ text: 'x'.repeat(990) })}\n`.repeat(2000)
    const disk = diskFile(large)
    const { session } = await open(disk)
    await session.edit(replace(0, '{"b":1}'))
    // Known when this is answered: it reads to the end.
    expect((await check(session, diskFile(large, 2))).ok).toBe(true)
    // A byte that is in no sample.
    const at = 64 * 1024 + 16 * 1024 + 100
    const other = `${large.slice(0, at)}y${large.slice(at + 1)}`
    const changed = await check(session, diskFile(other, 3))
    expect(!changed.ok && changed.failure.kind).toBe('file-changed')
  })

  test('chosen again, they are the same document', async () => {
    const disk = diskFile(FILE)
    const { session, attach, text, facts } = await open(disk)
    await session.edit(replace(0, '{"b":1}'))
    const { revision } = facts()
    disk.isTouched = true
    expect(await attach(diskFile(FILE, 2))).toMatchObject({ kind: 'same', facts: { revision } })
    expect(await text()).toBe(FILE.replace('{"a":1}', '{"b":1}'))
  })
})

test('other bytes under the same size and time are found before something is written', async () => {
  const disk = diskFile(FILE)
  const { session } = await open(disk)
  await session.setFormat('plainJsonl', 'f')
  expect((await check(session, undefined, true)).ok).toBe(true)
  const other = diskFile(FILE.replace('5', '6')).file
  Object.assign(disk.file, { slice: other.slice.bind(other) })
  expect((await check(session)).ok).toBe(true)
  const found = await check(session, undefined, true)
  expect(!found.ok && found.failure.kind).toBe('file-changed')
})

describe.each([
  ['kept on the device', true],
  ['in memory alone', false],
])('a file with other lines, edits %s', (_, isKept) => {
  const start = (disk: DiskFile) => open(disk, isKept ? createMemoryJournals() : undefined)

  test('gets the edits whose lines are there, and the others are told', async () => {
    const disk = diskFile(FILE)
    const { session, attach, text } = await start(disk)
    await session.edit(replace(0, '{"b":1}'))
    await session.edit(replace(2, '{"b":3}'))
    await session.edit({ kind: 'insert', at: 4, texts: ['{"b":6}'] })
    await session.edit(replace(4, '{"b":5}'))
    await session.undo()
    disk.isTouched = true
    const changed = `{"new":1}\n${FILE.replace('3', '33')}`
    const attached = await attach(diskFile(changed, 2))
    expect(attached).toMatchObject({
      kind: 'read',
      isSameFile: false,
      applied: 2,
      left: [{ line: 3, before: '{"a":3}', texts: ['{"b":3}'] }],
    })
    expect(await text()).toBe(
      '{"new":1}\n{"b":1}\n{"a":2,}\n{"a":33}\n{"a":4,}\n{"b":6}\n{"a":5}\n',
    )
    await session.undo()
    await session.undo()
    expect(await text()).toBe(changed)
  })

  test('gives the others back when it is as it was', async () => {
    const { session, attach, text } = await start(diskFile(FILE))
    await session.edit(replace(0, '{"b":1}'))
    await session.edit(replace(2, '{"b":3}'))
    await attach(diskFile(FILE.replace('{"a":3}\n', ''), 2))
    const back = await attach(diskFile(FILE, 3))
    expect(back).toMatchObject({ kind: 'read', left: [] })
    expect(await text()).toBe(FILE.replace('{"a":1}', '{"b":1}').replace('{"a":3}', '{"b":3}'))
  })

  test('gets fixes of many lines, line by line', async () => {
    const { session, attach, text } = await start(diskFile(FILE))
    await session.fixAll('trailing-comma', undefined, 'fix', () => {})
    const changed = `{"a":4,}\n{"new":1}\n{"a":2,,}\n{"a":4,}\n`
    const attached = await attach(diskFile(FILE.replace('{"a":2,}', '{"a":2,,}'), 2))
    expect(attached).toMatchObject({
      applied: 1,
      left: [{ line: 2, before: '{"a":2,}', texts: ['{"a":2}'], command: 'fixAll' }],
    })
    expect(await text()).toBe(FILE.replace('{"a":2,}', '{"a":2,,}').replace('{"a":4,}', '{"a":4}'))
    await session.undo()
    const third = await attach(diskFile(changed, 3))
    expect(third).toMatchObject({ applied: 0 })
  })

  test('gets deletions, copies and new ids of many lines', async () => {
    const lines = (...ids: number[]) => ids.map((id) => `{"custom_id":"r${id}"}\n`).join('')
    const { session, attach, text } = await start(diskFile(lines(1, 2, 3, 4)))
    await session.setFormat('batchInput', 'f')
    const many = async (kind: 'delete' | 'duplicate', ...rows: number[]) => {
      await session.choose({ kind: 'none' })
      for (const row of rows) {
        await session.choose({ kind: 'toggle', view: { kind: 'all' }, row: { row } })
      }
      const chosen = await session.chosenLines()
      if (!chosen.ok) throw new Error('nothing is chosen')
      const target = { kind: 'lines', lines: chosen.value } as const
      await session.editMany({ kind, target }, 'm', () => {})
    }
    await many('delete', 0, 1)
    await many('duplicate', 0)
    expect(await text()).toBe(lines(3, 3, 4))
    const renumbered = await session.editMany(
      { kind: 'renumber', pattern: 'n{{#}}', start: 1, which: 'all' },
      'r',
      () => {},
    )
    expect(renumbered.ok).toBe(true)
    await attach(diskFile(lines(9, 2, 3, 4), 2))
    expect(await text()).toBe(
      '{"custom_id":"r9"}\n{"custom_id":"n1"}\n{"custom_id":"r3"}\n{"custom_id":"n3"}\n',
    )
  })

  test('keeps what was typed where its line is', async () => {
    const { session, attach } = await start(diskFile(FILE))
    const draft = (line: number, text: string, base: string) =>
      ({ id: lineId(line), line: lineNumberOf(line), text, base }) as const
    const drafts = [draft(0, '{"typed', '{"a":1}'), draft(2, '{"lost', '{"a":3}')]
    await session.keepDrafts(drafts)
    const attached = await attach(diskFile(`{}\n${FILE.replace('{"a":3}', '{}')}`, 2), drafts)
    expect(attached).toMatchObject({
      drafts: [{ id: lineId(1), text: '{"typed' }],
      left: [{ line: 3, texts: ['{"lost'] }],
    })
  })

  test('that cannot be read leaves all as it was', async () => {
    const { session, text, facts } = await start(diskFile(FILE))
    await session.edit(replace(0, '{"b":1}'))
    const gone = diskFile(`{}\n${FILE}`, 2)
    gone.isTouched = true
    const options = { drafts: [], withLeft: true, isForced: false }
    const failed = await session.attach(gone.file, options, 'a', () => {})
    expect(!failed.ok && failed.failure.kind).toBe('file-changed')
    expect(await text()).toBe(FILE.replace('{"a":1}', '{"b":1}'))
    expect(facts().edited).toBe(1)
  })
})

test('after it was read again, a crash gives all edits back', async () => {
  const journals = createMemoryJournals()
  const { session, attach, text } = await open(diskFile(FILE), journals)
  await session.edit(replace(0, '{"b":1}'))
  const longer = `${FILE}{"a":6}\n`
  await attach(diskFile(longer, 2))
  await session.edit(replace(5, '{"b":6}'))
  const before = await text()
  journals.crash()
  expect([...journals.files.keys()].toSorted()).toEqual(['first', 'first+'])
  const again = await open(diskFile(longer, 9), journals, 'again')
  const recovered = await again.session.recover('first+', 'r', () => {})
  expect(recovered.ok && recovered.value).toMatchObject({ isSameFile: true, applied: 2 })
  expect(await again.text()).toBe(before)
})

describe('a file that has grown', () => {
  test.each([
    ['lines', FILE, '{"a":6}\n{"a":7}\n', { lines: 2, goesOn: false }],
    ['a line without an end', FILE, '{"a":6}', { lines: 1, goesOn: false }],
    ['the end of its last line', FILE.trimEnd(), '\n', { lines: 0, goesOn: false }],
    ['that end and a line', FILE.trimEnd(), '\r\n{"a":6}\n', { lines: 1, goesOn: false }],
    ['the rest of its last line', FILE.slice(0, -3), '5}\n{"a":6}', { lines: 1, goesOn: true }],
    ['to a file that was empty', '', '{"a":1}\n', { lines: 1, goesOn: false }],
  ])('by %s is said to be so, and works as it was', async (_, content, more, expected) => {
    const { session, text } = await open(diskFile(content))
    const edit = await session.edit({ kind: 'insert', at: 0, texts: ['{"b":0}'] })
    expect(edit.ok).toBe(true)
    const before = await text()
    const checked = await check(session, diskFile(content + more, 2), true)
    expect(checked).toEqual({ ok: true, value: { kind: 'grown', ...expected } })
    expect(await text()).toBe(before)
  })

  test('is read, with undo and redo of what was done', async () => {
    const { session, attach, text } = await open(diskFile(FILE))
    await session.edit(replace(0, '{"b":1}'))
    await session.edit({ kind: 'insert', at: 5, texts: ['{"b":6}'] })
    await session.edit(replace(1, '{"b":2}'))
    await session.undo()
    const attached = await attach(diskFile(`${FILE}{"a":7}\n`, 2))
    expect(attached).toMatchObject({ isSameFile: true, applied: 2, left: [] })
    const now = `${FILE.replace('{"a":1}', '{"b":1}')}{"b":6}\n{"a":7}\n`
    expect(await text()).toBe(now)
    await session.redo()
    expect(await text()).toBe(now.replace('{"a":2,}', '{"b":2}'))
    for (let steps = 0; steps < 3; steps++) await session.undo()
    expect(await text()).toBe(`${FILE}{"a":7}\n`)
  })

  test('leaves the edit of a last line that was not whole', async () => {
    const { session, attach, text } = await open(diskFile('{"a":1}\n{"a":2'))
    await session.edit(replace(0, '{"b":1}'))
    await session.edit(replace(1, '{"b":2}'))
    const attached = await attach(diskFile('{"a":1}\n{"a":22}\n{"a":3}\n', 2))
    expect(attached).toMatchObject({ applied: 1, left: [{ line: 2, texts: ['{"b":2}'] }] })
    expect(await text()).toBe('{"b":1}\n{"a":22}\n{"a":3}\n')
  })
})

test('edited and added lines are there without the file, with what is typed', async () => {
  const long = JSON.stringify({ text: 'x'.repeat(5000), n: 1 })
  const disk = diskFile(`${FILE}${long}\n`)
  const { session } = await open(disk)
  await session.edit(replace(5, long.replace('1}', '2}')))
  await session.fixAll('trailing-comma', undefined, 'fix', () => {})
  await session.edit({ kind: 'insert', at: 3, texts: ['{"b":1}'] })
  disk.isTouched = true
  const draft = { id: lineId(4), text: '{"typed', base: '{"a":5}', line: lineNumberOf(4) }
  const exported = await session.exportEdited([draft])
  if (!exported.ok) throw new Error(exported.failure.code)
  const { blob, lines, missing } = exported.value
  expect(await blob.text()).toBe(
    `{"a":2}\n{"b":1}\n{"a":4}\n{"typed\n${long.replace('1}', '2}')}\n`,
  )
  expect({ lines, missing }).toEqual({ lines: 5, missing: 0 })
})

test('drafts of megabytes are kept, and larger ones are said not to be', async () => {
  const journals = createMemoryJournals()
  const { session } = await open(diskFile(FILE), journals)
  const draft = (bytes: number) => [
    { id: lineId(0), text: 'x'.repeat(bytes), base: '{"a":1}', line: lineNumberOf(0) },
  ]
  for (const size of [5_000_000, 5_000_001, 5_000_002]) {
    expect(await session.keepDrafts(draft(size))).toEqual({ ok: true, value: true })
  }
  expect(await session.keepDrafts(draft(40_000_000))).toEqual({ ok: true, value: false })
  journals.crash()
  const again = await open(diskFile(FILE), journals, 'again')
  const recovered = await again.session.recover('first', 'r', () => {})
  expect(recovered.ok && recovered.value.drafts[0]?.text.length).toBe(5_000_002)
})

test("a 'Fix all' of more lines than have their texts kept is made again where they are, and the others are counted", async () => {
  const large = '{"a":2,}\n'.repeat(50_001)
  const disk = diskFile(large)
  const { session, facts, attach } = await open(disk)
  await session.fixAll('trailing-comma', undefined, 'fix', () => {})
  expect(facts().invalid).toBe(0)
  const { left, ...read } = (await attach(diskFile(`{"a":1}\n${large}`, 2))) as Extract<
    Attached,
    { kind: 'read' }
  >
  expect(left).toEqual([{ command: 'fixAll', code: 'trailing-comma', count: 1, texts: [] }])
  expect(read.applied).toBe(1)
  expect(facts().invalid).toBe(1)
})
