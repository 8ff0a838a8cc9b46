// Every way in which a line of a batch input goes wrong: each kind of syntax error that one line can
// have, errors of the schema at every level, and repeated ids.
import { requestId } from './requestLines.ts'

export interface Breakage {
  /** The code that the line then has, as its only error. */
  readonly code: string
  /** `line` is the request of line `index` (0-based), as `requestLine` writes it. */
  readonly damage: (line: string, index: number) => string
}

function swap(code: string, from: string, to: string): Breakage {
  return { code, damage: (line) => line.replace(from, () => to) }
}

/** A further member of the body. */
function option(code: string, member: string): Breakage {
  return swap(code, '"max_completion_tokens": 256', `"max_completion_tokens": 256, ${member}`)
}

const USER = '{"role": "user", "content": "'
/** Deeper than any reader has to go. */
const DEPTH = 1100

export const BREAKAGES: readonly Breakage[] = [
  // Syntax
  { code: 'trailing-comma', damage: (line) => `${line.slice(0, -1)},}` },
  swap('missing-comma', '"POST", ', '"POST" '),
  swap('missing-colon', '"method": ', '"method" '),
  swap('missing-value', '"POST"', ''),
  swap('unquoted-key', '"method"', 'method'),
  swap('unquoted-string', '"POST"', 'POST'),
  swap('single-quotes', '"POST"', "'POST'"),
  option('unterminated-string', '"user": "u-1'),
  { code: 'cut-record', damage: (line) => line.slice(0, line.indexOf('careful')) },
  {
    code: 'unfinished-record',
    damage: (line) => `${line.slice(0, line.indexOf('careful'))}${line}`,
  },
  { code: 'plain-text', damage: () => '2026-01-01 WARN request skipped' },
  swap('unescaped-quote', 'careful', '"careful"'),
  swap('bad-escape', 'careful', '\\careful'),
  swap('control-character', 'careful', '\tcareful'),
  swap('bad-number', '256', '0256'),
  option('python-literal', '"store": True'),
  option('javascript-literal', '"temperature": NaN'),
  { code: 'comment', damage: (line) => `${line} // checked` },
  swap('smart-quotes', '"POST"', '“POST”'),
  { code: 'unclosed-bracket', damage: (line) => line.slice(0, -1) },
  { code: 'unopened-bracket', damage: (line) => `${line}}` },
  swap('mismatched-bracket', '"}], "max', '"}}, "max'),
  { code: 'two-values', damage: (line) => `${line} {}` },
  { code: 'text-before', damage: (line) => `data: ${line}` },
  { code: 'text-after', damage: (line) => `${line} done` },
  // Read as Latin-1, this byte is é. See bytesOf.
  swap('invalid-utf8', 'careful', 'blas\udce9'),
  swap('nul-byte', 'careful', '\0'),
  { code: 'bom', damage: (line) => `\ufeff${line}` },
  option('too-deep', `"logit_bias": ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`),
  { code: 'record-separator', damage: (line) => `\u001e${line}` },
  { code: 'conflict-marker', damage: () => '<<<<<<< HEAD' },
  swap('unexpected-character', '"POST"', '@'),
  // The envelope
  { code: 'not-an-object', damage: (line) => `[${line}]` },
  { code: 'missing:custom_id', damage: (line) => line.replace(/"custom_id": "[^"]*", /, '') },
  { code: 'type:custom_id', damage: (line) => line.replace(/"request-0*(\d+)"/, '$1') },
  { code: 'too-small:custom_id', damage: (line) => line.replace(/request-\d+/, '') },
  { code: 'too-big:custom_id', damage: (line) => line.replace('request', 'r'.repeat(512)) },
  {
    code: 'duplicate-custom-id',
    damage: (line, index) => line.replace(requestId(index + 1), requestId((index >>> 1) + 1)),
  },
  swap('missing:method', '"method": "POST", ', ''),
  swap('value:method', '"POST"', '"GET"'),
  swap('missing:url', '"url": "/v1/chat/completions", ', ''),
  swap('value:url', '/v1/chat/completions', '/v1/audio/speech'),
  swap('url-without-version', '/v1/chat', '/chat'),
  swap('url-with-host', '/v1/chat', 'https://api.openai.com/v1/chat'),
  swap('misnamed:params', '"body"', '"params"'),
  {
    code: 'bare-body',
    damage: (line) => line.slice(line.indexOf('"body": ') + '"body": '.length, -1),
  },
  { code: 'missing:body', damage: (line) => `${line.slice(0, line.indexOf(', "body"'))}}` },
  { code: 'type:body', damage: (line) => `${line.slice(0, line.indexOf('{"model"'))}"text"}` },
  // The body
  swap('missing:body.model', '"model": "gpt-5.4-mini", ', ''),
  swap('type:body.model', '"gpt-5.4-mini"', 'null'),
  { code: 'type:body.messages', damage: (line) => withMessages(line, '"Hello"') },
  { code: 'too-small:body.messages', damage: (line) => withMessages(line, '[]') },
  swap('type:body.messages[]', '"messages": [', '"messages": ["Hello", '),
  swap('value:body.messages[].role', '"user"', '"human"'),
  swap('missing:body.messages[].role', '"role": "user", ', ''),
  swap('missing:body.messages[].content', USER, '{"role": "user", "text": "'),
  swap('type:body.messages[].content', '"You are a careful assistant."', 'null'),
  swap(
    'value:body.messages[].content[].type',
    '"You are a careful assistant."',
    '[{"type": "input_text", "text": "Hello"}]',
  ),
  swap('type:body.max_completion_tokens', '256', '256.5'),
  option('too-big:body.temperature', '"temperature": 2.5'),
  option('type:body.temperature', '"temperature": "0.5"'),
  option('too-small:body.top_p', '"top_p": -0.1'),
  option('too-small:body.n', '"n": 0'),
  option('seed-not-whole', '"seed": 1.5'),
  option('streaming-unsupported', '"stream": true'),
  option('value:body.reasoning_effort', '"reasoning_effort": "High"'),
  option('too-big:body.stop', '"stop": ["a", "b", "c", "d", "e"]'),
  option('value:body.response_format.type', '"response_format": {"type": "object"}'),
  option('missing:body.response_format.json_schema', '"response_format": {"type": "json_schema"}'),
  option('type:body.metadata.*', '"metadata": {"run": 7}'),
]

/** One line in this many is broken. */
const EVERY = 100
/** Which of them. Half of the index of such a line is never the index of another one. */
const AT = 50

/** The line as it is, or broken if it is the turn of line `index` (0-based): 1 % of lines. */
export function breakSome(line: string, index: number): string {
  if (index % EVERY !== AT) return line
  const breakage = BREAKAGES[Math.floor(index / EVERY) % BREAKAGES.length] as Breakage
  return breakage.damage(line, index)
}

function withMessages(line: string, messages: string): string {
  const from = line.indexOf('[{"role"')
  const to = line.lastIndexOf(', "max_completion_tokens"')
  return `${line.slice(0, from)}${messages}${line.slice(to)}`
}
