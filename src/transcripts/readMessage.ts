// One message, as any API or program writes it. Whose it is shows in its keys, and files mix them: each
// part is read by the provider that has such parts.
import { isObject } from '../json/jsonPath.ts'
import { type Message, type Part, textPart } from '../pairing/conversation.ts'
import {
  exactJson,
  field,
  filledText,
  hasField,
  listOf,
  shownJson,
  textField,
} from '../pairing/jsonReading.ts'
import { readMessageBlocks } from '../providers/anthropic/messages.ts'
import { readConverseRequest } from '../providers/bedrock/converse.ts'
import { readGenerateRequest } from '../providers/gemini/geminiContent.ts'
import { readMessageParts } from '../providers/openai/bodies/chatCompletions.ts'
import { readContent } from '../providers/openai/bodies/openaiParts.ts'
import { readResponsesRequest } from '../providers/openai/bodies/responses.ts'

/** Names under which programs keep who spoke. */
const SPEAKER_KEYS = ['role', 'from', 'speaker', 'sender', 'author']

/** Names under which they keep what was said. */
const CONTENT_KEYS = ['content', 'parts', 'value', 'text', 'message', 'utterance']

/** Roles by other names. Those that are not here stay what they are called. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['gemini', 'assistant'],
  ['chatgpt', 'assistant'],
  ['function_call', 'assistant'],
  ['agent', 'assistant'],
  ['observation', 'tool'],
  ['function_response', 'tool'],
  ['function', 'tool'],
  ['toolResult', 'tool'],
])

/** Types of lines in logs that are roles where no role is stated. */
const ROLE_TYPES = new Set([
  'user',
  'assistant',
  'system',
  'human',
  'ai',
  'model',
  'gemini',
  'tool',
])

/** Items of the Responses API without a role, as requests, answers and logs of agents have them. */
const ITEM_TYPE =
  /^(reasoning|compaction|(function|custom_tool|local_shell|shell|computer|web_search|file_search|code_interpreter|image_generation|mcp|apply_patch)_call(_output)?)$/

/** Parts that Anthropic's reader knows better than OpenAI's. */
const BLOCK_TYPES = new Set(['tool_use', 'tool_result', 'thinking', 'image', 'document'])

/** Keys of Gemini's parts, which have no type. */
const GEMINI_KEYS = ['functionCall', 'functionResponse', 'inlineData', 'fileData']
const GEMINI_SNAKE_KEYS = ['function_call', 'function_response', 'inline_data', 'file_data']

/** Whether a value says who spoke and what, or is an item of a conversation without a speaker. */
export function isMessage(entry: unknown): boolean {
  const value = unwrapped(entry)
  if (!isObject(value)) return false
  if (isItem(value)) return true
  if (speakerOf(value) === undefined) return false
  // An entry of a log around a message.
  if (isObject(value['message'])) return false
  return (
    CONTENT_KEYS.some((key) => hasField(value, key)) ||
    ['tool_calls', 'function_call', 'refusal'].some((key) => hasField(value, key))
  )
}

function isItem(value: unknown): boolean {
  // Logs have thoughts and summaries of the same types, which are texts.
  const isText = ['text', 'summary'].some((key) => textField(value, key) !== undefined)
  return !hasField(value, 'role') && !isText && ITEM_TYPE.test(textField(value, 'type') ?? '')
}

/** LangChain writes what a message says into an object beside its type, or as how it was made; others have who spoke apart. */
function unwrapped(value: unknown): unknown {
  const data = field(value, 'data')
  if (hasField(data, 'content') && ROLE_TYPES.has(textField(value, 'type') ?? '')) {
    return { ...(data as object), type: textField(value, 'type') }
  }
  // OpenCode has the speaker beside the parts.
  const role = field(field(value, 'info'), 'role')
  if (typeof role === 'string' && Array.isArray(field(value, 'parts'))) {
    return { role, parts: field(value, 'parts') }
  }
  return textField(value, 'type') === 'constructor' ? field(value, 'kwargs') : value
}

/** Reads what `isMessage` holds for, and says what it can of anything else. */
export function readMessage(entry: unknown): Message {
  const value = unwrapped(entry)
  if (isItem(value)) return readItem(value)
  const said = speakerOf(value)
  const role = ROLES.get(said ?? '') ?? said ?? filledText(field(value, 'type')) ?? 'unknown'
  if (said === undefined && !isObject(value)) return { role, parts: readParts(value) }
  return { role, parts: partsOfRole(role, said, value) }
}

