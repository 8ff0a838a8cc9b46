// Findings that come with a file: they are of its lines for as long as these are as they are in the file.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddedLine, type LineId, lineId } from '../base/units.ts'
import type { AttachedFindings } from '../contracts/attachedFindings.ts'
import { msg, verbatim } from '../i18n/message.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import { createDevice } from './testing/device.ts'
import { createMemoryFile } from './testing/memoryFile.ts'
import { type OpenedText, openText } from './testing/openText.ts'

function request(id: string): string {
  return JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Hello' }] },
  })
}

/** Of five lines, the second and the fourth were cut, the third and the fourth moved. */
const ATTACHED: AttachedFindings = {
  findings: [
    {
      code: 'was-cut',
      severity: 'warning',
      title: msg('Cut'),
      message: verbatim('First.'),
      path: ['custom_id'],
    },
    { code: 'was-cut', severity: 'warning', title: msg('Cut'), message: verbatim('Second.') },
    { code: 'was-moved', severity: 'hint', title: msg('Moved'), message: verbatim('Moved.') },
  ],
  sets: [[], [0], [2], [1, 2]],
  byLine: Uint16Array.of(0, 1, 2, 3),
}
const FILE = ['a', 'b', 'c', 'd', 'e'].map((id) => `${request(id)}\n`).join('')

const openAttached = (content = FILE): Promise<OpenedText> =>
  openText(content, { attached: ATTACHED })

const countOf = ({ facts }: OpenedText, code = 'was-cut'): number =>
  facts().causes.find((cause) => cause.code === code)?.count ?? 0

async function messagesOf({ session }: OpenedText, id: number): Promise<readonly string[]> {
  const detail = await session.readLine(lineId(id))
  if (!detail.ok) throw new Error(detail.failure.code)
  return detail.value.diagnostics.map(({ message }) => inEnglish(message))
}

