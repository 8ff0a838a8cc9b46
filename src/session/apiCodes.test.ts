// What the API calls a finding, where it has one word in one place and another in the next.
import { expect, test } from 'vitest'
import { lineId } from '../base/units.ts'
import { openText } from './testing/openText.ts'

const SCHEMA = '{"type":"object","properties":{}}'

function line(url: string, members: string): string {
  return `{"custom_id":"${url}${members.length}","method":"POST","url":"/v1/${url}","body":{"model":"gpt-6-luna",${members}}}`
}

const LINES = [
  line(
    'responses',
    `"input":"Hi","text":{"format":{"type":"json_schema","name":"a","strict":true,"schema":${SCHEMA}}}`,
  ),
  line(
    'responses',
    `"input":"Hi","tools":[{"type":"function","name":"a","strict":true,"parameters":${SCHEMA}}]`,
  ),
  line(
    'chat/completions',
    `"messages":[{"role":"user","content":"Hi"}],"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":${SCHEMA}}}`,
  ),
]

test('a fault of a strict schema has the code of the place where the schema stands', async () => {
  const { session } = await openText(LINES.join('\n'))
  const details = await Promise.all(LINES.map((_, i) => session.readLine(lineId(i))))
  const apiCodes = details.map(
    (detail) =>
      detail.ok &&
      detail.value.diagnostics.find(({ code }) => code === 'strict-schema-open')?.apiCode,
  )
  expect(apiCodes).toEqual(['invalid_json_schema', 'invalid_function_parameters', undefined])
})
