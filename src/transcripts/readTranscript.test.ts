import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Part } from '../pairing/conversation.ts'
import { runs } from '../tooling/runs.ts'
import { readTranscript } from './readTranscript.ts'

/** Keys and values of the shapes below. */
const WORDS =
  'messages message role content type text parts payload user assistant tool tool_calls function name arguments input output instruction history conversations from value human gpt function_call observation action args thought trajectory thinking tool_use tool_result reasoning summary item data kwargs constructor kind ActionEvent ObservationEvent MessageEvent llm_message tool_call toolCalls thoughts result functionResponse compacted replacement_history command_execution command agent_message response request body choices candidates contents custom_id error response_item function_call_output image_url file input_text output_text chosen rejected'.split(
    ' ',
  )

/** 'messages: user «Hi» | answer: assistant «Ho» [stop]'. */
function shown(line: unknown): string {
  const read = readTranscript(typeof line === 'string' ? line : JSON.stringify(line))
  if (read.kind !== 'conversation') return read.kind
  return read.sections
    .map(({ kind, number, messages }) => {
      const said = messages.map(
        ({ role, parts, finishReason }) =>
          `${role} ${parts.map(partText).join(' ')}${finishReason ? ` [${finishReason}]` : ''}`,
      )
      return `${kind}${number ?? ''}: ${said.join(', ')}`
    })
    .join(' | ')
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `«${part.text}»`
    case 'reasoning':
    case 'refusal':
      return `${part.kind}(${part.text})`
    case 'toolCall':
      return `${part.name}(${part.input})`
    case 'toolResult':
      return `result(${part.parts.map(partText).join(' ')})`
    case 'media':
      return `${part.media}:${part.source.kind}`
    case 'tokens':
      return `tokens(${part.count})`
    case 'other':
      return `other:${part.type}`
  }
}

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