describe('attached findings', () => {
  test('are causes with counts, and findings of their lines with their own messages', async () => {
    const opened = await openAttached()
    const { session, facts } = opened
    expect(facts()).toMatchObject({ formatId: 'batchInput', warnings: 2, invalid: 0 })
    expect(facts().causes.map(({ code, count, message }) => [code, count, message])).toEqual([
      ['was-cut', 2, undefined],
      // What all of them say is said in the list.
      ['was-moved', 2, verbatim('Moved.')],
    ])
    expect(await opened.texts({ kind: 'cause', code: 'was-moved' })).toEqual([
      request('c'),
      request('d'),
    ])
    const next = await session.nextLine({ kind: 'cause', code: 'was-cut' }, { index: 1 }, 1)
    expect(next).toMatchObject({ ok: true, value: { line: { id: 3, index: 3 } } })
    expect(await messagesOf(opened, 0)).toEqual([])
    expect(await messagesOf(opened, 3)).toEqual(['Second.', 'Moved.'])
    const detail = await session.readLine(lineId(1))
    const { range } = (detail.ok && detail.value.diagnostics[0]) || {}
    expect(request('b').slice(range?.from, range?.to)).toBe('"b"')
  })

  test('stand beside what the format has to say', async () => {
    const opened = await openText(FILE.replace('"custom_id":"d"', '"custom_id":7'), {
      attached: ATTACHED,
      formatId: 'batchInput',
    })
    expect(opened.facts()).toMatchObject({ warnings: 1, invalid: 1 })
    expect(countOf(opened)).toBe(2)
    expect(await messagesOf(opened, 3)).toHaveLength(3)
  })

  test('go with an edit, and come back with undo', async () => {
    const opened = await openAttached()
    const { session } = opened
    await session.edit({ kind: 'replace', id: lineId(1), texts: [request('other')] })
    expect([countOf(opened), await messagesOf(opened, 1)]).toEqual([1, []])
    await session.edit({ kind: 'replace', id: lineId(1), texts: [request('another')] })
    await session.undo()
    expect(countOf(opened)).toBe(1)
    await session.undo()
    expect([countOf(opened), await messagesOf(opened, 1)]).toEqual([2, ['First.']])
    await session.redo()
    expect(countOf(opened)).toBe(1)
  })

  test('are not of a text that is typed, nor of a copy', async () => {
    const opened = await openAttached()
    const typed = await opened.session.validateText(lineId(1), request('typed'))
    expect(typed).toMatchObject({ ok: true, value: { verdict: 'valid', diagnostics: [] } })
    await opened.session.edit({ kind: 'duplicate', id: lineId(2) })
    expect([countOf(opened), countOf(opened, 'was-moved'), opened.facts().lines]).toEqual([2, 2, 6])
  })

  test("go with 'Fix all' from the lines that it changes alone", async () => {
    const opened = await openAttached(FILE.replace(`${request('d')}`, `${request('d')},`))
    expect(countOf(opened)).toBe(2)
    await opened.session.fixAll('trailing-comma', undefined, 'fix', () => {})
    expect(opened.facts()).toMatchObject({ invalid: 0 })
    expect(countOf(opened)).toBe(1)
    await opened.session.undo()
    expect(countOf(opened)).toBe(2)
  })

  test('stay when lines move, are deleted and come back', async () => {
    const opened = await openAttached()
    const { session } = opened
    await session.edit({ kind: 'move', id: lineId(1), by: -1 })
    expect(countOf(opened)).toBe(2)
    const target = { kind: 'cause', code: 'was-cut' } as const
    await session.editMany({ kind: 'delete', target }, 'many', () => {})
    expect(countOf(opened)).toBe(0)
    await session.undo()
    await session.undo()
    expect([countOf(opened), await messagesOf(opened, 3)]).toEqual([2, ['Second.', 'Moved.']])
  })

  test('come back to a line that was of a record over several lines', async () => {
    const opened = await openAttached()
    const { session } = opened
    await session.edit({ kind: 'insert', at: 1, texts: ['{"x":'] })
    await session.edit({ kind: 'insert', at: 3, texts: ['}'] })
    expect([countOf(opened, 'record-over-lines'), countOf(opened)]).toEqual([3, 1])
    expect(await messagesOf(opened, 1)).not.toContain('First.')
    const end = await session.lineIdAt(3)
    await session.edit({ kind: 'delete', ids: [(end.ok && end.value.line?.id) || lineId(0)] })
    expect([countOf(opened, 'record-over-lines'), countOf(opened)]).toEqual([0, 2])
    expect(await messagesOf(opened, 1)).toEqual(['First.'])
  })

  test('stay when lines are validated as another format, and after it was undone across that', async () => {
    const opened = await openAttached()
    const { session } = opened
    await session.edit({ kind: 'replace', id: lineId(1), texts: ['{}'] })
    await session.edit({ kind: 'delete', ids: [lineId(3)] })
    await session.setFormat('plainJsonl', 'format')
    expect([countOf(opened), countOf(opened, 'was-moved')]).toEqual([0, 1])
    await session.undo()
    await session.undo()
    expect([countOf(opened), countOf(opened, 'was-moved')]).toEqual([2, 2])
  })

  test('are of the lines that were saved, wherever these stand in the written file', async () => {
    const opened = await openAttached()
    const { session } = opened
    await session.edit({ kind: 'delete', ids: [lineId(0)] })
    await session.edit({ kind: 'replace', id: lineId(1), texts: [request('other')] })
    await session.edit({ kind: 'move', id: lineId(3), by: -1 })
    const written = createMemoryFile()
    await session.save(written.handle, 'save', () => {})
    const texts = [request('other'), request('d'), request('c'), request('e')]
    expect(await written.text()).toBe(`${texts.join('\n')}\n`)
    expect(await opened.texts({ kind: 'cause', code: 'was-cut' })).toEqual([request('d')])
    expect(await messagesOf(opened, 1)).toEqual(['Second.', 'Moved.'])
    expect(await messagesOf(opened, 2)).toEqual(['Moved.'])
  })

  test('are in no cached result, and no cached result is taken instead', async () => {
    const device = createDevice()
    await device.open(FILE, { attached: ATTACHED })
    expect(device.store.files.size).toBe(0)
    const plain = await device.open(FILE)
    expect(plain.facts()).toMatchObject({ isCached: false, warnings: 0 })
    expect(device.store.files.size).toBe(1)
    const attached = await device.open(FILE, { attached: ATTACHED })
    expect(attached.facts()).toMatchObject({ isCached: false, warnings: 2 })
  })

  test('that most lines have, and that stop nothing, are said once for the file', async () => {
    const findings = ATTACHED.findings.map((finding) => ({
      ...finding,
      canBeNotice: true as const,
    }))
    const byLine = Uint16Array.of(1, 1, 1, 1, 0)
    const opened = await openText(FILE, { attached: { ...ATTACHED, findings, byLine } })
    expect(opened.facts()).toMatchObject({
      warnings: 0,
      causes: [{ code: 'was-cut', severity: 'hint', isNotice: true, count: 4 }],
    })
  })
})

