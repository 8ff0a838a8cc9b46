// What is said once for a file that is not what its lines suggest.
import { describe, expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { idAt, type OpenedText, openText } from './testing/openText.ts'

function issuesOf({ facts }: OpenedText): object[] {
  const { causes, fileFindings } = facts()
  return [
    ...causes.map(({ code, count }) => ({ code, count })),
    ...fileFindings.map(({ code }) => ({ code })),
  ]
}

async function lineOf({ session }: OpenedText, index: number) {
  const detail = await session.readLine((await idAt(session, index)) as LineId)
  if (!detail.ok) throw new Error(detail.failure.code)
  return detail.value
}

const record = (n: number): string => `{"id":${n},"text":"a"}`

describe('one document instead of lines is one issue', () => {
  const PRETTY = `${JSON.stringify(
    [
      { id: 1, tags: ['x', 'y'] },
      { id: 2, tags: ['x'] },
    ],
    null,
    2,
  )}\n`

  test('an array over many lines, which no line fixes', async () => {
    const opened = await openText(PRETTY)
    const { lines, causes } = opened.facts()
    expect(issuesOf(opened)).toEqual([{ code: 'json-array', count: lines }])
    expect(inEnglish(causes[0]?.message)).toContain('one JSON array of 2 elements')
    for (let index = 0; index < lines; index++) {
      const { diagnostics, fixes } = await lineOf(opened, index)
      expect(diagnostics.map(({ code }) => code)).toEqual(['json-array'])
      expect(diagnostics[0]).not.toHaveProperty('range')
      expect(fixes).toEqual([])
    }
  })

  test('an element per line: a line that is put right is one', async () => {
    const opened = await openText(`[\n${record(1)},\n${record(2)},\n${record(3)}\n]\n`)
    expect(issuesOf(opened)).toEqual([{ code: 'json-array', count: 4 }])
    await opened.session.edit({ kind: 'delete', ids: [0, 4] as LineId[] })
    for (const index of [0, 1]) {
      const id = (await idAt(opened.session, index)) as LineId
      await opened.session.edit({ kind: 'replace', id, texts: [record(index)] })
    }
    expect(issuesOf(opened)).toEqual([])
    expect(await opened.verdicts()).toEqual(['valid', 'valid', 'valid'])
  })

  test('an array on one line is split by one press', async () => {
    const opened = await openText(`[${record(1)}, ${record(2)}]\n`)
    expect(issuesOf(opened)).toEqual([{ code: 'json-array', count: 1 }])
    await opened.session.edit({
      kind: 'applyFix',
      id: 0 as LineId,
      fixId: 'splitArray',
      code: 'json-array',
    })
    expect(await opened.texts()).toEqual([record(1), record(2)])
    expect(issuesOf(opened)).toEqual([])
  })

  test('an array in an object', async () => {
    const opened = await openText(`${JSON.stringify({ data: [{ a: 1 }, { a: 2 }] }, null, 1)}\n`)
    expect(issuesOf(opened)).toEqual([{ code: 'wrapped-array', count: opened.facts().lines }])
    expect(inEnglish(opened.facts().causes[0]?.message)).toContain(
      '"data" holds an array of 2 elements',
    )
  })

  test('pretty-printed records are joined, each into a line', async () => {
    const text = [{ a: [1] }, { a: [2] }].map((one) => JSON.stringify(one, null, 2)).join('\n')
    const opened = await openText(`${text}\n`)
    expect(issuesOf(opened)).toEqual([{ code: 'record-over-lines', count: 10 }])
    await opened.session.fixAll('record-over-lines', 'joinRecord', 'job', () => {})
    expect(await opened.texts()).toEqual(['{"a": [1]}', '{"a": [2]}'])
    expect(issuesOf(opened)).toEqual([])
  })
})

describe('what is not JSON at all is one issue without fix', () => {
  test.each([
    ['CSV', 'id,text\n1,"Hi, you"\n\n2,Why\n3,Then\n'],
    ['TSV', 'id\ttext\n1\tHi\n2\tWhy\n'],
    ['Plain text', `${'Write a poem.\n\nWhat is it?\nSay hi.\nTell me.\n'.repeat(9)}42\n`],
    ['YAML', '---\na: 1\nb:\n  - c\n'],
    ['HTML', '<!doctype html>\n<html>\n<body>[1]</body>\n</html>\n'],
    ['Log', '2026-01-31 10:00:00 INFO a\n2026-01-31 10:00:01 WARN b\n2026-01-31 10:00:02 c\n'],
  ])('%s', async (kind, text) => {
    const opened = await openText(text)
    const { causes, invalid, lines, blank } = opened.facts()
    const [cause] = causes
    expect(cause).toMatchObject({ code: 'not-json', count: lines - blank })
    expect(cause && inEnglish(cause.title)).toMatch(new RegExp(`^${kind}`))
    expect(cause).not.toHaveProperty('fix')
    expect(invalid).toBe(lines - blank)
    expect(causes.slice(1).every(({ code }) => code === 'blank-line')).toBe(true)
    expect((await lineOf(opened, 0)).fixes).toEqual([])
  })

  test('a line that is typed as JSON is validated as such', async () => {
    const opened = await openText('id,text\n1,Hi\n2,Why\n')
    const id = 0 as LineId
    await opened.session.edit({ kind: 'replace', id, texts: ['{"id":1,}'] })
    expect(issuesOf(opened)).toContainEqual({ code: 'trailing-comma', count: 1 })
    expect((await lineOf(opened, 0)).diagnostics[0]?.code).toBe('trailing-comma')
    await opened.session.edit({ kind: 'replace', id, texts: ['{"id":1}'] })
    expect(await opened.verdicts()).toEqual(['valid', 'invalid', 'invalid'])
  })
})

test('the data of an event stream are kept by one press, and one step back', async () => {
  const stream = ': hi\n\nevent: a\ndata: {"id":1}\n\ndata: {"id":2}\n\ndata: [DONE]\n\n'
  const opened = await openText(stream)
  expect(opened.facts().causes[0]).toMatchObject({ code: 'event-stream', count: 9 })
  expect(opened.facts()).toMatchObject({ blank: 4, invalid: 5 })
  await opened.session.fixAll('event-stream', 'keepEventData', 'job', () => {})
  expect(await opened.texts()).toEqual(['{"id":1}', '{"id":2}'])
  expect(issuesOf(opened)).toEqual([])
  await opened.session.undo()
  expect(await opened.texts()).toHaveLength(9)
})

test('lines that end with CR alone are split', async () => {
  const opened = await openText('{"a":1}\r{"a":2}\r{"a":3,}\r')
  expect(issuesOf(opened)).toEqual([{ code: 'lone-cr', count: 1 }])
  const command = { kind: 'applyFix', id: 0 as LineId, fixId: 'splitAtReturns' } as const
  await opened.session.edit({ ...command, code: 'lone-cr' })
  expect(issuesOf(opened)).toContainEqual({ code: 'trailing-comma', count: 1 })
  expect(await opened.verdicts()).toEqual(['valid', 'valid', 'invalid'])
})

describe('what is refused has one finding, and nothing else is said of it', () => {
  test.each([
    ['compressed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0)],
    ['utf-16', new Uint8Array(Buffer.from('{"a":1}\n'.repeat(9), 'utf16le'))],
    ['nul-file', new Uint8Array(100)],
    ['not-text', Uint8Array.from({ length: 4000 }, (_, i) => (i * 167 + (i >> 3)) % 251)],
  ])('%s', async (code, bytes) => {
    const opened = await openText(bytes)
    expect(opened.facts().state).toBe('failed')
    expect(issuesOf(opened)).toEqual([{ code }])
    expect(opened.facts().entries).toEqual([])
  })
})

test('runs of NUL bytes go by one press', async () => {
  const run = '\0'.repeat(5000)
  const opened = await openText(`${record(1)}\n${run}\n${run}${record(2)}\n`)
  expect(issuesOf(opened)).toEqual([{ code: 'nul-byte', count: 2 }])
  await opened.session.fixAll('nul-byte', 'removeNul', 'job', () => {})
  expect(await opened.texts()).toEqual([record(1), record(2)])
})

test('a bulk file needs its last newline', async () => {
  const text = '{"index":{"_id":"1"}}\n{"a":1}\n{"index":{"_id":"2"}}\n{"a":2}'
  expect((await openText(text)).facts().fileFindings).toMatchObject([
    { code: 'missing-final-newline', severity: 'error' },
  ])
  expect((await openText('{"a":1}\n{"a":2}')).facts().fileFindings).toMatchObject([
    { code: 'missing-final-newline', severity: 'hint' },
  ])
})