function readItem(item: unknown): Message {
  // Codex kept what a tool gave back with whether it succeeded.
  const output = field(field(item, 'output'), 'content')
  const plain = typeof output === 'string' ? { ...(item as object), output } : item
  const [message] = readResponsesRequest({ input: [plain] }).conversation
  const { role, parts } = message as Message
  if (parts.length > 0) return { role, parts }
  // Thoughts that are encrypted alone.
  return {
    role,
    parts: [{ kind: 'other', type: textField(item, 'type') ?? '', text: shownJson(item) }],
  }
}

function speakerOf(value: unknown): string | undefined {
  for (const key of SPEAKER_KEYS) {
    const said = filledText(field(value, key)) ?? filledText(field(field(value, key), 'role'))
    if (said !== undefined) return said
  }
  const type = textField(value, 'type')
  return type !== undefined && ROLE_TYPES.has(type) ? type : undefined
}

function partsOfRole(role: string, said: string | undefined, message: unknown): readonly Part[] {
  const parts = readWhole(message)
  // ShareGPT writes the call as the text of a speaker of its own.
  if (said === 'function_call') return parts.map((part) => callInText(part) ?? part)
  if (role !== 'tool' || parts.some(({ kind }) => kind === 'toolResult')) return parts
  const ids = ['tool_call_id', 'toolCallId', 'tool_use_id', 'toolName', 'name']
  const callId = ids.map((key) => filledText(field(message, key))).find(Boolean)
  return [{ kind: 'toolResult', callId, parts }]
}

/** The words of the message, and what stands beside them: thoughts, calls, a refusal. */
function readWhole(message: unknown): readonly Part[] {
  const key = CONTENT_KEYS.find((name) => hasField(message, name))
  const content = key === undefined ? undefined : field(message, key)
  const blocks = listOf(content)
  if (key === 'content' && blocks.some((block) => isConverseBlock(block))) {
    return readConverseRequest({ messages: [message] }).conversation[0]?.parts ?? []
  }
  const parts = readMessageParts(isObject(message) ? { ...message, content } : message, readParts)
  return [...thoughtsOf(message), ...parts, ...callsOf(message)]
}

/** Gemini CLI: thoughts with what they are about. */
function thoughtsOf(message: unknown): Part[] {
  return listOf(field(message, 'thoughts')).flatMap((thought) => {
    const texts = ['subject', 'description'].map((key) => filledText(field(thought, key)))
    return reasoningOf(texts.filter((text) => text !== undefined).join(': '))
  })
}

/** Gemini CLI: calls, each with what came back. */
function callsOf(message: unknown): Part[] {
  return listOf(field(message, 'toolCalls')).flatMap((call) => {
    const result = field(call, 'result')
    return [
      ...callOf(call),
      ...(Array.isArray(result) && result.length > 0 ? readParts(result) : []),
    ]
  })
}

function isConverseBlock(block: unknown): boolean {
  return !hasField(block, 'type') && (hasField(block, 'toolUse') || hasField(block, 'toolResult'))
}

/** Content of any kind: a text, parts, an object around them. */
export function readParts(content: unknown): readonly Part[] {
  if (typeof content === 'string') return readContent(content)
  if (Array.isArray(content)) return content.flatMap(readPart)
  if (!isObject(content))
    return content === undefined || content === null ? [] : readContent([content])
  // Exports of ChatGPT have the parts inside the content.
  if (Array.isArray(content['parts'])) return content['parts'].flatMap(readPart)
  return readPart(content)
}

/** A part of a message, whoever writes such parts: several where it holds a call and its result. */
export function readPart(part: unknown): readonly Part[] {
  const type = textField(part, 'type')
  if (type === undefined) {
    return [...GEMINI_KEYS, ...GEMINI_SNAKE_KEYS].some((key) => hasField(part, key)) ||
      field(part, 'thought') === true
      ? (readGenerateRequest({ contents: [{ parts: [part] }] }).conversation[0]?.parts ?? [])
      : readContent([part])
  }
  if (BLOCK_TYPES.has(type)) return readMessageBlocks([part])
  return AGENT_PARTS.get(type)?.(part) ?? toolOfInterface(type, part) ?? readContent([part])
}

