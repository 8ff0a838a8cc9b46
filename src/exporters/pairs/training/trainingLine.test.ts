// Whatever requests and answers look like: a line that is written is one that the app's own format of
// chat fine-tuning accepts.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '../../../base/assert.ts'
import { createFormatValidator } from '../../../formats/formatValidator.ts'
import { findFormat } from '../../../formats/registry.ts'
import { examples as anthropic } from '../../../providers/anthropic/pairing.examples.ts'
import { examples as bedrock } from '../../../providers/bedrock/pairing.examples.ts'
import { examples as gemini } from '../../../providers/gemini/pairing.examples.ts'
import { examples as openai } from '../../../providers/openai/pairing.examples.ts'
import { exampleRow } from '../testing/exampleRows.ts'
import { trainingLine } from './trainingLine.ts'
import { runs } from '../../../tooling/runs.ts'

const providers = { openai, anthropic, gemini, bedrock }

const validator = createFormatValidator(present(findFormat('chatFineTuning'), 'format'))

/** Lines of chat with all that training takes and more, beside the examples of the providers. */
const MESSAGES = [
  '{"role":"system","content":"Be brief.","name":"s"}',
  '{"role":"developer","content":[{"type":"text","text":"Be kind."}]}',
  '{"role":"user","content":"Hi"}',
  '{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}}]}',
  '{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]}',
  '{"role":"assistant","content":"Well","refusal":null,"audio":null,"annotations":[]}',
  '{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}',
  '{"role":"assistant","refusal":"No."}',
  '{"role":"tool","tool_call_id":"c","content":"7"}',
  '{"role":"function","name":"f","content":null}',
]
const TOOLS = [
  '{"type":"function","function":{"name":"f","description":"d","strict":null,"parameters":{}}}',
  '{"type":"function","name":"f","parameters":{"type":"object"},"strict":true}',
  '{"type":"custom","custom":{"name":"c"}}',
  '{"name":"f","input_schema":{"type":"object"}}',
  '{"type":"web_search"}',
]

const arbitraryRequest = fc
  .record({
    messages: fc.array(fc.constantFrom(...MESSAGES), { maxLength: 4 }),
    tools: fc.oneof(fc.constant([]), fc.array(fc.constantFrom(...TOOLS), { maxLength: 2 })),
    functions: fc.constantFrom('null', '[]', '[{"name":"f","parameters":{}}]'),
  })
  .map(
    ({ messages, tools, functions }) =>
      `{"custom_id":"a","url":"/v1/chat/completions","body":{"model":"m","messages":[${messages.join(',')}],"tools":[${tools.join(',')}],"functions":${functions},"parallel_tool_calls":true}}`,
  )

/** Columns leave out the others before lines are read. */
function goodOnes(id: string, results: readonly { readonly line: string }[]): string[] {
  return results
    .map(({ line }) => line)
    .filter((line) => {
      const { answerClass } = exampleRow([undefined, line], id)
      return answerClass?.isSuccess && answerClass.unusable === undefined
    })
}

const pair = fc.oneof(
  fc.constantFrom(...Object.entries(providers)).chain(([id, { requests, results }]) =>
    fc.record({
      id: fc.constant(id),
      request: fc.constantFrom(...requests.map(({ line }) => line)),
      answer: fc.constantFrom(...goodOnes(id, results)),
    }),
  ),
  fc.record({
    id: fc.constant('openai'),
    request: arbitraryRequest,
    answer: fc.constantFrom(...goodOnes('openai', openai.results)),
  }),
)

/** Puts `value` in place of the nth value inside `root`, counted in order, round and round. */
function replaceNth(root: unknown, n: number, value: unknown): unknown {
  const slots: [Record<string, unknown>, string][] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      slots.push([node as Record<string, unknown>, key])
      visit((node as Record<string, unknown>)[key])
    }
  }
  visit(root)
  const slot = slots[n % Math.max(1, slots.length)]
  if (slot) slot[0][slot[1]] = value
  return root
}

const damage = fc.option(
  fc.tuple(
    fc.nat(),
    fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom<unknown>('', [], {}, null, 'user')),
  ),
  { nil: undefined, freq: 1 },
)

describe('a training line', () => {
  test('is valid by the format of chat fine-tuning', () => {
    let lines = 0
    fc.assert(
      fc.property(pair, damage, damage, ({ id, request, answer }, first, second) => {
        const damaged = (line: string, at: typeof first) =>
          at ? JSON.stringify(replaceNth(JSON.parse(line), ...at)) : line
        const row = exampleRow([damaged(request, first), damaged(answer, second)], id)
        // Columns leave these out before lines are read.
        if (row.outcome !== 'succeeded' || row.unusable !== undefined) return
        const written = trainingLine(row)
        if (written.kind === 'leftOut') return
        lines++
        const { findings } = validator.validate(JSON.parse(String(written.content)))
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      runs(6000),
    )
    expect(lines).toBeGreaterThan(100)
  })
})
