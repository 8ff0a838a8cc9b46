import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import type { LineId } from '../../base/units.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { idAt, type OpenedText, openText } from '../../session/testing/openText.ts'
import { runs } from '../../tooling/runs.ts'

const CODE = 'record-over-lines'

function causes({ facts }: OpenedText): Record<string, number> {
  return Object.fromEntries(facts().causes.map(({ code, count }) => [code, count]))
}

async function detailAt({ session }: OpenedText, index: number): Promise<LineDetail> {
  return valueOf(await session.readLine((await idAt(session, index)) as LineId))
}

const REPORT = [
  '{"event":"start","n":1}',
  '{"event":"page","text":"Prices:',
  '',
  '| tea | 2 |',
  '42',
  'end"}',
  '{"event":"stop","n":3}',
  '',
].join('\n')

describe('a string with raw line breaks', () => {
  test('is one finding over its lines, the blank one and the number included', async () => {
    const opened = await openText(REPORT)
    expect(causes(opened)).toEqual({ [CODE]: 5 })
    expect(await opened.verdicts()).toEqual([
      'valid',
      ...Array.from({ length: 5 }, () => 'invalid'),
      'valid',
    ])
    const message =
      'Lines 2–6 are one record: strings in it hold 4 line breaks, which JSON writes as \\n. Join the lines into one.'
    for (const index of [1, 2, 5]) {
      const { diagnostics, fixes } = await detailAt(opened, index)
      expect(inEnglish(diagnostics)).toMatchObject([{ code: CODE, message }])
      expect(fixes).toMatchObject([
        {
          id: 'joinRecord',
          after: ['{"event":"page","text":"Prices:\\n\\n| tea | 2 |\\n42\\nend"}'],
          othersCount: 0,
        },
      ])
    }
  })

  test('is joined by one step, from any of its lines, and undone by one', async () => {
    for (const index of [1, 2, 5]) {
      const opened = await openText(REPORT)
      const before = await opened.texts()
      const id = (await idAt(opened.session, index)) as LineId
      await opened.session.edit({ kind: 'applyFix', id, fixId: 'joinRecord', code: CODE })
      expect(await opened.texts()).toEqual([
        '{"event":"start","n":1}',
        '{"event":"page","text":"Prices:\\n\\n| tea | 2 |\\n42\\nend"}',
        '{"event":"stop","n":3}',
      ])
      expect(await opened.verdicts()).toEqual(['valid', 'valid', 'valid'])
      await opened.session.undo()
      expect(await opened.texts()).toEqual(before)
      expect(causes(opened)).toEqual({ [CODE]: 5 })
      await opened.session.redo()
      expect(opened.facts()).toMatchObject({ lines: 3, invalid: 0 })
    }
  })

  test('keeps a CR only where it is the text’s own', async () => {
    const crlf = await openText('{"a":1}\r\n{"a":"x\r\ny"}\r\n{"a":2}\r\n')
    expect((await detailAt(crlf, 1)).fixes[0]?.after).toEqual(['{"a":"x\\ny"}'])
    const lf = await openText('{"a":1}\n{"a":"x\r\ny"}\n{"a":2}\n{"a":3}\n')
    expect((await detailAt(lf, 1)).fixes[0]?.after).toEqual(['{"a":"x\\r\\ny"}'])
  })

  test('of several records, all are joined at once', async () => {
    const opened = await openText(
      [1, 2, 3].map((n) => `{"a":"x\ny"}\n{"a":"x\ny"}\n{"a":${n}}\n{"a":"x\n\ny"}\n`).join(''),
    )
    expect(causes(opened)).toEqual({ [CODE]: 21 })
    expect((await detailAt(opened, 2)).fixes[0]?.othersCount).toBe(19)
    await opened.session.fixAll(CODE, 'joinRecord', 'job', () => {})
    expect(await opened.texts()).toEqual(
      [1, 2, 3].flatMap((n) => [
        '{"a":"x\\ny"}',
        '{"a":"x\\ny"}',
        `{"a":${n}}`,
        '{"a":"x\\n\\ny"}',
      ]),
    )
    expect(opened.facts().invalid).toBe(0)
    await opened.session.undo()
    expect(causes(opened)).toEqual({ [CODE]: 21 })
  })
})

describe('a pretty-printed value among lines', () => {
  const compact = '{"messages":[{"role":"user","content":"a"}]}'
  const pretty = '{\n  "messages": [\n    {"role": "user", "content": "b"}\n  ]\n}'

  test('is joined without its indentation, and its inner lines count for nothing', async () => {
    const opened = await openText(`${`${compact}\n`.repeat(9)}${pretty}\n${compact}\n`)
    expect(causes(opened)).toMatchObject({ [CODE]: 5 })
    const { diagnostics, fixes } = await detailAt(opened, 11)
    expect(inEnglish(diagnostics[0]?.message)).toBe(
      'Lines 10–14 are one record, written over several lines. Join them into one.',
    )
    expect(fixes[0]?.after).toEqual(['{"messages": [{"role": "user", "content": "b"}]}'])
  })

  test('takes a key that stands in it out of the rules, and gives it back', async () => {
    const line = (id: string): string =>
      JSON.stringify({
        custom_id: id,
        method: 'POST',
        url: '/v1/embeddings',
        body: { model: 'm', input: 'x' },
      })
    const opened = await openText(`${line('a')}\n${line('b')}\n{"x": [\n${line('a')}\n]}\n`)
    expect(opened.facts().formatId).toBe('batchInput')
    expect(causes(opened)).toMatchObject({ [CODE]: 3 })
    expect(causes(opened)).not.toHaveProperty('duplicate-custom-id')
    await opened.session.edit({ kind: 'delete', ids: [2 as LineId] })
    expect(causes(opened)).toMatchObject({ 'duplicate-custom-id': 1 })
    await opened.session.undo()
    expect(causes(opened)).not.toHaveProperty('duplicate-custom-id')
    await opened.session.setFormat('plain', 'job')
    expect(causes(opened)).toEqual({ [CODE]: 3 })
    await opened.session.setFormat('batchInput', 'job')
    expect(causes(opened)).not.toHaveProperty('duplicate-custom-id')
    expect(causes(opened)).toMatchObject({ [CODE]: 3 })
  })
})

