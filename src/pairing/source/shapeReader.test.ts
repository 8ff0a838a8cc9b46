// The fast path is held to the slow one: lines that are recognised by their shape must give the
// columns that they give when each is read by the provider's reader.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { keyAt } from '../join/keyColumn.ts'
import { parseKeyPath } from '../keyPath.ts'
import type { PairLines, PairRole } from '../pairLines.ts'
import { examples as anthropic } from '../../providers/anthropic/pairing.examples.ts'
import { examples } from '../../providers/openai/pairing.examples.ts'
import { findProvider } from '../providerRegistry.ts'
import { TAG_UNKNOWN, Scanner } from '../../scanner/scanner.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { mutatedLine } from '../../session/testing/mutateLine.ts'
import { LineReader } from './lineReader.ts'
import { PairColumns } from './pairColumns.ts'
import { createShapeReader } from './shapeReader.ts'
import { runs } from '../../tooling/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })
const utf8 = new TextEncoder()

function readerOf(role: PairRole, keyPath = 'custom_id', providerId = 'openai'): LineReader {
  return new LineReader(findProvider(providerId) as never, role, parseKeyPath(keyPath) as never)
}

/** Reads lines, the same ones `times` over; the columns are of the last time. */
function read(lines: readonly string[], reader: LineReader, isFast: boolean, times = 3) {
  const shapes = isFast ? createShapeReader(reader) : undefined
  scanner.setPlan(shapes?.plan)
  let columns = new PairColumns(0)
  let recognised = 0
  for (let time = 0; time < times; time++) {
    columns = new PairColumns(lines.length)
    scanner.reset(1)
    let line = 0
    for (const text of lines) {
      for (const batch of scanner.push(utf8.encode(`${text}\n`))) {
        const end = batch.bytes.length - 1
        if (batch.status[0] === 1) continue
        if (batch.tag[0] !== TAG_UNKNOWN && (batch.tag[0] as number) > 1) recognised++
        if (shapes) shapes.add(columns, line++, scanner, batch, 0, 0, end)
        else
          reader.add(columns, line++, batch.status[0] as number, batch.bytes.subarray(0, end), end)
      }
    }
  }
  return { lines: plain(reader.finish(columns)), recognised }
}

/** Entries with all that is said of them; messages of a class are those of its first line. */
function plain(found: PairLines) {
  return Array.from({ length: found.count }, (_, i) => {
    const { errorMessage: _message, ...own } = {
      errorMessage: undefined,
      ...found.classes[found.classOf[i] as number],
    }
    return {
      id: found.ids[i],
      byteLength: found.byteLengths[i],
      key: keyAt(found, i),
      ...own,
      tokens:
        found.role === 'answers' &&
        Object.fromEntries(Object.entries(found.tokens).map(([name, column]) => [name, column[i]])),
    }
  })
}

/** Lines that are much like one another, so that shapes recur with other values. */
function nearLines(seeds: readonly string[]): fc.Arbitrary<string[]> {
  return fc
    .array(fc.constantFrom(...seeds), { minLength: 1, maxLength: 3 })
    .chain((few) => fc.array(mutatedLine(few), { minLength: 10, maxLength: 60 }))
}

function check(
  role: PairRole,
  seeds: readonly string[],
  { keyPath = 'custom_id', full = 400, providerId = 'openai' } = {},
): number {
  let recognised = 0
  const reader = () => readerOf(role, keyPath, providerId)
  fc.assert(
    fc.property(nearLines(seeds), (arbitrary) => {
      const lines = arbitrary.filter((line) => !line.includes('\n'))
      const fast = read(lines, reader(), true)
      recognised += fast.recognised
      expect(fast.lines).toEqual(read(lines, reader(), false, 1).lines)
    }),
    runs(full),
  )
  return recognised
}

/** Members that few of the examples have, beside values that they make no difference to, or do. */
const MORE_REQUESTS = [
  '{"custom_id":"a","url":"/v1/chat/completions","body":{"model":"m","response_format":{"type":"json_object"}}}',
  '{"custom_id":"a","url":"/v1/responses","body":{"model":"m","text":{"format":{"type":"json_schema"}}}}',
  '{"custom_id":"a","body":{"model":"m","input":"x","text":{"format":{"type":"json_object"}}}}',
  '{"custom_id":"a","body":{"model":"m","messages":[],"response_format":{"type":"json_object"}}}',
]

