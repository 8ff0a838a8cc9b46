import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { readTranscript } from './readTranscript.ts'
import { partText, shown } from './testing/shownTranscript.ts'

/** Keys and values of the shapes below. */
const WORDS =
  'messages message role content type text parts payload user assistant tool tool_calls function name arguments input output instruction history conversations from value human gpt function_call observation action args thought trajectory thinking tool_use tool_result reasoning summary item data kwargs constructor kind ActionEvent ObservationEvent MessageEvent llm_message tool_call toolCalls thoughts result functionResponse compacted replacement_history command_execution command agent_message response request body choices candidates contents custom_id error response_item function_call_output image_url file input_text output_text chosen rejected toolRequest toolResponse toolCall toolResult state info part properties user.message assistant.message toolRequests tool.execution_complete message.part.updated sessionID tool'.split(
    ' ',
  )

const hi = [{ role: 'user', content: 'Hi' }]
const ho = { role: 'assistant', content: 'Ho' }

describe('what providers know', () => {
  const batch = { custom_id: 'a', method: 'POST' }
  test.each([
    [
      'chat',
      { ...batch, url: '/v1/chat/completions', body: { messages: hi } },
      'messages: user «Hi»',
    ],
    ['responses', { ...batch, url: '/v1/responses', body: { input: 'Hi' } }, 'messages: user «Hi»'],
    [
      'several answers',
      {
        custom_id: 'a',
        error: null,
        response: {
          status_code: 200,
          body: {
            choices: [
              { index: 0, message: ho, finish_reason: 'stop' },
              { index: 1, message: { role: 'assistant', refusal: 'No' }, finish_reason: 'length' },
            ],
          },
        },
      },
      'answer1: assistant «Ho» [stop] | answer2: assistant refusal(No) [length]',
    ],
    [
      'Anthropic',
      { custom_id: 'a', params: { system: 'S', messages: hi } },
      'messages: system «S», user «Hi»',
    ],
    [
      'Gemini, with the request beside the answer',
      {
        key: 'a',
        request: { contents: [{ parts: [{ text: 'Hi' }] }] },
        response: { candidates: [{ content: { parts: [{ text: 'Ho' }] }, finishReason: 'STOP' }] },
      },
      'messages: user «Hi» | answer: assistant «Ho» [STOP]',
    ],
    ['Mistral', { custom_id: 'a', body: { messages: hi } }, 'messages: user «Hi»'],
  ])('%s', (_, line, expected) => expect(shown(line)).toBe(expected))

  test('a failure is a transcript without messages', () => {
    const line = {
      custom_id: 'a',
      response: null,
      error: { code: 'batch_expired', message: 'Late' },
    }
    expect(readTranscript(JSON.stringify(line))).toMatchObject({
      sections: [],
      failure: { code: 'batch_expired', message: 'Late' },
    })
  })
})

describe('files to learn from', () => {
  test.each([
    ['chat', { messages: [...hi, ho] }, 'messages: user «Hi», assistant «Ho»'],
    [
      'DPO',
      {
        input: { messages: hi },
        preferred_output: [ho],
        non_preferred_output: [{ role: 'assistant', content: 'X' }],
      },
      'messages: user «Hi» | preferred: assistant «Ho» | rejected: assistant «X»',
    ],
    [
      'preferences as texts',
      { prompt: 'Hi', chosen: 'Ho', rejected: 'X' },
      'messages: user «Hi» | preferred: assistant «Ho» | rejected: assistant «X»',
    ],
    [
      'RFT',
      { messages: hi, reference_answer: '42' },
      'messages: user «Hi» | reference: assistant «42»',
    ],
    [
      'ShareGPT',
      {
        system: 'S',
        conversations: [
          { from: 'human', value: 'Hi' },
          { from: 'function_call', value: '{"name":"f","arguments":{"a":1}}' },
          { from: 'observation', value: '3' },
          { from: 'gpt', value: 'Ho' },
        ],
      },
      'messages: system «S», user «Hi», assistant f({"a":1}), tool result(«3»), assistant «Ho»',
    ],
    [
      'Alpaca',
      { instruction: 'Do', input: 'this', output: 'Done' },
      'messages: user «Do» «this» | answer: assistant «Done»',
    ],
    [
      'Alpaca, with what was said before',
      { instruction: 'Do', input: '', output: 'Done', system: 'S', history: [['Hi', 'Ho']] },
      'messages: system «S», user «Hi», assistant «Ho», user «Do» | answer: assistant «Done»',
    ],
    [
      'prompt and completion',
      { prompt: 'Hi', completion: 'Ho' },
      'messages: user «Hi» | answer: assistant «Ho»',
    ],
    [
      'evals',
      { input: hi, ideal: ['Ho', 'Hey'] },
      'messages: user «Hi» | reference: assistant «Ho», assistant «Hey»',
    ],
    [
      'contents',
      {
        contents: [
          { role: 'user', parts: [{ text: 'Hi' }] },
          { role: 'model', parts: [{ text: 'Ho' }] },
        ],
      },
      'messages: user «Hi», assistant «Ho»',
    ],
    [
      'tools and images',
      {
        messages: [
          {
            role: 'user',
            content: [{ type: 'image_url', image_url: { url: 'https://x.test/a.png' } }],
          },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: '1', function: { name: 'f', arguments: '{}' } }],
          },
          { role: 'tool', tool_call_id: '1', content: '3' },
        ],
      },
      'messages: user image:url, assistant f({}), tool result(«3»)',
    ],
  ])('%s', (_, line, expected) => expect(shown(line)).toBe(expected))
})

