// What coding agents print to programs, and keep beside messages: entries that say by their type what happened.
import { describe, expect, test } from 'vitest'
import { shown } from './testing/shownTranscript.ts'

describe('logs', () => {
  test.each([
    [
      'what Claude Code says at the end of a run',
      { type: 'result', subtype: 'success', is_error: false, result: 'Ho', session_id: 's' },
      'messages: assistant «Ho»',
    ],
    [
      'what was typed while it worked',
      { type: 'queue-operation', operation: 'enqueue', content: 'Hi', sessionId: 's' },
      'messages: user «Hi»',
    ],
    [
      'what was typed and handed on later',
      { type: 'attachment', attachment: { type: 'queued_command', prompt: 'Hi' }, uuid: 'u' },
      'messages: user «Hi»',
    ],
    [
      'what another agent of Claude Code does',
      {
        type: 'progress',
        data: {
          type: 'agent_progress',
          message: { type: 'assistant', message: { role: 'assistant', content: 'Ho' } },
        },
      },
      'messages: assistant «Ho»',
    ],
    [
      'how it is with hooks',
      { type: 'progress', data: { type: 'hook_progress', command: 'x' }, toolUseID: 't' },
      'noConversation',
    ],
    [
      'what Codex was told',
      {
        type: 'session_meta',
        payload: { id: 'i', instructions: 'Own', base_instructions: { text: 'Base' } },
      },
      'messages: system «Base» «Own»',
    ],
    [
      'what Codex ran',
      {
        type: 'event_msg',
        payload: {
          type: 'exec_command_end',
          call_id: 'c',
          command: ['bash', '-lc', 'ls'],
          stdout: 'a',
          stderr: 'b',
        },
      },
      'messages: assistant command(bash -lc ls), tool result(«a\nb»)',
    ],
    [
      'what it changed',
      {
        type: 'event_msg',
        payload: { type: 'patch_apply_end', call_id: 'c', stdout: 'ok', changes: { a: 1 } },
      },
      'messages: assistant apply_patch({"a":1}), tool result(«ok»)',
    ],
    [
      'the servers that it asked',
      {
        type: 'event_msg',
        payload: {
          type: 'mcp_tool_call_end',
          call_id: 'c',
          invocation: { server: 's', tool: 't', arguments: { a: 1 } },
          result: { Ok: { content: [{ type: 'text', text: 'r' }] } },
        },
      },
      'messages: assistant s.t({"a":1}), tool result(«r»)',
    ],
    [
      'what went wrong',
      { type: 'event_msg', payload: { type: 'error', message: 'No' } },
      'messages: error «No»',
    ],
    ['errors of other logs', { type: 'error', message: 'No' }, 'noConversation'],
    [
      'thoughts that Codex prints',
      { type: 'item.completed', item: { id: 'i', type: 'reasoning', text: 'Hm' } },
      'messages: assistant reasoning(Hm)',
    ],
    [
      'files that it says it changed',
      {
        type: 'item.completed',
        item: { id: 'i', type: 'file_change', changes: [{ path: 'a', kind: 'add' }] },
      },
      'messages: assistant file_change([{"path":"a","kind":"add"}])',
    ],
    [
      'servers that it says it asked',
      {
        type: 'item.completed',
        item: {
          id: 'i',
          type: 'mcp_tool_call',
          server: 's',
          tool: 't',
          arguments: { a: 1 },
          result: { content: [{ type: 'text', text: 'r' }] },
          error: null,
        },
      },
      'messages: assistant s.t({"a":1}), tool result(«r»)',
    ],
    [
      'what it looked for',
      { type: 'item.completed', item: { id: 'i', type: 'web_search', query: 'q' } },
      'messages: assistant web_search(q)',
    ],
    [
      'what it plans',
      {
        type: 'item.started',
        item: { id: 'i', type: 'todo_list', items: [{ text: 'One', completed: true }] },
      },
      'messages: assistant todo_list([{"text":"One","completed":true}])',
    ],
    [
      'a run that failed',
      { type: 'turn.failed', error: { message: 'No' } },
      'messages: error «No»',
    ],
    [
      'calls that Gemini CLI prints',
      { type: 'tool_use', tool_name: 'read', tool_id: 'c', parameters: { a: 1 } },
      'messages: assistant read({"a":1})',
    ],
    [
      'results that it prints',
      { type: 'tool_result', tool_id: 'c', status: 'success', output: 'ok' },
      'messages: tool result(«ok»)',
    ],
    [
      'calls that failed',
      { type: 'tool_result', tool_id: 'c', status: 'error', error: { message: 'No' } },
      'messages: tool result(«No»)',
    ],
    [
      'what it set again in a session',
      { $set: { lastUpdated: 't', messages: [{ id: '1', type: 'user', content: 'Hi' }] } },
      'messages: user «Hi»',
    ],
    [
      'what OpenHands was told',
      { kind: 'SystemPromptEvent', system_prompt: { type: 'text', text: 'S' }, tools: [] },
      'messages: system «S»',
    ],
    [
      'what it forgot',
      { kind: 'Condensation', forgotten_event_ids: ['a'], summary: 'So far' },
      'messages: summary «So far»',
    ],
    [
      'calls that could not be made',
      { kind: 'AgentErrorEvent', error: 'No', tool_call_id: 'c' },
      'messages: tool result(«No»)',
    ],
    [
      'why it calls',
      {
        kind: 'ActionEvent',
        thought: [],
        reasoning_content: 'Hm',
        tool_name: 'finish',
        tool_call: { id: 'c', name: 'finish', arguments: '{}' },
      },
      'messages: assistant reasoning(Hm) finish({})',
    ],
    [
      'what its surroundings tell apart',
      { source: 'environment', observation: 'state', content: '', extras: { state: 'running' } },
      'messages: tool result(«{"state":"running"}»)',
    ],
    [
      'steps of the interchange format',
      {
        schema_version: 'ATIF-v1.4',
        steps: [
          { step_id: 1, source: 'user', message: 'Hi' },
          {
            step_id: 2,
            source: 'agent',
            message: 'Ho',
            reasoning_content: 'Hm',
            tool_calls: [{ tool_call_id: 'c', function_name: 'f', arguments: { a: 1 } }],
            observation: { results: [{ source_call_id: 'c', content: 'r' }] },
          },
        ],
      },
      'messages: user «Hi», assistant reasoning(Hm) «Ho» f({"a":1}), tool result(«r»)',
    ],
  ])('%s', (_, line, expected) => expect(shown(line)).toBe(expected))
})