const choice = (message: string) =>
  `{"custom_id":"a","response":{"status_code":200,"body":{"choices":[{"message":${message},"finish_reason":"stop"}]}}}`
const body = (members: string) =>
  `{"custom_id":"a","response":{"status_code":200,"body":{${members}}}}`

const MORE_ANSWERS = [
  choice('{"content":[{"type":"text","text":"x"},{"type":"refusal","refusal":"no"}]}'),
  choice('{"content":[{"type":"refusal","refusal":"no"}]}'),
  choice('{"content":null,"audio":{"data":"AAAA","id":"b","transcript":"x"}}'),
  choice('{"content":"","audio":{"data":"","id":"b"}}'),
  choice('{"content":null,"tool_calls":[{"id":"c","function":{"name":"f","arguments":"{}"}}]}'),
  choice('{"content":"x","tool_calls":[{"custom":{"name":"f","input":"1"}}]}'),
  choice('{"content":null,"function_call":{"name":"f","arguments":"{}"}}'),
  body('"object":"response","status":"completed","output_text":"x"'),
  body('"object":"response","model":"m"'),
  body('"status":"completed","output":[{"type":"function_call","name":"f"}]'),
  body(
    '"output":[{"type":"message","content":[{"type":"output_text","text":"x"}],"status":"incomplete","phase":"final_answer"},{"type":"message","content":"y"}]',
  ),
  body(
    '"data":[{"embedding":[1,2]},{"embedding":null}],"usage":{"prompt_tokens":3,"total_tokens":3}',
  ),
  body('"data":[{"embedding":"AACAPw=="}]'),
  body(
    '"data":[{"b64_json":"AAAA"},{"url":"x"}],"usage":{"input_tokens":3,"input_tokens_details":{"cached_tokens":1},"output_tokens":4,"output_tokens_details":{"reasoning_tokens":2}}',
  ),
  body('"results":[{"flagged":false}]'),
  '{"custom_id":"a","response":{"status_code":400,"body":{"message":"no","code":"bad","type":"t","detail":{"code":"d"}}}}',
  '{"custom_id":"a","response":{"status_code":400,"body":{"message":{"code":"inner"},"detail":[1]}}}',
  '{"custom_id":"a","response":{"status_code":500,"body":"oops"}}',
  '{"custom_id":"a","response":{"model":"m","choices":[{"message":{"content":"x"}}]},"error":null}',
  '{"custom_id":"a","error":{"error":{"type":"error","message":{"detail":{"status":"s"}}}}}',
  '{"custom_id":"a","error":{"x":1}}',
]

const requests = examples.requests.map(({ line }) => line)
const results = examples.results.map(({ line }) => line)

