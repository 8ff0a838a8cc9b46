// A body of chat completions, of OpenAI's or of Mistral's, becomes a neutral request.
import { effortOf } from '../effort.ts'
import type { JsonNode } from '../jsonNode.ts'
import type { Chat, Part, SettingName, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { SHARED_KEYS } from '../openaiSettings.ts'
import { readSettings } from '../settings.ts'
import { quote } from '../writeJson.ts'
import { readChatPart } from './readChatPart.ts'
import { readChatFormat, readChatTools, readChoice } from './readChatTools.ts'

/** By key; of several for one setting the first counts. */
const SETTINGS: ReadonlyMap<string, SettingName> = new Map<string, SettingName>([
  ...SHARED_KEYS,
  ['max_completion_tokens', 'maxTokens'],
  ['max_tokens', 'maxTokens'],
  ['stop', 'stop'],
  ['n', 'n'],
  ['seed', 'seed'],
  ['random_seed', 'seed'],
  ['presence_penalty', 'presencePenalty'],
  ['frequency_penalty', 'frequencyPenalty'],
  ['logprobs', 'logprobs'],
  ['logit_bias', 'logitBias'],
  ['verbosity', 'verbosity'],
])

const KNOWN = new Set([
  ...SETTINGS.keys(),
  'model',
  'messages',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'functions',
  'function_call',
  'response_format',
  'reasoning_effort',
  'stream',
  'stream_options',
])

export function readChat(body: JsonNode, notes: Notes): Chat {
  const stream = body.get('stream')
  if (stream?.isTrue) notes.add('stream-dropped', {}, stream)
  const parallel = body.get('parallel_tool_calls')
  const toolChoice = readChoice(body.get('tool_choice') ?? body.get('function_call'), notes)
  const format = readChatFormat(body.get('response_format'), notes)
  const effort = effortOf(body.get('reasoning_effort'), notes)
  return {
    kind: 'chat',
    turns: (body.get('messages')?.items ?? []).flatMap((message) => readMessage(message, notes)),
    tools: readChatTools(body, notes),
    ...(toolChoice && { toolChoice }),
    ...(parallel && { parallel: { isAllowed: parallel.isTrue, at: parallel } }),
    ...(format && { format }),
    ...(effort && { effort }),
    settings: readSettings(body, SETTINGS, notes),
    extras: body.members.filter(({ step, kind }) => !KNOWN.has(String(step)) && kind !== 'null'),
  }
}

const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function'])
const OF_MESSAGE = new Set([
  'role',
  'content',
  'name',
  'tool_calls',
  'function_call',
  'tool_call_id',
  'refusal',
  'prefix',
])

function readMessage(message: JsonNode, notes: Notes): Turn[] {
  const role = message.get('role')?.string ?? ''
  if (message.kind !== 'object' || !ROLES.has(role)) {
    notes.add('part-dropped', { type: role || message.kind }, message)
    return []
  }
  notes.others(message, OF_MESSAGE)
  const content = message.get('content')
  const parts = readContent(content, notes)
  const isPlain = content?.kind === 'string'
  const name = message.get('name')
  if (role === 'tool' || role === 'function') {
    const callId = role === 'tool' ? message.get('tool_call_id') : name
    const result: Part = {
      kind: 'result',
      callId: callId?.kind === 'string' ? callId.raw : '""',
      parts,
      isPlain,
      isError: false,
      at: message,
    }
    if (role === 'function') notes.add('role-changed', { role, made: 'tool' }, message)
    return [{ role: 'tool', parts: [result], isPlain: false, at: message }]
  }
  const said = role as Turn['role']
  const calls = role === 'assistant' ? readCalls(message) : []
  const refusal = message.get('refusal')
  if (refusal?.kind === 'string') parts.push({ kind: 'refusal', text: refusal.raw, at: refusal })
  return [{ role: said, parts: [...parts, ...calls], isPlain, ...(name && { name }), at: message }]
}

function readContent(content: JsonNode | undefined, notes: Notes): Part[] {
  if (content?.kind === 'string') return [{ kind: 'text', text: content.raw, at: content }]
  return (content?.items ?? []).flatMap((part) => readChatPart(part, notes) ?? [])
}

function readCalls(message: JsonNode): Part[] {
  const calls = (message.get('tool_calls')?.items ?? []).flatMap((call) => {
    const isCustom = call.get('type')?.string === 'custom'
    const callee = call.get(isCustom ? 'custom' : 'function')
    return callee ? readCall(callee, call.get('id'), isCustom, call) : []
  })
  const legacy = message.get('function_call')
  // The deprecated calls have no ids: results name the function.
  return legacy ? [...calls, readCall(legacy, legacy.get('name'), false, legacy)] : calls
}

function readCall(
  callee: JsonNode,
  id: JsonNode | undefined,
  isCustom: boolean,
  at: JsonNode,
): Part {
  const input = callee.get(isCustom ? 'input' : 'arguments')
  const isText = input === undefined || input.kind === 'string'
  return {
    kind: 'call',
    id: id?.kind === 'string' ? id.raw : quote(`call_${at.step}`),
    name: textOr(callee.get('name'), 'unknown'),
    input: { kind: isText ? 'text' : 'json', raw: input?.raw ?? '"{}"' },
    isCustom,
    at,
  }
}

function textOr(node: JsonNode | undefined, instead: string): string {
  return node?.kind === 'string' ? node.raw : quote(instead)
}