/** Parts of coding agents and of the AI SDK. */
const AGENT_PARTS: ReadonlyMap<string, (part: unknown) => readonly Part[]> = new Map([
  ['toolCall', callOf],
  ['tool-call', callOf],
  ['tool_call', callOf],
  ['server_tool_use', callOf],
  ['tool-result', resultOf],
  ['toolResult', resultOf],
  ['reasoning', (part) => reasoningOf(field(part, 'text') ?? field(part, 'reasoning'))],
  ['tool', toolOfOpenCode],
  ['step-start', () => []],
  ['step-finish', () => []],
  ['toolRequest', requestOfGoose],
  ['toolResponse', responseOfGoose],
])

/** OpenCode: a call, and as its state what became of it. */
function toolOfOpenCode(part: unknown): readonly Part[] {
  const state = field(part, 'state')
  if (!isObject(state)) return readContent([part])
  const callId = filledText(field(part, 'callID'))
  const back = field(state, 'output') ?? field(state, 'error')
  return [
    {
      kind: 'toolCall',
      id: callId,
      name: textField(part, 'tool') ?? 'unknown',
      input: inputText(field(state, 'input')),
    },
    ...(isThere(back) ? [{ kind: 'toolResult' as const, callId, parts: outputParts(back) }] : []),
  ]
}

/** goose: a call, with whether it could be read. */
function requestOfGoose(part: unknown): readonly Part[] {
  const call = field(part, 'toolCall')
  const value = field(call, 'value') ?? call
  const name = filledText(field(value, 'name'))
  if (name === undefined) {
    return [{ kind: 'other', type: 'toolRequest', text: shownJson(part) }]
  }
  const input = inputText(field(value, 'arguments'))
  return [{ kind: 'toolCall', id: filledText(field(part, 'id')), name, input }]
}

function responseOfGoose(part: unknown): readonly Part[] {
  const result = field(part, 'toolResult')
  const value = field(result, 'value') ?? field(result, 'error') ?? result
  // Older ones had the content itself.
  const back = field(value, 'content') ?? value
  return [{ kind: 'toolResult', callId: filledText(field(part, 'id')), parts: outputParts(back) }]
}

function callOf(part: unknown): Part[] {
  const input = ['input', 'arguments', 'args'].map((key) => field(part, key)).find(isThere)
  return [
    {
      kind: 'toolCall',
      id: filledText(field(part, 'toolCallId')) ?? filledText(field(part, 'id')),
      name: textField(part, 'toolName') ?? textField(part, 'name') ?? 'unknown',
      input: inputText(input),
    },
  ]
}

function resultOf(part: unknown): Part[] {
  const output = ['output', 'result', 'content'].map((key) => field(part, key)).find(isThere)
  const inner = field(output, 'value') ?? output
  const callId = filledText(field(part, 'toolCallId')) ?? filledText(field(part, 'id'))
  return [{ kind: 'toolResult', callId, parts: outputParts(inner) }]
}

/** `{"type":"tool-getWeather","input":…,"output":…}`: a call and its result in one part. */
function toolOfInterface(type: string, part: unknown): readonly Part[] | undefined {
  if (!type.startsWith('tool-') || !hasField(part, 'toolCallId')) return undefined
  const name = type.slice('tool-'.length)
  const calls = callOf({ ...(part as object), toolName: name })
  return hasField(part, 'output') ? [...calls, ...resultOf(part)] : calls
}

function reasoningOf(thought: unknown): Part[] {
  return typeof thought === 'string' && thought !== '' ? [{ kind: 'reasoning', text: thought }] : []
}

/** What a tool gave back: a text or parts are read, any other value is shown as JSON. */
export function outputParts(output: unknown): readonly Part[] {
  if (output === undefined || output === null) return []
  return typeof output === 'string' || Array.isArray(output)
    ? readParts(output)
    : [textPart(exactJson(output) ?? '…')]
}

export function inputText(input: unknown): string {
  return typeof input === 'string' ? input : input === undefined ? '' : (exactJson(input) ?? '…')
}

function callInText(part: Part): Part | undefined {
  if (part.kind !== 'text') return undefined
  try {
    const call: unknown = JSON.parse(part.text)
    const name = textField(call, 'name')
    const input = inputText(field(call, 'arguments') ?? field(call, 'parameters'))
    return name === undefined ? undefined : { kind: 'toolCall', id: undefined, name, input }
  } catch {
    return undefined
  }
}

function isThere(value: unknown): boolean {
  return value !== undefined
}