describe('recognised lines are as they are read', () => {
  test('requests', () => {
    expect(check('requests', [...requests, ...MORE_REQUESTS])).toBeGreaterThan(1000)
  })

  test('answers', () => {
    expect(check('answers', [...results, ...MORE_ANSWERS])).toBeGreaterThan(1000)
  })

  test("Anthropic's requests", () => {
    const seeds = [
      ...anthropic.requests.map(({ line }) => line),
      '{"custom_id":"a","params":{"model":"m","output_config":{"format":{"type":"json_schema","schema":{}}}}}',
      '{"custom_id":"a","params":{"model":"m","output_config":{"format":null},"output_format":{"type":"json_schema"}}}',
    ]
    expect(check('requests', seeds, { providerId: 'anthropic' })).toBeGreaterThan(1000)
  })

  test("Anthropic's answers", () => {
    const seeds = [
      ...anthropic.results.map(({ line }) => line),
      '{"custom_id":"a","result":{"type":"succeeded","message":{"content":"x","stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":2,"cache_read_input_tokens":3,"cache_creation_input_tokens":4,"cache_creation":{"ephemeral_1h_input_tokens":2}}}}}',
      '{"custom_id":"a","result":{"type":"succeeded","message":{"content":[{"type":"thinking","thinking":"t"},{"type":"text","text":"x"}],"stop_reason":"refusal"}}}',
      '{"custom_id":"a","result":{"type":"succeeded","message":{"content":[{"type":"text","text":" "},{"type":"tool_use","name":"f","input":{}}]}}}',
      '{"custom_id":"a","result":{"type":"succeeded","message":{"content":[{"type":"image"}]},"error":{"type":"error","error":{"type":"overloaded_error"}}}}',
    ]
    expect(check('answers', seeds, { providerId: 'anthropic' })).toBeGreaterThan(1000)
  })

  test.each([
    'response.body.model',
    'response.request_id',
    'body.x.y',
    'response',
    'error.code',
    'id[0]',
  ])('keys at %s', (path) => {
    check('answers', results, { keyPath: path, full: 40 })
    check('requests', requests, { keyPath: path, full: 40 })
  })

  test('lines with other words and numbers', () => {
    const word = fc.constantFrom(
      '',
      ' ',
      '\\n',
      '\\u0020\\t',
      'x',
      'é',
      '\u00a0',
      '\\u00a0',
      '\ufeff',
      '請',
      '\\"',
    )
    const number = fc.constantFrom(
      '0',
      '1',
      '2',
      '7',
      '9',
      '2147483648',
      '4294967296',
      '1e2',
      '5.0',
      '-1',
      '1.5',
      'null',
      '"3"',
    )
    const line = fc
      .record({
        form: fc.constantFrom('chat', 'xai', 'responses', 'parts', 'two'),
        id: fc.constantFrom('"a"', '"\\u0061"', '"é"', '1', '1.0', 'null', '{"a":1}', '"\\ud800"'),
        words: fc.tuple(word, word),
        numbers: fc.tuple(number, number, number, number, number),
      })
      .map(({ form, id, words: [a, b], numbers: [p, c, t, h, r] }) => {
        const choice = (text: string) =>
          `{"index":0,"message":{"content":"${text}"},"finish_reason":"stop"}`
        const details = `"prompt_tokens_details":{"cached_tokens":${h}},"completion_tokens_details":{"reasoning_tokens":${r}}`
        const bodies: Record<string, string> = {
          chat: `{"choices":[${choice(a)}],"usage":{"prompt_tokens":${p},"completion_tokens":${c},"total_tokens":${t},${details}}}`,
          xai: `{"choices":[${choice(a)}],"usage":{"prompt_tokens":${p},"completion_tokens":${c},"total_tokens":${Number(p) + Number(c) + Number(r)},${details}}}`,
          responses: `{"object":"response","status":"completed","output":[{"type":"reasoning","content":[{"text":"${b}"}]},{"type":"message","content":[{"type":"output_text","text":"${a}"}]}],"usage":{"input_tokens":${p},"output_tokens":${c}}}`,
          parts: `{"choices":[{"message":{"content":["${a}",{"type":"text","text":"${b}"}]}}],"usage":{"prompt_tokens":${p},"input_tokens":${c}}}`,
          two: `{"choices":[${choice(a)},${choice(b)}],"usage":{"total_tokens":${t}}}`,
        }
        return `{"custom_id":${id},"response":{"status_code":200,"body":${bodies[form]}},"error":null}`
      })
    fc.assert(
      fc.property(fc.array(line, { minLength: 10, maxLength: 60 }), (lines) => {
        const fast = read(lines, readerOf('answers'), true)
        expect(fast.lines).toEqual(read(lines, readerOf('answers'), false, 1).lines)
      }),
      runs(200),
    )
  })
})

test('lines of the usual forms are recognised', () => {
  const usual = results.filter((line) => !/"choices":\[.*"choices"|\},\{"index":1/.test(line))
  expect(read(usual, readerOf('answers'), true).recognised / usual.length).toBeGreaterThan(0.8)
  expect(read(requests, readerOf('requests'), true).recognised).toBeGreaterThanOrEqual(
    requests.length,
  )
})
