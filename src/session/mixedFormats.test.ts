// Lines of several formats in one file.
import { expect, test } from 'vitest'
import { lineId } from '../base/units.ts'
import { type OpenedText, openText } from './testing/openText.ts'

const request = (id: string): string =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":"x"}}`
const result = (id: string): string =>
  `{"id":"batch_req_${id}","custom_id":"${id}","response":{"status_code":200,"request_id":"q","body":{}},"error":null}`
const failed = (id: string): string =>
  `{"id":"batch_req_${id}","custom_id":"${id}","response":null,"error":{"code":"batch_expired","message":"late"}}`
const chat = '{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"y"}]}'
const preference =
  '{"input":{"messages":[{"role":"user","content":"x"}]},"preferred_output":[{"role":"assistant","content":"y"}],"non_preferred_output":[{"role":"assistant","content":"z"}]}'
const anthropic = '{"custom_id":"m","params":{"model":"m","max_tokens":1,"messages":[]}}'

function told({ facts }: OpenedText): unknown {
  const finding = facts().fileFindings.find(({ code }) => code === 'mixed-formats')
  if (!finding) return undefined
  const formats = finding.message.values?.['formats']
  return { lines: finding.lines, formats: JSON.stringify(formats).match(/(?<="count":)\d+/g) }
}

test.each([
  ['requests and results', [request('a'), request('b'), result('c')], [3], ['2', '1']],
  ['chat and preference examples', [chat, preference, `${chat} `], [2], ['2', '1']],
  ['requests for two providers', [request('a'), anthropic, request('b')], [2], ['2', '1']],
  ['as many of both', [request('a'), result('b')], [2], ['1', '1']],
])('%s are told with their lines', async (_, lines, expected, counts) => {
  const opened = await openText(lines.join('\n'))
  expect(told(opened)).toEqual({ lines: expected, formats: counts })
})

test('answers and errors, blank lines and lines of none are no other format', async () => {
  for (const lines of [
    [result('a'), failed('b')],
    [request('a'), '', '{"a":1}', '[1]', '{"a":'],
    ['{"messages":3,"level":"info"}', '{"level":"warn"}'],
  ]) {
    expect(told(await openText(lines.join('\n')))).toBeUndefined()
  }
})

test('follows edits, undo, inserts and deletes', async () => {
  const opened = await openText([request('a'), result('b'), request('c')].join('\n'))
  const { session } = opened
  await session.edit({ kind: 'replace', id: lineId(1), texts: [request('b')] })
  expect(told(opened)).toBeUndefined()
  await session.undo()
  expect(told(opened)).toEqual({ lines: [2], formats: ['2', '1'] })
  await session.edit({ kind: 'delete', ids: [lineId(1)] })
  expect(told(opened)).toBeUndefined()
  await session.edit({ kind: 'insert', at: 0, texts: [chat] })
  expect(told(opened)).toEqual({ lines: [1], formats: ['2', '1'] })
})
