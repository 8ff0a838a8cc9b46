// Entries of logs that say by their type what happened: what Codex keeps and prints, and what Claude Code and
// Gemini CLI print to programs or keep beside messages.
import { isObject } from '../json/jsonPath.ts'
import { type Message, type Part, textPart } from '../pairing/conversation.ts'
import { field, filledText, hasField, listOf, textField } from '../pairing/jsonReading.ts'
import { inputText, outputParts, readParts } from './readMessage.ts'

type Reader = (event: unknown) => readonly Message[]

/** Undefined for what is no such entry, or has nothing to say. */
export function readTypedEvent(event: unknown): readonly Message[] | undefined {
  const messages = READERS.get(textField(event, 'type') ?? '')?.(event) ?? []
  return messages.length > 0 ? messages : undefined
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  // Codex: what it keeps of a session.
  ['user_message', (event) => said('user', field(event, 'message'))],
  [
    'agent_message',
    // Of `codex exec --json`, words stand under another key.
    (event) => said('assistant', field(event, 'message') ?? field(event, 'text')),
  ],
  ['agent_reasoning', thought],
  ['agent_reasoning_raw_content', thought],
  ['reasoning', thought],
  ['compacted', (event) => said('summary', field(field(event, 'payload'), 'message'))],
  ['session_meta', (event) => readSession(field(event, 'payload'))],
  ['exec_command_end', readCommand],
  [
    'patch_apply_end',
    (event) => called(event, 'apply_patch', field(event, 'changes'), output(event)),
  ],
  ['mcp_tool_call_end', readToolEnd],
  ['event_msg', (event) => failed(field(event, 'payload'))],
  ['turn.failed', (event) => said('error', field(field(event, 'error'), 'message'))],
  // Codex: what it prints to programs.
  ['item.completed', (event) => failed(field(event, 'item'))],
  ['command_execution', readCommand],
  ['file_change', (item) => called(item, 'file_change', field(item, 'changes'))],
  ['mcp_tool_call', readToolCall],
  ['web_search', (item) => called(item, 'web_search', field(item, 'query'))],
  ['todo_list', (item) => called(item, 'todo_list', field(item, 'items'))],
  // Gemini CLI: what it prints to programs.
  [
    'tool_use',
    (event) => called(event, filledText(field(event, 'tool_name')), field(event, 'parameters')),
  ],
  ['tool_result', readToolResult],
  // Claude Code: summaries, how a run ended, what was typed meanwhile.
  ['summary', (event) => said('summary', field(event, 'summary'))],
  ['compaction', (event) => said('summary', field(event, 'summary'))],
  [
    'result',
    (event) => (hasField(event, 'subtype') ? said('assistant', field(event, 'result')) : []),
  ],
  ['queue-operation', (event) => said('user', field(event, 'content'))],
  ['attachment', (event) => said('user', field(field(event, 'attachment'), 'prompt'))],
])

function said(role: string, content: unknown): readonly Message[] {
  const parts = typeof content === 'string' && content === '' ? [] : readParts(content)
  return parts.length > 0 ? [{ role, parts }] : []
}

/** Any log has entries of errors: these are told by what is around them. */
function failed(inner: unknown): readonly Message[] {
  return field(inner, 'type') === 'error' ? said('error', field(inner, 'message')) : []
}

function thought(event: unknown): readonly Message[] {
  const text = filledText(field(event, 'text'))
  return text === undefined ? [] : [{ role: 'assistant', parts: [{ kind: 'reasoning', text }] }]
}

/** What the model was told before all else. */
function readSession(session: unknown): readonly Message[] {
  const told = [
    filledText(field(field(session, 'base_instructions'), 'text')),
    filledText(field(session, 'instructions')),
  ].filter((text) => text !== undefined)
  return told.length > 0 ? [{ role: 'system', parts: told.map(textPart) }] : []
}

/** A command with what it printed. */
function readCommand(event: unknown): readonly Message[] {
  const command = field(event, 'command')
  // A shell and what it was told to do, one word each.
  const text = Array.isArray(command) ? command.join(' ') : filledText(command)
  return text === undefined ? [] : called(event, 'command', text, output(event))
}

function output(event: unknown): unknown {
  const all = textField(event, 'aggregated_output')
  if (all !== undefined) return all
  const texts = ['stdout', 'stderr'].map((key) => filledText(field(event, key)))
  const printed = texts.filter((text) => text !== undefined)
  return printed.length > 0 ? printed.join('\n') : undefined
}

function readToolEnd(event: unknown): readonly Message[] {
  const invocation = field(event, 'invocation')
  const result = field(event, 'result')
  const back = field(field(result, 'Ok'), 'content') ?? field(result, 'Err')
  return called(event, toolName(invocation), field(invocation, 'arguments'), back)
}

function readToolCall(item: unknown): readonly Message[] {
  const back = field(field(item, 'result'), 'content') ?? field(field(item, 'error'), 'message')
  return called(item, toolName(item), field(item, 'arguments'), back)
}

/** The name of a tool at a server. */
function toolName(call: unknown): string | undefined {
  const names = ['server', 'tool'].map((key) => filledText(field(call, key)))
  const known = names.filter((name) => name !== undefined)
  return known.length > 0 ? known.join('.') : undefined
}

function readToolResult(event: unknown): readonly Message[] {
  const id = filledText(field(event, 'tool_id'))
  const back = field(event, 'output') ?? field(field(event, 'error'), 'message')
  return id === undefined ? [] : [toolMessage(id, back)]
}

/** A call, and what came back where that is known. */
function called(
  event: unknown,
  name: string | undefined,
  input: unknown,
  back?: unknown,
): readonly Message[] {
  if (name === undefined || input === undefined) return []
  const id = ['call_id', 'tool_id', 'id'].map((key) => filledText(field(event, key))).find(Boolean)
  const call: Part = { kind: 'toolCall', id, name, input: inputText(input) }
  const asked: Message = { role: 'assistant', parts: [call] }
  return back === undefined || back === null ? [asked] : [asked, toolMessage(id, back)]
}

export function toolMessage(callId: string | undefined, content: unknown): Message {
  return { role: 'tool', parts: [{ kind: 'toolResult', callId, parts: outputParts(content) }] }
}

/** A line of the Agent Trajectory Interchange Format: what was said, thought, called and seen, in one. */
export function readTrajectoryStep(step: unknown): readonly Message[] | undefined {
  const source = filledText(field(step, 'source'))
  if (source === undefined || field(step, 'step_id') === undefined) return undefined
  const reasoning = filledText(field(step, 'reasoning_content'))
  const parts: Part[] = [
    ...(reasoning === undefined ? [] : [{ kind: 'reasoning' as const, text: reasoning }]),
    ...said('', field(step, 'message')).flatMap((message) => message.parts),
    ...listOf(field(step, 'tool_calls')).map(
      (call): Part => ({
        kind: 'toolCall',
        id: filledText(field(call, 'tool_call_id')),
        name: textField(call, 'function_name') ?? 'unknown',
        input: inputText(field(call, 'arguments')),
      }),
    ),
  ]
  const seen = listOf(field(field(step, 'observation'), 'results')).filter(isObject)
  const results = seen.map((result) =>
    toolMessage(filledText(field(result, 'source_call_id')), field(result, 'content')),
  )
  const role = source === 'agent' ? 'assistant' : source
  return [...(parts.length > 0 ? [{ role, parts }] : []), ...results]
}
