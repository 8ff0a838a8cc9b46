// A body of /v1/responses becomes a neutral request.
import { effortOf } from '../effort.ts'
import type { JsonNode, Raw } from '../jsonNode.ts'
import type { Chat, SettingName, Tool, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { SHARED_KEYS } from '../openaiSettings.ts'
import { readSettings } from '../settings.ts'
import { described, readChoice, readFormat, readFunction } from '../chat/readChatTools.ts'
import { readInput } from './readInput.ts'

const SETTINGS: ReadonlyMap<string, SettingName> = new Map<string, SettingName>([
  ...SHARED_KEYS,
  ['max_output_tokens', 'maxTokens'],
])

const KNOWN = new Set([
  ...SETTINGS.keys(),
  'model',
  'input',
  'instructions',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'text',
  'reasoning',
  'include',
  'stream',
  'stream_options',
  'background',
])

const LOGPROBS = 'message.output_text.logprobs'

export function readResponses(body: JsonNode, notes: Notes): Chat {
  const stream = body.get('stream')
  if (stream?.isTrue) notes.add('stream-dropped', {}, stream)
  const background = body.get('background')
  if (background?.isTrue) notes.field('field-dropped', background)
  const parallel = body.get('parallel_tool_calls')
  const toolChoice = readChoice(body.get('tool_choice'), notes)
  const text = body.get('text')
  if (text) notes.others(text, new Set(['format', 'verbosity']))
  const format = readFormat(text?.get('format'), text?.get('format'), notes)
  const reasoning = body.get('reasoning')
  if (reasoning) notes.others(reasoning, new Set(['effort']))
  const effort = effortOf(reasoning?.get('effort'), notes)
  return {
    kind: 'chat',
    turns: [...readInstructions(body.get('instructions')), ...readInput(body.get('input'), notes)],
    tools: (body.get('tools')?.items ?? []).flatMap((tool) => readTool(tool, notes) ?? []),
    ...(toolChoice && { toolChoice }),
    ...(parallel && { parallel: { isAllowed: parallel.isTrue, at: parallel } }),
    ...(format && { format }),
    ...(effort && { effort }),
    settings: settingsOf(body, notes),
    extras: body.members.filter(({ step, kind }) => !KNOWN.has(String(step)) && kind !== 'null'),
  }
}

function readInstructions(instructions: JsonNode | undefined): Turn[] {
  if (instructions?.kind !== 'string') return []
  const { raw } = instructions
  const parts = [{ kind: 'text' as const, text: raw, at: instructions }]
  return [{ role: 'system', parts, isPlain: true, at: instructions }]
}

function settingsOf(body: JsonNode, notes: Notes): Chat['settings'] {
  const settings = new Map(readSettings(body, SETTINGS, notes))
  const verbosity = body.get('text')?.get('verbosity')
  if (verbosity) settings.set('verbosity', verbosity)
  const top = settings.get('topLogprobs')
  if (top) settings.set('logprobs', top)
  for (const included of body.get('include')?.items ?? []) {
    if (included.string === LOGPROBS) settings.set('logprobs', included)
    else notes.field('field-dropped', included)
  }
  return settings
}

function readTool(tool: JsonNode, notes: Notes): Tool | undefined {
  const type = tool.get('type')?.string ?? 'function'
  if (type === 'function') return readFunction(tool.get('function') ?? tool, tool, notes)
  const name = tool.get('name')
  if (type !== 'custom' || name?.kind !== 'string') {
    notes.add('tool-dropped', { type }, tool)
    return undefined
  }
  const schema: Raw | undefined = tool.get('format')?.raw
  return {
    name: name.raw,
    ...described(tool),
    ...(schema !== undefined && { schema }),
    isCustom: true,
    at: tool,
  }
}
