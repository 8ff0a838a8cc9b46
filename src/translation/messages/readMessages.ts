// A body of Anthropic's Messages API, as Anthropic or Bedrock takes it, becomes a neutral request.
import { effortOf, effortOfBudget } from '../effort.ts'
import type { JsonNode } from '../jsonNode.ts'
import type {
  Chat,
  Effort,
  Format,
  Part,
  Role,
  SettingName,
  Tool,
  ToolChoice,
  Turn,
} from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { readSettings } from '../settings.ts'
import { described } from '../chat/readChatTools.ts'
import { readBlocks } from './readBlocks.ts'

const SETTINGS: ReadonlyMap<string, SettingName> = new Map<string, SettingName>([
  ['max_tokens', 'maxTokens'],
  ['temperature', 'temperature'],
  ['top_p', 'topP'],
  ['top_k', 'topK'],
  ['stop_sequences', 'stop'],
])

const KNOWN = new Set([
  ...SETTINGS.keys(),
  'model',
  'messages',
  'system',
  'tools',
  'tool_choice',
  'metadata',
  'thinking',
  'output_config',
  'output_format',
  'stream',
  'anthropic_version',
])

export function readMessages(body: JsonNode, notes: Notes): Chat {
  const stream = body.get('stream')
  if (stream?.isTrue) notes.add('stream-dropped', {}, stream)
  const config = body.get('output_config')
  if (config) notes.others(config, new Set(['format', 'effort']))
  const format = readFormat(config?.get('format') ?? body.get('output_format'))
  const effort = readEffort(config, body.get('thinking'), notes)
  const choice = body.get('tool_choice')
  const toolChoice = choice && readChoice(choice, notes)
  const serial = choice?.get('disable_parallel_tool_use')
  return {
    kind: 'chat',
    turns: [...readSystem(body.get('system'), notes), ...readTurns(body.get('messages'), notes)],
    tools: (body.get('tools')?.items ?? []).flatMap((tool) => readTool(tool, notes) ?? []),
    ...(toolChoice && { toolChoice }),
    ...(serial && { parallel: { isAllowed: !serial.isTrue, at: serial } }),
    ...(format && { format }),
    ...(effort && { effort }),
    settings: settingsOf(body, notes),
    extras: body.members.filter(({ step, kind }) => !KNOWN.has(String(step)) && kind !== 'null'),
  }
}

function settingsOf(body: JsonNode, notes: Notes): Chat['settings'] {
  const settings = new Map(readSettings(body, SETTINGS, notes))
  const metadata = body.get('metadata')
  const user = metadata?.get('user_id')
  if (user) settings.set('safetyIdentifier', user)
  if (metadata) notes.others(metadata, new Set(['user_id']))
  return settings
}

function readSystem(system: JsonNode | undefined, notes: Notes): Turn[] {
  const parts = readBlocks(system, notes)
  if (system === undefined || parts.length === 0) return []
  return [{ role: 'system', parts, isPlain: system.kind === 'string', at: system }]
}

const OF_MESSAGE = new Set(['role', 'content'])

function readTurns(messages: JsonNode | undefined, notes: Notes): Turn[] {
  return (messages?.items ?? []).flatMap((message): Turn[] => {
    const role = message.get('role')?.string ?? ''
    if (!['user', 'assistant', 'system'].includes(role)) {
      notes.add('part-dropped', { type: role || message.kind }, message)
      return []
    }
    notes.others(message, OF_MESSAGE)
    const content = message.get('content')
    const parts: readonly Part[] = readBlocks(content, notes)
    return [{ role: role as Role, parts, isPlain: content?.kind === 'string', at: message }]
  })
}

function readFormat(format: JsonNode | undefined): Format | undefined {
  const schema = format?.get('schema')
  if (format === undefined || schema?.kind !== 'object') return undefined
  return { schema: schema.raw, strictness: 'kept', at: format }
}

/** An effort says more than a budget; thinking that adapts itself is the models' own choice. */
function readEffort(
  config: JsonNode | undefined,
  thinking: JsonNode | undefined,
  notes: Notes,
): Effort | undefined {
  const effort = effortOf(config?.get('effort'), notes)
  if (effort) {
    if (thinking) notes.field('effort-dropped', thinking)
    return effort
  }
  const type = thinking?.get('type')?.string
  if (thinking && type === 'disabled') return { level: 'none', at: thinking }
  const budget = thinking?.get('budget_tokens')
  const read = budget && effortOfBudget(budget)
  if (thinking && !read) notes.field('effort-dropped', thinking)
  return read
}

const OF_TOOL = new Set(['type', 'name', 'description', 'input_schema', 'strict'])

function readTool(tool: JsonNode, notes: Notes): Tool | undefined {
  const type = tool.get('type')?.string ?? 'custom'
  const name = tool.get('name')
  if (type !== 'custom' || name?.kind !== 'string') {
    notes.add('tool-dropped', { type }, tool)
    return undefined
  }
  notes.others(tool, OF_TOOL)
  const schema = tool.get('input_schema')
  const strict = tool.get('strict')
  return {
    name: name.raw,
    ...described(tool),
    ...(schema?.kind === 'object' && { schema: schema.raw }),
    ...(strict?.kind === 'boolean' && { strict }),
    isCustom: false,
    at: tool,
  }
}

function readChoice(choice: JsonNode, notes: Notes): ToolChoice | undefined {
  const type = choice.get('type')?.string
  const none = { names: [], mustCall: false, at: choice }
  if (type === 'auto' || type === 'none') return { ...none, mode: type }
  if (type === 'any') return { ...none, mode: 'required' }
  const name = choice.get('name')
  if (type === 'tool' && name?.kind === 'string') {
    return { mode: 'one', names: [name.raw], mustCall: true, at: choice }
  }
  notes.field('tool-choice-dropped', choice)
  return undefined
}
