// Completion at a caret, which stands in these texts as a bar.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJson } from '../../json/isJson.ts'
import { runs } from '../../tooling/runs.ts'
import { writeBody } from '../forms/bodyForm.ts'
import { ENDPOINT_FORMS } from '../forms/endpointForms.ts'
import { complete } from './complete.ts'

const CHAT = '/v1/chat/completions'

function at(marked: string, endpoint = CHAT, columns: readonly string[] = []) {
  const caret = marked.indexOf('|')
  return complete(endpoint, marked.replace('|', ''), caret, columns)
}

const labels = (marked: string, endpoint?: string) =>
  at(marked, endpoint)?.options.map(({ label }) => label)

/** The text with its first option taken; the bar is the caret. */
function taken(marked: string, endpoint?: string, columns?: readonly string[]): string {
  const completion = at(marked, endpoint, columns)
  const [option] = completion?.options ?? []
  if (!completion || !option) throw new Error('nothing is offered')
  const body = marked.replace('|', '')
  const { insert, caret } = option
  const marking = `${insert.slice(0, caret)}|${insert.slice(caret)}`
  return body.slice(0, completion.from) + marking + body.slice(completion.to)
}

describe('keys', () => {
  test('of the body, but those that are there', () => {
    const keys = labels('{"model": "m", |"temperature": 1}') ?? []
    expect(keys).toContain('top_p')
    expect(keys).not.toContain('model')
    expect(keys).not.toContain('temperature')
    expect(labels('{"custom|"}')).toBeUndefined()
  })

  test('by what is typed, with a beginning of their value', () => {
    expect(taken('{"mod|": "x"}')).toBe('{"model"|: "x"}')
    expect(taken('{"max_comp|')).toBe('{"max_completion_tokens": |')
    expect(taken('{"logp|robs}')).toBe('{"logprobs": |}')
    expect(taken('{"mess|"}')).toBe('{"messages": [|]}')
    expect(taken('{"response_f|}')).toBe('{"response_format": {|}}')
    expect(taken('{"verbo|\n"n": 1}')).toBe('{"verbosity": "|",\n"n": 1}')
  })

  test('of inner objects, by the texts that are there', () => {
    expect(labels('{"messages": [{"role": "tool", "content": "x", |}]}')).toEqual([
      'tool_call_id',
      'name',
    ])
    expect(labels('{"response_format": {|, "type": "json_schema"}}')).toEqual(['json_schema'])
    expect(labels('{"response_format": {"type": "json_schema", "json_schema": {"s|"}}}')).toEqual([
      'schema',
      'strict',
    ])
  })

  test('of other providers', () => {
    expect(labels('{"m|"}', 'anthropic:messages')).toEqual(['model', 'max_tokens', 'messages'])
    expect(labels('{|}', 'gemini:generateContent')).toEqual(['contents', 'content'])
    expect(labels('{"mes|"}', 'azure:/chat/completions')).toEqual(['messages'])
    expect(labels('{|}', 'bedrock:converse')).toBeUndefined()
  })
})

describe('values', () => {
  test('that the schema lists', () => {
    expect(labels('{"reasoning_effort": "m|"}')).toEqual(['minimal', 'medium', 'max'])
    expect(taken('{"reasoning_effort": "lo|"}')).toBe('{"reasoning_effort": "low"|}')
    expect(labels('{"logprobs": |}')).toEqual(['true', 'false', 'null'])
    expect(labels('{"logprobs": t|')).toEqual(['true'])
    expect(labels('{"modalities": ["text", "|"]}')).toEqual(['text', 'audio'])
  })

  test('that tell alternatives apart', () => {
    expect(labels('{"messages": [{"role": "|", "content": "x"}]}')).toContain('assistant')
    expect(labels('{"messages": [{"role": "user", "content": [{"type": "|"}]}]}')).toEqual([
      'text',
      'image_url',
      'input_audio',
      'file',
    ])
  })

  test('are not offered where any text may stand, or the text is whole', () => {
    expect(labels('{"model": "|"}')).toBeUndefined()
    expect(labels('{"verbosity": "low|"}')).toBeUndefined()
    expect(labels('{"messages": [{"role": "user", "content": "Hi, |"}]}')).toBeUndefined()
  })
})

test('columns stand for placeholders', () => {
  const columns = ['prompt', 'price', 'id']
  expect(taken('{"input": "About {{pri|"}', CHAT, columns)).toBe('{"input": "About {{price}}|"}')
  expect(taken('{"seed": "{{{i|}}}"}', CHAT, columns)).toBe('{"seed": "{{{id}}}|"}')
  expect(at('{"{{p|": 1}', CHAT, columns)).toBeUndefined()
})

test('nothing is offered where nothing can stand', () => {
  for (const marked of ['|{}', '{}|', '{"a" |: 1}', '{"a": 1 |}', '{"a": [1 |]}', '|']) {
    expect(at(marked)).toBeUndefined()
  }
})

test('taken at any place of a body, an option leaves JSON, but for a number that is still to be typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENDPOINT_FORMS), fc.nat(), ({ endpoint, body }, place) => {
      const text = writeBody(body)
      const caret = place % (text.length + 1)
      const completion = complete(endpoint, text, caret, ['prompt'])
      for (const { insert, caret: inside } of completion?.options ?? []) {
        const before = text.slice(0, completion?.from) + insert.slice(0, inside)
        const after = insert.slice(inside) + text.slice(completion?.to)
        expect([before + after, `${before}0${after}`].some(isJson)).toBe(true)
      }
    }),
    runs(500),
  )
})

test('text that is cut anywhere is no exception', () => {
  const text = writeBody(ENDPOINT_FORMS[0]?.body ?? {})
  for (let end = 0; end <= text.length; end++) {
    expect(() => complete(CHAT, text.slice(0, end), end, [])).not.toThrow()
  }
})
