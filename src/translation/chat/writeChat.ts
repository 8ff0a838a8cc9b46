// A neutral request becomes a body of chat completions, in the dialect of OpenAI or of Mistral.
import type { WriteContext } from '../defineShape.ts'
import { levelFor } from '../effort.ts'
import { fitter, hashText } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import type { CallPart, Chat, ResultPart, Turn } from '../neutral.ts'
import { SHARED_SETTINGS } from '../openaiSettings.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { type SettingSpecs, writeSettings } from '../settings.ts'
import type { Refusal } from '../translation.ts'
import { noteEnding } from '../turns.ts'
import { type Member, array, arrayIfAny, object, quote } from '../writeJson.ts'
import { writeExtras } from '../extras.ts'
import { fitToolName, writeFormat } from '../openaiParts.ts'
import { writeContent } from './writeChatContent.ts'
import { writeChatChoice, writeChatTools } from './writeChatTools.ts'

/** How OpenAI's bodies and Mistral's differ. */
export interface ChatDialect {
  readonly settings: SettingSpecs
  readonly efforts: readonly string[]
  /** Roles other than the usual four. */
  readonly hasDeveloper: boolean
  readonly hasNames: boolean
  readonly hasCustomTools: boolean
  /** Images and files in results of tools. */
  readonly hasMediaInResults: boolean
  readonly isMistral: boolean
}

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']

export const OPENAI_CHAT: ChatDialect = {
  settings: {
    ...SHARED_SETTINGS,
    maxTokens: { key: 'max_completion_tokens', min: 1 },
    stop: { key: 'stop', maxLength: 4, takesText: true },
    n: { key: 'n', min: 1, max: 128 },
    seed: { key: 'seed' },
    presencePenalty: { key: 'presence_penalty', min: -2, max: 2 },
    frequencyPenalty: { key: 'frequency_penalty', min: -2, max: 2 },
    logprobs: { key: 'logprobs' },
    logitBias: { key: 'logit_bias' },
    verbosity: { key: 'verbosity', values: ['low', 'medium', 'high'] },
  },
  efforts: EFFORTS,
  hasDeveloper: true,
  hasNames: true,
  hasCustomTools: true,
  hasMediaInResults: false,
  isMistral: false,
}

/** Source: Mistral's SDK 2.7.0; that temperature ends at 1.5 is in its API reference. */
export const MISTRAL_CHAT: ChatDialect = {
  settings: {
    maxTokens: { key: 'max_tokens', min: 1 },
    temperature: { key: 'temperature', min: 0, max: 1.5 },
    topP: { key: 'top_p', min: 0, max: 1 },
    stop: { key: 'stop', takesText: true },
    n: { key: 'n', min: 1 },
    seed: { key: 'random_seed', min: 0 },
    presencePenalty: { key: 'presence_penalty', min: -2, max: 2 },
    frequencyPenalty: { key: 'frequency_penalty', min: -2, max: 2 },
    metadata: { key: 'metadata' },
    cacheKey: { key: 'prompt_cache_key' },
  },
  efforts: EFFORTS.slice(0, -1),
  hasDeveloper: false,
  hasNames: false,
  hasCustomTools: false,
  hasMediaInResults: true,
  isMistral: true,
}

/** `model`: as the line has it, if it does. */
export function writeChat(
  chat: Chat,
  model: Raw | undefined,
  dialect: ChatDialect,
  context: WriteContext,
): Raw | Refusal {
  const { notes } = context
  const messages = writeMessages(chat, dialect, context)
  if (messages.length === 0) return NO_MESSAGES
  noteEnding(chat.turns, notes)
  const { efforts, settings } = dialect
  const effort = chat.effort && quote(levelFor(chat.effort, efforts, notes))
  const tools = writeChatTools(chat, dialect, notes)
  const format = chat.format && writeFormat(chat.format, notes)
  if (chat.parallel && tools === undefined) notes.field('parallel-dropped', chat.parallel.at)
  return object([
    ['model', model],
    ['messages', array(messages)],
    ...writeSettings(chat.settings, settings, notes, [context.bodyKey]),
    ['reasoning_effort', effort],
    ['tools', tools],
    ['tool_choice', writeChatChoice(chat, tools !== undefined, dialect, notes)],
    ['parallel_tool_calls', tools && chat.parallel && String(chat.parallel.isAllowed)],
    ['response_format', format && nested(format)],
    ...writeExtras(chat.extras, 'chat', context),
  ])
}