/** Braces make records over several lines of what stands between them. */
const text = fc.constantFrom('{}', '}', '{"a":', request('x'))
const step = fc.record({
  kind: fc.constantFrom('replace', 'delete', 'insert', 'move', 'undo', 'redo', 'format', 'many'),
  at: fc.nat(8),
  text,
})

async function carryOut(
  { session }: OpenedText,
  { kind, at, text: typed }: { kind: string; at: number; text: string },
): Promise<void> {
  const found = await session.lineIdAt(at)
  const id = found.ok ? found.value.line?.id : undefined
  if (kind === 'undo') await session.undo()
  else if (kind === 'redo') await session.redo()
  else if (kind === 'format') await session.setFormat(at < 4 ? 'plainJsonl' : 'batchInput', 'job')
  else if (kind === 'insert') await session.edit({ kind, at, texts: [typed] })
  else if (id === undefined) return
  else if (kind === 'replace') await session.edit({ kind, id, texts: [typed] })
  else if (kind === 'delete') await session.edit({ kind, ids: [id] })
  else if (kind === 'move') await session.edit({ kind, id, by: at < 4 ? 1 : -1 })
  else {
    const target = { kind: 'cause', code: 'was-moved' } as const
    await session.editMany({ kind: 'delete', target }, 'job', () => {})
  }
}

test('a line has what is attached to it if, and only if, it is as it is in the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const opened = await openText(FILE, { attached: ATTACHED, formatId: 'batchInput' })
      for (const each of steps) await carryOut(opened, each)
      const rows = await opened.session.readRows({ kind: 'all' }, 0, 100)
      if (!rows.ok) throw new Error(rows.failure.code)
      const expected = { 'was-cut': 0, 'was-moved': 0 }
      for (const { id, edited } of rows.value.rows) {
        const detail = await opened.session.readLine(id)
        if (!detail.ok) throw new Error(detail.failure.code)
        const codes = detail.value.diagnostics.map(({ code }) => code)
        const isOfRecord = codes.includes('record-over-lines')
        const own = edited || isAddedLine(id) || isOfRecord ? [] : attachedCodes(id)
        expect(codes.filter((code) => code.startsWith('was-'))).toEqual(own)
        for (const code of own) expected[code]++
      }
      expect([countOf(opened), countOf(opened, 'was-moved')]).toEqual(Object.values(expected))
    }),
    runs(200),
  )
})

function attachedCodes(id: LineId): ('was-cut' | 'was-moved')[] {
  return (ATTACHED.sets[ATTACHED.byLine[id] ?? 0] ?? []).map(
    (place) => ATTACHED.findings[place]?.code as 'was-cut' | 'was-moved',
  )
}