test.each([
  ['', 'blank'],
  ['{"messages": [', 'notJson'],
  ['{"level":"info","message":"started"}', 'noConversation'],
  ['{"messages":[]}', 'noConversation'],
  ['[1,2]', 'noConversation'],
  ['null', 'noConversation'],
  ['"text"', 'noConversation'],
])('%s: %s', (line, expected) => expect(shown(line)).toBe(expected))

test('hostile lines are text, are bounded, and never throw', () => {
  expect(
    shown({
      messages: [{ role: '<b>x</b>', content: '\u0000\u202e<img src=x onerror=alert(1)>' }],
    }),
  ).toBe('messages: <b>x</b> «\u0000\u202e<img src=x onerror=alert(1)>»')
  expect(shown({ messages: [{ role: 'r'.repeat(1e5), content: 'x' }] }).length).toBeLessThan(200)
  expect(shown('{"__proto__":{"messages":[{"role":"user","content":"Hi"}]}}')).toBe(
    'noConversation',
  )
  const nested = `${'{"type":"tool_result","content":['.repeat(50_000)}${']}'.repeat(50_000)}`
  expect(['conversation', 'tooDeep', 'notJson']).toContain(
    readTranscript(`{"messages":[{"role":"user","content":[${nested}]}]}`).kind,
  )
  const many = { messages: Array.from({ length: 5000 }, () => hi[0]) }
  expect(readTranscript(JSON.stringify(many))).toMatchObject({
    sections: [{ messages: { length: 5000 } }],
  })
})

/** JSON with the keys and words by which conversations are told, in any place. */
const anyRecord = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...WORDS, null, true, 0, -1.5, '', '{"name":1}'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...WORDS, '__proto__', 'x'), tie('value'), { maxKeys: 6 }),
  ),
})).value

test('whatever JSON it is, it is read or said to be none', () => {
  fc.assert(
    fc.property(fc.oneof(anyRecord, fc.jsonValue()), (record) => {
      const read = readTranscript(JSON.stringify(record))
      if (read.kind !== 'conversation') {
        expect(read.kind).toMatch(/^(noConversation|blank|tooDeep)$/)
        return
      }
      expect(read.sections.length > 0 || read.failure !== undefined).toBe(true)
      for (const { messages } of read.sections) {
        expect(messages.length).toBeGreaterThan(0)
        for (const { role, parts } of messages) {
          expect(typeof role).toBe('string')
          for (const part of parts) expect(typeof partText(part)).toBe('string')
        }
      }
    }),
    runs(3000),
  )
})

test('what is no part of the conversation is told, cut', () => {
  const read = readTranscript(
    JSON.stringify({ id: 7, note: 'x'.repeat(9000), messages: hi, model: 'm' }),
  )
  if (read.kind !== 'conversation') throw new Error('none')
  expect(read.model).toBe('m')
  expect(read.others.map(({ name }) => name)).toEqual(['id', 'note', 'model'])
  expect(read.others[1]?.text.length).toBeLessThan(600)
})
