// What a result line is said to be when it is opened alone is what a pairing makes of it.
import { describe, expect, test } from 'vitest'
import { createFormatValidator } from '../formats/formatValidator.ts'
import { findFormat } from '../formats/registry.ts'
import { present } from '../base/assert.ts'
import { results } from '../providers/openai/examples/results.ts'
import { provider } from '../providers/openai/pairing.ts'
import { type Unusable, checkUsability } from '../pairing/usability.ts'

const format = present(findFormat('batchOutput'), 'the format')
const validator = createFormatValidator(format)

const REASONS: Readonly<Record<string, Unusable>> = {
  'answer-cut-off': 'cut-off',
  'answer-filtered': 'filtered',
  'answer-refused': 'refused',
  'answer-empty': 'empty',
}
const FAILED = ['request-failed', 'request-expired', 'request-cancelled', 'no-result']

const chat = (choice: string): string =>
  `{"id":"b","custom_id":"r","response":{"status_code":200,"request_id":"q","body":{"object":"chat.completion","choices":[${choice}]}},"error":null}`
const response = (rest: string): string =>
  `{"id":"b","custom_id":"r","response":{"status_code":200,"request_id":"q","body":{"object":"response","error":null,${rest}}},"error":null}`

function isOfFormat(line: string): boolean {
  try {
    return format.recognise(JSON.parse(line))
  } catch {
    return false
  }
}

const lines: readonly (readonly [string, string])[] = [
  // Flat results are not lines of the format: a file of them is taken for plain JSON Lines.
  ...results
    .filter(({ line }) => isOfFormat(line) || line.includes('"response"'))
    .map(({ shows, line }) => [shows, line] as const),
  ['a status of null', chat('{"message":{"content":"A"}}').replace('200', 'null')],
  ['a status of text', chat('{"message":{"content":"A"}}').replace('200', '"500"')],
  ['no choice', chat('')],
  ['an empty text', chat('{"message":{"content":""},"finish_reason":"stop"}')],
  ['no content', chat('{"message":{"content":null},"finish_reason":"stop"}')],
  ['a refusal', chat('{"message":{"content":null,"refusal":"No."},"finish_reason":"stop"}')],
  ['a refusal that was cut off', chat('{"message":{"refusal":"No"},"finish_reason":"length"}')],
  ['cut off and empty', chat('{"message":{"content":""},"finish_reason":"length"}')],
  ['Mistral’s word', chat('{"message":{"content":"A"},"finish_reason":"model_length"}')],
  ['filtered', chat('{"message":{"content":null},"finish_reason":"content_filter"}')],
  [
    'one of two choices cut off, one empty',
    chat(
      '{"message":{"content":"A"},"finish_reason":"length"},{"message":{"content":""},"finish_reason":"stop"}',
    ),
  ],
  [
    'a call of a tool without words',
    chat(
      '{"message":{"content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}',
    ),
  ],
  ['no calls at all', chat('{"message":{"content":null,"tool_calls":[]},"finish_reason":"stop"}')],
  ['an incomplete response', response('"status":"incomplete","output":[]')],
  [
    'a filtered response',
    response('"status":"incomplete","incomplete_details":{"reason":"content_filter"},"output":[]'),
  ],
  [
    'a response of thoughts alone',
    response('"status":"completed","output":[{"type":"reasoning"}]'),
  ],
  [
    'a refusal in a response',
    response(
      '"status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]',
    ),
  ],
  [
    'a call in a response',
    response(
      '"status":"completed","output":[{"type":"function_call","name":"f","call_id":"c","arguments":"{}"}]',
    ),
  ],
  ['a failed response', response('"status":"failed","output":[]')],
]

describe('news of a result', () => {
  test.each(lines)('%s', (_shows, line) => {
    const record: unknown = JSON.parse(line)
    const codes = validator.validate(record).findings.map(({ code }) => code)
    const answer = provider.readAnswer(record)
    expect(codes.some((code) => FAILED.includes(code))).toBe(!answer.isSuccess)
    const reasons = codes.flatMap((code) => REASONS[code] ?? [])
    const unusable = checkUsability(answer, undefined, undefined).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(unusable.toSorted())
  })
})
