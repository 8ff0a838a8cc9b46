// Codes that are switched off: verdicts, views, counts and exports follow at once, and nothing is forgotten.
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type OpenedText, openText } from './testing/openText.ts'

const request = (id: string, more = ''): string =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}]${more}}}`

/** A key that is unknown, and the ids of two lines are one. */
const FILE = `${[request('a'), request('b', ',"foo":1'), request('a'), '{"custom_id":}'].join('\n')}\n`

function counts({ facts }: OpenedText): unknown {
  const { invalid, warnings, causes, ignored } = facts()
  return {
    invalid,
    warnings,
    causes: causes.map(({ code }) => code).sort(),
    ignored: ignored.map(({ code, count }) => [code, count]),
  }
}

async function exported({ session }: OpenedText): Promise<string> {
  const made = await session.exportBlob(
    { selection: { kind: 'valid' }, exporterId: 'jsonl', options: {}, jobId: 'export' },
    () => {},
  )
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.blob.text()
}

test('what is ignored in every file has its name also in files without it', async () => {
  const opened = await openText(`${request('a')}\n`)
  await opened.session.setIgnored(['no-json-word', 'duplicate-custom-id', 'duplicate-key'])
  const names = opened.facts().ignored.map(({ code, title }) => [code, title && inEnglish(title)])
  expect(Object.fromEntries(names)).toEqual({
    'no-json-word': 'Prompt lacks the word JSON',
    'duplicate-custom-id': 'Duplicate custom_id',
    'duplicate-key': 'Duplicate key',
  })
})

test('what is ignored makes no line invalid, and stays counted', async () => {
  const opened = await openText(FILE)
  expect(await opened.verdicts()).toEqual(['valid', 'warning', 'invalid', 'invalid'])
  const before = opened.facts().revision
  await opened.session.setIgnored(['unknown-key', 'duplicate-custom-id', 'missing-value'])
  expect(opened.facts().revision).toBeGreaterThan(before)
  expect(await opened.verdicts()).toEqual(['valid', 'valid', 'valid', 'invalid'])
  expect(counts(opened)).toEqual({
    invalid: 1,
    warnings: 0,
    causes: ['custom-id-repeated', 'missing-value'],
    ignored: [
      ['duplicate-custom-id', 1],
      ['unknown-key', 1],
    ],
  })
  expect(opened.facts().ignored[0]).toMatchObject({ apiCode: 'duplicate_custom_id' })
  expect(await opened.texts({ kind: 'invalid' })).toEqual(['{"custom_id":}'])
  expect(await exported(opened)).toBe(`${FILE.split('\n').slice(0, 3).join('\n')}\n`)
  const row = await opened.session.readRows({ kind: 'all' }, 2, 3)
  expect(row.ok && row.value.rows[0]?.finding).toBeUndefined()
  const detail = await opened.session.readLine(2 as LineId)
  if (!detail.ok) throw new Error(detail.failure.code)
  expect(detail.value).toMatchObject({ verdict: 'valid', diagnostics: [] })
  expect(detail.value.ignored.map(({ code }) => code)).toEqual(['duplicate-custom-id'])
  expect(detail.value.fixes).toEqual([])
  const typed = await opened.session.validateText(1 as LineId, request('c', ',"foo":2'))
  expect(typed).toMatchObject({ value: { verdict: 'valid', diagnostics: [] } })

  await opened.session.setIgnored([])
  expect(await opened.verdicts()).toEqual(['valid', 'warning', 'invalid', 'invalid'])
})

test('it holds through edits, undo and another format, and where the file is opened with it', async () => {
  const opened = await openText(FILE, { ignored: ['duplicate-custom-id'] })
  expect(await opened.verdicts()).toEqual(['valid', 'warning', 'valid', 'invalid'])
  await opened.session.edit({ kind: 'duplicate', id: 0 as LineId })
  expect(await opened.verdicts()).toEqual(['valid', 'valid', 'warning', 'valid', 'invalid'])
  expect(opened.facts().ignored).toMatchObject([{ count: 2 }])
  await opened.session.undo()
  await opened.session.setFormat('plainJsonl', 'format')
  expect(opened.facts().ignored).toEqual([{ code: 'duplicate-custom-id', count: 0 }])
  await opened.session.setFormat('batchInput', 'format')
  expect(await opened.verdicts()).toEqual(['valid', 'warning', 'valid', 'invalid'])
})

test('what is said about the file can be ignored, but not that it is no JSON Lines', async () => {
  const other = request('b').replace('gpt-6-luna', 'gpt-6-sol')
  const opened = await openText(
    `${[request('a'), other, request('c'), request('d').replace('gpt-6-luna', 'gpt-6-sol')].join('\n')}\n`,
  )
  const codes = (): unknown => opened.facts().fileFindings.map(({ code }) => code)
  expect(codes()).toEqual(['mixed-models'])
  expect(opened.facts().fileFindings[0]).toMatchObject({
    apiCode: 'mismatched_model',
    canIgnore: true,
  })
  await opened.session.setIgnored(['mixed-models'])
  expect(codes()).toEqual([])
  expect(inEnglish(opened.facts().ignored)).toEqual([
    {
      code: 'mixed-models',
      title: 'More than one model',
      severity: 'error',
      count: 1,
      apiCode: 'mismatched_model',
    },
  ])
  const array = await openText('[\n{"a":1},\n{"a":2}\n]\n', { ignored: ['json-array'] })
  expect(array.facts().causes).toMatchObject([{ code: 'json-array' }])
  expect(array.facts().causes[0]?.canIgnore).toBeUndefined()
  expect(array.facts().ignored).toEqual([])
})

test('commands that are run again do the same, whatever is ignored', async () => {
  const opened = await openText(FILE, { ignored: ['duplicate-custom-id'] })
  const fixed = await opened.session.fixAll('duplicate-custom-id', undefined, 'fix', () => {})
  expect(fixed).toMatchObject({ ok: true, value: { fixed: 1 } })
  expect(opened.facts().ignored).toMatchObject([{ count: 0 }])
})
