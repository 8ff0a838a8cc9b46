// Lines of logs of coding agents and of programs around models, as these write them.
import { describe, expect, test } from 'vitest'
import { shown } from './testing/shownTranscript.ts'

const hi = [{ role: 'user', content: 'Hi' }]
const ho = { role: 'assistant', content: 'Ho' }

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