describe('what is not a record over several lines', () => {
  test.each([
    ['a record that is cut off before whole ones', '{"a":1}\n{"a":{"b":{"c\n{"a":2}\n{"a":3}\n'],
    ['a cut string before whole ones', '{"a":1}\n{"a":"some te\n{"a":2}\n{"a":3}\n'],
    ['cut at a comma', '{"a":1}\n{"a":[1,\n{"a":2}\n{"a":3}\n'],
    ['a bracket never closed', '{"a":1}\n{\n{"a":2}\n{"a":3}\n'],
    [
      'an array of records',
      '{"a":1}\n[\n{"a":2},\n{"a":3}\n]\n{"a":1}\n{"a":1}\n{"a":1}\n{"a":1}\n',
    ],
    ['a key over two lines', '{"a":1}\n{"a\nb":2}\n{"a":3}\n'],
    ['text after the end', '{"a":1}\n{"a":"x\ny"} z\n{"a":3}\n'],
    ['a backslash before the break', '{"a":1}\n{"a":"x\\\ny"}\n{"a":3}\n'],
    ['a tab in the string', '{"a":1}\n{"a":"x\n\ty"}\n{"a":3}\n'],
    ['the last record cut off', '{"a":1}\n{"a":2}\n{"a":"x\ny'],
  ])('%s', async (_, text) => {
    expect(causes(await openText(text))).not.toHaveProperty(CODE)
  })
})

test('an edit makes and unmakes a record', async () => {
  const opened = await openText('{"a":1}\n{"a":"x\n7\nbroken y"} z\n{"a":3}\n')
  expect(causes(opened)).not.toHaveProperty(CODE)
  const last = (await idAt(opened.session, 3)) as LineId
  await opened.session.edit({ kind: 'replace', id: last, texts: ['broken y"}'] })
  expect(causes(opened)).toEqual({ [CODE]: 3 })
  expect(await opened.session.validateText(last, 'other y"}')).toMatchObject({
    value: { diagnostics: [{ code: CODE }] },
  })
  const broken = await opened.session.validateText(last, 'other y')
  expect(broken.ok && broken.value.diagnostics.map(({ code }) => code)).not.toContain(CODE)
  await opened.session.undo()
  expect(causes(opened)).not.toHaveProperty(CODE)
  await opened.session.redo()
  await opened.session.edit({ kind: 'delete', ids: [(await idAt(opened.session, 1)) as LineId] })
  expect(causes(opened)).not.toHaveProperty(CODE)
  await opened.session.undo()
  const inner = (await idAt(opened.session, 2)) as LineId
  await opened.session.edit({ kind: 'move', id: inner, by: 1 })
  expect(causes(opened)).toMatchObject({ [CODE]: 2 })
  await opened.session.undo()
  expect(causes(opened)).toEqual({ [CODE]: 3 })
})

test('a line that closed a record and is gone again leaves none', async () => {
  const opened = await openText('{"a":1}\n{"x":\n{"a":2}\n')
  await opened.session.edit({ kind: 'insert', at: 3, texts: ['}'] })
  expect(causes(opened)).toEqual({ [CODE]: 3 })
  await opened.session.undo()
  expect(causes(opened)).not.toHaveProperty(CODE)
  await opened.session.redo()
  expect(causes(opened)).toEqual({ [CODE]: 3 })
})

test('after any edits the records are those of the same text opened again', async () => {
  const line = fc.constantFrom('{"a":1}', '{"a":"x', 'y"}', '', '7', '{', '"b":[', '2]', '}', 'z')
  const edit = fc.record({
    kind: fc.constantFrom('delete', 'insert', 'replace', 'move', 'undo', 'join'),
    at: fc.nat({ max: 30 }),
    text: line,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 2, maxLength: 12 }),
      fc.array(edit, { maxLength: 8 }),
      async (lines, edits) => {
        const opened = await openText(`{"a":1}\n{"a":2}\n${lines.join('\n')}\n`)
        const { session, facts } = opened
        for (const { kind, at, text } of edits) {
          const id = await idAt(session, at % Math.max(1, facts().lines))
          if (kind === 'undo') await session.undo()
          else if (kind === 'insert') {
            await session.edit({ kind, at: at % (facts().lines + 1), texts: [text] })
          } else if (id === undefined) continue
          else if (kind === 'delete') await session.edit({ kind, ids: [id] })
          else if (kind === 'replace') await session.edit({ kind, id, texts: [text] })
          else if (kind === 'move') await session.edit({ kind, id, by: at % 2 === 0 ? 1 : -1 })
          else await session.edit({ kind: 'applyFix', id, fixId: 'joinRecord', code: CODE })
        }
        const texts = await opened.texts()
        if (texts.length === 0) return
        const again = await openText(`${texts.join('\n')}\n`)
        const codesOf = async (one: OpenedText): Promise<string[]> => {
          const window = await one.session.readRows({ kind: 'cause', code: CODE }, 0, 100)
          return window.ok ? window.value.rows.map((row) => `${row.line} ${row.text}`) : []
        }
        expect(await codesOf(opened)).toEqual(await codesOf(again))
      },
    ),
    runs(60),
  )
})
