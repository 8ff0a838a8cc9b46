import { describe, expect, test } from 'vitest'
import type { Part } from '../pairing/conversation.ts'
import { readTranscript } from './readTranscript.ts'

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

test('what is no part of the conversation is told, cut', () => {
  const read = readTranscript(
    JSON.stringify({ id: 7, note: 'x'.repeat(9000), messages: hi, model: 'm' }),
  )
  if (read.kind !== 'conversation') throw new Error('none')
  expect(read.model).toBe('m')
  expect(read.others.map(({ name }) => name)).toEqual(['id', 'note', 'model'])
  expect(read.others[1]?.text.length).toBeLessThan(600)
})
