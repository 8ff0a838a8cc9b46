// Lines that a fix had better leave alone.
import { expect, it } from 'vitest'
import { proposeFix } from './proposeFixes.ts'
import { getFix } from './registry.ts'
import { diagnosticOf, lineOf, lineOfBytes } from './testing/lineOf.ts'

it.each([
  // The rest of a line that once was several would go with the comment.
  ['removeComment', 'comment', '{"a": 1, // note "b": 2}'],
  ['removeTextAround', 'text-after', '{"a": 1} {"b": 2'],
  ['removeTextAround', 'two-values', '[1][2]'],
  ['removeTextAround', 'unquoted-string', '{"a": x {"b": 1}}'],
  ['removeTextAround', 'text-before', 'a {"x": 1} b {"y": 2} c'],
  ['splitValues', 'text-after', '{"a": 1} {"b": 2'],
  ['splitValues', 'text-after', '{"a": 1} done'],
  ['closeString', 'unterminated-string', '{"a": ["b }'],
  ['closeBrackets', 'truncated-line', '{"a": "b'],
  ['quoteText', 'unquoted-string', '{"a": b: 1}'],
  ['escapeQuotes', 'missing-comma', '{"a": "x" "b": 1}'],
  ['escapeQuotes', 'missing-comma', '["a" true]'],
  ['repairJson', 'text-before', 'only words'],
  ['repairLine', 'single-quotes', "{'a': 1}"],
  ['makeIdUnique', 'duplicate-custom-id', '{"custom_id": "free"}'],
  // With an id that was made up a result is no request's.
  ['makeIdUnique', 'duplicate-custom-id', '{"custom_id": "a", "response": null, "error": {}}'],
  ['addCustomId', 'missing:custom_id', '{"response": {"status_code": 200, "body": {}}}'],
  ['wrapBareBody', 'missing:body', '{"custom_id": "b", "url": "/v1/responses"}'],
  ['urlWithV1', 'value:url', '{"url": "/v1/audio/speech"}'],
  ['unwrapString', 'not-an-object', '"no {json}"'],
  ['splitArray', 'not-an-object', '[{"a": 1}, 2]'],
  ['unquoteCsv', 'two-values', '"{"a": 1}"'],
  ['unwrapElement', 'unclosed-bracket', '[{"a": 1}, {"b": 2},'],
  // Another tool has that name, or nothing is left of it.
  [
    'plainToolName',
    'tool-name-characters',
    '{"body":{"functions":[{"name":"a b"},{"name":"a_b"}]}}',
  ],
  [
    'plainToolName',
    'tool-name-characters',
    '{"body":{"functions":[{"name":"a b"},{"name":"a.b"}]}}',
  ],
  ['plainToolName', 'tool-name-characters', '{"body":{"functions":[{"name":"天気"}]}}'],
  [
    'prefixImage',
    'bare-base64-image',
    '{"body":{"input":[{"content":[{"image_url":"/9j/a.png"}]}]}}',
  ],
  [
    'mendImage',
    'image-data-differs',
    '{"body":{"images":[{"image_url":"data:image/png;base64,AAAA"}]}}',
  ],
  ['splitValues', 'text-after', '{"a": 1}\\n'],
  // The beginning of a record, and no bracket of an array.
  ['unwrapElement', 'truncated-line', '{'],
])('%s has nothing for %s in %s', (fixId, code, text) => {
  const fix = getFix(fixId)
  if (!fix) throw new Error(`no fix ${fixId}`)
  expect(proposeFix(fix, lineOf(text), diagnosticOf(code))).toBeUndefined()
})

it.each([
  // Two broken letters of UTF-8 in a row are not a word with an accent.
  ['replaceInvalidBytes', '"\xe4\xbd\xe4\xbd\xe4\xbd"'],
  ['replaceInvalidBytes', '"a\x81b"'],
  ['decodeBig5', '"caf\xe9"'],
  ['decodeBig5', '"\xe4\xb8\xad\xe6\x96\x87 \xa4\xa4\xa4\xe5"'],
  ['decodeGb18030', '"na\xefve"'],
  ['decodeSurrogates', '"\xed\xa0\xbd"'],
])('%s has nothing for the bytes of %j', (fixId, bytes) => {
  const fix = getFix(fixId)
  if (!fix) throw new Error(`no fix ${fixId}`)
  const line = lineOfBytes(Uint8Array.from(bytes, (c) => c.charCodeAt(0)))
  expect(proposeFix(fix, line, diagnosticOf('invalid-utf8'))).toBeUndefined()
})
