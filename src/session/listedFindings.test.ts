// What is said about lines and files stands in the lists of the facts, hints included.
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type OpenedText, openText } from './testing/openText.ts'

const MARK = '\uFEFF'
const REQUEST =
  '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}]}}'
/** As many as a training needs. */
const TUNING = Array.from(
  { length: 10 },
  (_, i) =>
    `{"messages":[{"role":"user","content":"Hi ${i}"},{"role":"assistant","content":"Yes"}]}`,
).join('\n')
const RESULT =
  '{"id":"b","custom_id":"a","response":{"status_code":200,"request_id":"r","body":{"output":[{"type":"message","content":[{"type":"output_text","text":"Hi"}]}]}},"error":null}'

function listed({ facts }: OpenedText): Record<string, string> {
  const { causes, fileFindings } = facts()
  return Object.fromEntries(
    [...causes, ...fileFindings].map(({ code, severity }) => [code, severity]),
  )
}

test.each([
  ['an error of a batch input', REQUEST, 'error', 'Batch API'],
  ['a warning of answers', RESULT, 'warning', 'JSON.parse'],
  ['a warning of a dataset', '{"a":1}', 'warning', 'pandas'],
  ['a warning of training examples, which Azure wants', TUNING, 'warning', 'Azure'],
])('a byte order mark is %s', async (_of, line, severity, reader) => {
  const opened = await openText(`${MARK}${line}\n`)
  expect(listed(opened)).toEqual({ bom: severity })
  expect(inEnglish(opened.facts().causes[0])).toMatchObject({
    count: 1,
    message: expect.stringContaining(reader) as string,
  })
  expect(await opened.fixFor('bom')).toMatchObject({ id: 'removeByteOrderMark', lines: 1 })
  expect(opened.facts().invalid + opened.facts().warnings).toBe(1)
  expect(JSON.stringify(inEnglish(opened.facts().entries))).toContain('with BOM')

  await opened.session.fixAll('bom', 'removeByteOrderMark', 'fix', () => {})
  expect(listed(opened)).toEqual({})
  expect(JSON.stringify(inEnglish(opened.facts().entries))).not.toContain('with BOM')
})

test('a mark at the start and one further down are one cause, as bad as the worse of them', async () => {
  const opened = await openText(`${MARK}{"a":1}\n${MARK}{"a":2}\n`)
  expect(await opened.verdicts()).toEqual(['warning', 'invalid'])
  expect(opened.facts().causes).toMatchObject([{ code: 'bom', severity: 'error', count: 2 }])
})

test('blank lines say which readers refuse them', async () => {
  const opened = await openText('{"a":1}\n\n{"a":2}\n')
  expect(inEnglish(opened.facts().causes)).toMatchObject([
    { code: 'blank-line', severity: 'warning', message: expect.stringContaining('JSON.parse') },
  ])
})

test('line ends and a missing last one are hints with a fix, and no file is without reader', async () => {
  const opened = await openText('{"a":1}\r\n{"a":2}')
  expect(listed(opened)).toEqual({ crlf: 'hint', 'missing-final-newline': 'hint' })
  const [lineEnds, last] = opened.facts().fileFindings
  expect(lineEnds?.fixTitle).toBeDefined()
  expect(last?.fixTitle).toBeDefined()
  expect(inEnglish(last?.message)).toContain('Elasticsearch')
  await opened.session.edit({ kind: 'fixFile', code: 'crlf' })
  await opened.session.edit({ kind: 'fixFile', code: 'missing-final-newline' })
  expect(listed(opened)).toEqual({})
})

test('values that should be one are named, the most frequent first, and the others counted', async () => {
  const request = (i: number): string =>
    REQUEST.replace('"a"', `"r-${i}"`).replace('gpt-6-luna', `m${i < 7 ? i : 0}`)
  const opened = await openText(`${Array.from({ length: 9 }, (_, i) => request(i)).join('\n')}\n`)
  const { fileFindings, entries } = inEnglish(opened.facts())
  expect(fileFindings).toMatchObject([
    {
      code: 'mixed-models',
      message:
        'All lines of a batch need the same model. Found: m0 (3 lines), m1 (1 line), m2 (1 line), m3 (1 line) and 3 other values.',
      lines: [2, 3, 4, 5],
    },
  ])
  expect(entries).toContainEqual({ title: 'Model', value: '7 different' })
})

test('an empty value leaves no gap where the values are named', async () => {
  const lines = ['m', 'm', '', ''].map((model, i) =>
    REQUEST.replace('"a"', `"r-${i}"`).replace('gpt-6-luna', model),
  )
  const { fileFindings } = inEnglish((await openText(`${lines.join('\n')}\n`)).facts())
  expect(fileFindings).toMatchObject([
    { message: expect.stringContaining('m (2 lines) and "" (2 lines)') as string },
  ])
})

test('a hint of a line is counted with its lines', async () => {
  const opened = await openText(`${REQUEST}\n${REQUEST}\n`)
  expect(listed(opened)).toEqual({ 'duplicate-custom-id': 'error', 'custom-id-repeated': 'hint' })
  const detail = await opened.session.readLine(0 as LineId)
  expect(detail.ok && detail.value.diagnostics.map(({ code }) => code)).toEqual([
    'custom-id-repeated',
  ])
})