describe('logs', () => {
  test.each([
    [
      'Claude Code',
      {
        type: 'assistant',
        uuid: 'u',
        message: {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm' },
            { type: 'tool_use', id: 't', name: 'Bash', input: { command: 'ls' } },
          ],
        },
      },
      'messages: assistant reasoning(Hm) Bash({"command":"ls"})',
    ],
    [
      'its results',
      {
        type: 'user',
        message: {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 't', content: 'a.txt' }],
        },
      },
      'messages: user result(«a.txt»)',
    ],
    ['its summaries', { type: 'summary', summary: 'S', leafUuid: 'u' }, 'messages: summary «S»'],
    [
      'Codex',
      {
        type: 'response_item',
        payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
      },
      'messages: user «Hi»',
    ],
    [
      'its calls',
      {
        type: 'response_item',
        payload: { type: 'function_call', name: 'shell', arguments: '{}', call_id: 'c' },
      },
      'messages: assistant shell({})',
    ],
    [
      'its results',
      { type: 'function_call_output', call_id: 'c', output: 'ok' },
      'messages: tool result(«ok»)',
    ],
    [
      'its events',
      { type: 'event_msg', payload: { type: 'agent_message', message: 'Ho' } },
      'messages: assistant «Ho»',
    ],
    [
      'Gemini CLI',
      { sessionId: 's', messageId: 0, type: 'user', message: 'Hi' },
      'messages: user «Hi»',
    ],
    [
      'OpenHands',
      { source: 'agent', action: 'run', args: { command: 'ls', thought: 'Hm' } },
      'messages: assistant reasoning(Hm) run({"command":"ls"})',
    ],
    [
      'SWE-agent',
      { trajectory: [{ action: 'ls', observation: 'a', thought: 'Hm' }] },
      'messages: assistant reasoning(Hm) action(ls), tool result(«a»)',
    ],
    [
      'a summary of Codex',
      { type: 'compacted', payload: { message: 'So far' } },
      'messages: summary «So far»',
    ],
    [
      'what Codex goes on from',
      { type: 'compacted', payload: { message: '', replacement_history: hi } },
      'messages: user «Hi»',
    ],
    [
      'its answers to a program',
      { type: 'item.completed', item: { id: 'i', type: 'agent_message', text: 'Ho' } },
      'messages: assistant «Ho»',
    ],
    [
      'its commands',
      {
        type: 'item.completed',
        item: { id: 'i', type: 'command_execution', command: 'ls', aggregated_output: 'a' },
      },
      'messages: assistant command(ls), tool result(«a»)',
    ],
    [
      'its results with whether they succeeded',
      {
        type: 'response_item',
        payload: {
          type: 'function_call_output',
          call_id: 'c',
          output: { content: 'ok', success: true },
        },
      },
      'messages: tool result(«ok»)',
    ],
    [
      'thoughts that are encrypted',
      {
        type: 'response_item',
        payload: { type: 'reasoning', summary: [], encrypted_content: 'g' },
      },
      'messages: assistant other:reasoning',
    ],
    [
      'a side of Claude Code',
      { isSidechain: true, type: 'user', message: { role: 'user', content: 'Hi' } },
      'messages: user «Hi»',
    ],
    [
      'a session of Gemini CLI',
      {
        sessionId: 's',
        messages: [
          { id: '1', type: 'user', content: 'Hi' },
          {
            type: 'gemini',
            content: 'Ho',
            thoughts: [{ subject: 'S', description: 'D' }],
            toolCalls: [
              {
                id: 'c',
                name: 'ls',
                args: { path: '.' },
                result: [{ functionResponse: { name: 'ls', response: { output: 'a' } } }],
              },
            ],
          },
          { type: 'info', content: 'Stopped' },
        ],
      },
      'messages: user «Hi», assistant reasoning(S: D) «Ho» ls({"path":"."}) result(other:response), info «Stopped»',
    ],
    [
      'a run of OpenHands',
      [
        { source: 'user', message: 'Hi', action: 'message', args: { content: 'Hi' } },
        { source: 'agent', message: 'x', observation: 'run', content: 'a' },
      ],
      'messages: user «Hi», tool result(«a»)',
    ],
    [
      'an evaluation of OpenHands',
      {
        instance_id: 'i',
        instruction: 'Do',
        history: [
          [
            { source: 'user', action: 'message', args: { content: 'Hi' } },
            { observation: 'run', content: 'a' },
          ],
        ],
      },
      'messages: user «Hi», tool result(«a»)',
    ],
    [
      'OpenHands as a library: messages',
      {
        kind: 'MessageEvent',
        source: 'user',
        llm_message: { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      },
      'messages: user «Hi»',
    ],
    [
      'its calls',
      {
        kind: 'ActionEvent',
        thought: [{ type: 'text', text: 'Hm' }],
        action: { kind: 'ExecuteBashAction', command: 'ls' },
        tool_name: 'bash',
        tool_call_id: 'c',
        tool_call: { id: 'c', name: 'bash', arguments: '{"command":"ls"}' },
      },
      'messages: assistant reasoning(Hm) bash({"command":"ls"})',
    ],
    [
      'its results',
      {
        kind: 'ObservationEvent',
        tool_name: 'bash',
        tool_call_id: 'c',
        observation: { kind: 'ExecuteBashObservation', content: [{ type: 'text', text: 'a' }] },
      },
      'messages: tool result(«a»)',
    ],
    [
      'the history of SWE-agent',
      {
        trajectory: [{ action: 'ls', observation: 'a', thought: 'Hm' }],
        history: [{ role: 'system', content: 'S', agent: 'primary' }, ...hi],
        info: {},
      },
      'messages: system «S», user «Hi»',
    ],
    [
      'LangChain',
      {
        messages: [
          { type: 'human', data: { content: 'Hi' } },
          { lc: 1, type: 'constructor', kwargs: { type: 'ai', content: 'Ho' } },
        ],
      },
      'messages: user «Hi», assistant «Ho»',
    ],
    [
      'a proxy',
      {
        request: { model: 'm', messages: hi },
        response: { choices: [{ message: ho, finish_reason: 'stop' }] },
      },
      'messages: user «Hi» | answer: assistant «Ho» [stop]',
    ],
    [
      'the AI SDK',
      {
        role: 'assistant',
        parts: [
          { type: 'text', text: 'Ho' },
          { type: 'tool-f', toolCallId: 'c', input: { a: 1 }, output: 3 },
        ],
      },
      'messages: assistant «Ho» f({"a":1}) result(«3»)',
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