/** Chat completions have the schema and its name in an object of their own. */
function nested(format: readonly Member[]): Raw {
  const [type, ...rest] = format
  return object([type as Member, ['json_schema', rest.length === 0 ? undefined : object(rest)]])
}

type Fit = ReturnType<typeof fitter>

interface Fits {
  readonly callId: Fit
  readonly toolName: Fit
}

function writeMessages(chat: Chat, dialect: ChatDialect, { notes }: WriteContext): readonly Raw[] {
  const fits: Fits = {
    callId: fitter(
      'call-id-changed',
      // Mistral: 400 "Tool call id was … but must be a-z, A-Z, 0-9, with a length of 9".
      (id) => (!dialect.isMistral || /^[A-Za-z0-9]{9}$/.test(id) ? id : hashText(id, 9)),
      notes,
    ),
    toolName: fitter('tool-renamed', fitToolName, notes),
  }
  const last = chat.turns.at(-1)
  return chat.turns.flatMap((turn) => {
    // Mistral: 400 for a last message of the assistant that is no prefix.
    const isPrefix = dialect.isMistral && turn === last && turn.role === 'assistant'
    return writeTurn(turn, isPrefix, dialect, fits, notes)
  })
}

function writeTurn(
  turn: Turn,
  isPrefix: boolean,
  dialect: ChatDialect,
  { callId, toolName }: Fits,
  notes: WriteContext['notes'],
): readonly Raw[] {
  const results = turn.parts.filter((part) => part.kind === 'result')
  const calls = turn.parts.filter((part) => part.kind === 'call')
  const messages = results.map((result) => writeResult(result, dialect, callId, notes))
  if (turn.role === 'tool') return messages
  const role = turn.role === 'developer' && !dialect.hasDeveloper ? 'system' : turn.role
  if (role !== turn.role) notes.add('role-changed', { role: turn.role, made: role }, turn.at)
  if (turn.name && !dialect.hasNames) notes.field('name-dropped', turn.name)
  const content = writeContent(turn, role, dialect, notes)
  const toolCalls = arrayIfAny(
    calls.map((call) => writeCall(call, dialect, callId(call.id, call.at), toolName(call.name))),
  )
  // Nothing but results, or nothing that could be taken over.
  if (content === undefined && toolCalls === undefined) return messages
  const message = object([
    ['role', quote(role)],
    ['content', content],
    ['name', dialect.hasNames && turn.name?.kind === 'string' ? turn.name.raw : undefined],
    ['tool_calls', toolCalls],
    ['prefix', isPrefix ? 'true' : undefined],
  ])
  return [...messages, message]
}

function writeCall(call: CallPart, dialect: ChatDialect, id: Raw, name: Raw): Raw {
  const { kind, raw } = call.input
  const text = kind === 'text' ? raw : quote(raw)
  if (call.isCustom && dialect.hasCustomTools) {
    const custom = object([
      ['name', name],
      ['input', text],
    ])
    return object([
      ['id', id],
      ['type', '"custom"'],
      ['custom', custom],
    ])
  }
  const input = call.isCustom ? quote(object([['input', text]])) : text
  const callee = object([
    ['name', name],
    ['arguments', input],
  ])
  return object([
    ['id', id],
    ['type', '"function"'],
    ['function', callee],
  ])
}

function writeResult(
  result: ResultPart,
  dialect: ChatDialect,
  callId: Fit,
  notes: WriteContext['notes'],
): Raw {
  const error = result.isError ? (result.at.get('is_error') ?? result.at.get('status')) : undefined
  if (error) notes.field('field-dropped', error)
  const content =
    result.json === undefined
      ? (writeContent(result, 'tool', dialect, notes) ?? '""')
      : quote(result.json)
  return object([
    ['role', '"tool"'],
    ['tool_call_id', callId(result.callId)],
    ['content', content],
  ])
}
