// Lines of logs of coding agents of the terminal, as these write them.
import { describe, expect, test } from 'vitest'
import { shown } from './testing/shownTranscript.ts'

describe('logs', () => {
  test.each([
    [
      'goose',
      {
        id: 'm',
        role: 'assistant',
        created: 1,
        content: [
          { type: 'thinking', thinking: 'Hm', signature: '' },
          { type: 'text', text: 'Ho' },
          {
            type: 'toolRequest',
            id: 'c',
            toolCall: { status: 'success', value: { name: 'shell', arguments: { command: 'ls' } } },
          },
        ],
      },
      'messages: assistant reasoning(Hm) «Ho» shell({"command":"ls"})',
    ],
    [
      'what its tools give back',
      {
        type: 'message',
        message: {
          role: 'user',
          content: [
            {
              type: 'toolResponse',
              id: 'c',
              toolResult: {
                status: 'success',
                value: { content: [{ type: 'text', text: 'a' }], isError: false },
              },
            },
            {
              type: 'toolResponse',
              id: 'd',
              toolResult: { status: 'success', value: [{ type: 'text', text: 'b' }] },
            },
            { type: 'toolResponse', id: 'e', toolResult: { status: 'error', error: 'No' } },
          ],
        },
      },
      'messages: user result(«a») result(«b») result(«No»)',
    ],
    [
      'calls of goose that are none',
      {
        role: 'assistant',
        content: [{ type: 'toolRequest', id: 'c', toolCall: { status: 'error', error: 'No' } }],
      },
      'messages: assistant other:toolRequest',
    ],
    [
      'what a tool of goose says while it runs',
      { type: 'notification', extension_id: 'developer', log: { message: 'Compiling' } },
      'messages: notification «Compiling»',
    ],
    [
      'how far a tool of goose is',
      {
        type: 'notification',
        extension_id: 'developer',
        progress: { progress: 3, total: 10, message: 'Three of ten' },
      },
      'messages: notification «Three of ten»',
    ],
    [
      'the same without words',
      {
        type: 'notification',
        extension_id: 'd',
        progress: { progress: 3, total: 10, message: null },
      },
      'messages: notification «3 / 10»',
    ],
    ['why goose stopped', { type: 'error', error: 'Rate limit' }, 'messages: error «Rate limit»'],
    ['an error of some other log', { type: 'error', error: 'Rate limit', at: 1 }, 'noConversation'],
    ['how goose ended', { type: 'complete', total_tokens: 12 }, 'noConversation'],
    [
      'a notification of something else',
      { type: 'notification', log: { message: 'Compiling' } },
      'noConversation',
    ],
    [
      'what Copilot CLI goes on from when its context was full',
      {
        type: 'session.compaction_complete',
        data: {
          success: true,
          preCompactionTokens: 9,
          summaryContent: 'So far',
          checkpointNumber: 1,
        },
      },
      'messages: summary «So far»',
    ],
    [
      'why it could not make it shorter',
      { type: 'session.compaction_complete', data: { success: false, error: 'No' } },
      'messages: error «No»',
    ],
    [
      'that it begins to make it shorter',
      { type: 'session.compaction_start', data: { conversationTokens: 9 } },
      'noConversation',
    ],
    [
      'what it tells beside',
      { type: 'session.info', data: { infoType: 'mcp', message: 'Connected' } },
      'messages: info «Connected»',
    ],
    [
      'Copilot CLI',
      { type: 'user.message', data: { content: 'Hi', attachments: [] }, id: 'i', parentId: null },
      'messages: user «Hi»',
    ],
    [
      'its answers and calls',
      {
        type: 'assistant.message',
        data: {
          messageId: 'm',
          content: 'Ho',
          reasoningText: 'Hm',
          toolRequests: [
            { toolCallId: 'c', name: 'view', arguments: { path: 'a' } },
            { toolCallId: 'd', name: 'bash', arguments: '{"command":"ls"}' },
          ],
        },
      },
      'messages: assistant reasoning(Hm) «Ho» view({"path":"a"}) bash({"command":"ls"})',
    ],
    [
      'its thoughts',
      { type: 'assistant.reasoning', data: { reasoningId: 'r', content: 'Hm' } },
      'messages: assistant reasoning(Hm)',
    ],
    [
      'its tools',
      {
        type: 'tool.execution_start',
        data: { toolCallId: 'c', toolName: 'view', arguments: { path: 'a' } },
      },
      'messages: assistant view({"path":"a"})',
    ],
    [
      'what they gave back',
      {
        type: 'tool.execution_complete',
        data: { toolCallId: 'c', success: true, result: { content: 'a', detailedContent: 'aa' } },
      },
      'messages: tool result(«a»)',
    ],
    [
      'why they could not',
      {
        type: 'tool.execution_complete',
        data: { toolCallId: 'c', success: false, error: { message: 'No', code: 'denied' } },
      },
      'messages: tool result(«No»)',
    ],
    [
      'how its session began',
      { type: 'session.start', data: { sessionId: 's', version: 1, producer: 'copilot-agent' } },
      'noConversation',
    ],
    [
      'OpenCode',
      {
        type: 'text',
        timestamp: 1,
        sessionID: 's',
        part: { id: 'p', messageID: 'm', type: 'text', text: 'Ho', time: { start: 1, end: 2 } },
      },
      'messages: assistant «Ho»',
    ],
    [
      'its calls, each with what came back',
      {
        type: 'tool_use',
        sessionID: 's',
        part: {
          type: 'tool',
          tool: 'bash',
          callID: 'c',
          state: { status: 'completed', input: { command: 'ls' }, output: 'a', title: 'ls' },
        },
      },
      'messages: assistant bash({"command":"ls"}) result(«a»)',
    ],
    [
      'its calls that failed',
      {
        type: 'message.part.updated',
        properties: {
          part: {
            type: 'tool',
            tool: 'bash',
            callID: 'c',
            state: { status: 'error', input: {}, error: 'No' },
          },
        },
      },
      'messages: assistant bash({}) result(«No»)',
    ],
    [
      'its steps',
      { type: 'step_finish', sessionID: 's', part: { type: 'step-finish', reason: 'stop' } },
      'noConversation',
    ],
    [
      'what went wrong for it',
      {
        type: 'error',
        sessionID: 's',
        error: { name: 'APIError', data: { message: 'No' } },
      },
      'messages: error «No»',
    ],
    [
      'a session that OpenCode exported',
      {
        info: { id: 's', title: 'T' },
        messages: [
          { info: { id: 'a', role: 'user' }, parts: [{ type: 'text', text: 'Hi' }] },
          {
            info: { id: 'b', role: 'assistant', modelID: 'm' },
            parts: [
              { type: 'step-start' },
              { type: 'reasoning', text: 'Hm' },
              {
                type: 'tool',
                tool: 'read',
                callID: 'c',
                state: { status: 'completed', input: { filePath: 'a' }, output: 'b' },
              },
              { type: 'text', text: 'Ho' },
              { type: 'step-finish', reason: 'stop' },
            ],
          },
        ],
      },
      'messages: user «Hi», assistant reasoning(Hm) read({"filePath":"a"}) result(«b») «Ho»',
    ],
  ])('%s', (_, line, expected) => expect(shown(line)).toBe(expected))
})
