// A body of Bedrock's Converse becomes a neutral request. Source: AWS's SDK 3.1164.0.
import { effortOf } from '../effort.ts'
import { type JsonNode, readNode } from '../jsonNode.ts'
import type { Chat, Format, Role, SettingName, Tool, ToolChoice, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { readSettings } from '../settings.ts'
import { described } from '../chat/readChatTools.ts'
import { unquoted } from '../writeJson.ts'
import { readConverseBlocks } from './readConverseBlocks.ts'

const SETTINGS: ReadonlyMap<string, SettingName> = new Map<string, SettingName>([
  ['maxTokens', 'maxTokens'],
  ['temperature', 'temperature'],
  ['topP', 'topP'],
  ['stopSequences', 'stop'],
])

const KNOWN = new Set([
  'modelId',
  'messages',
  'system',
  'inferenceConfig',
  'toolConfig',
  'outputConfig',
  'requestMetadata',
])

export function readConverse(body: JsonNode, notes: Notes): Chat {
  const config = body.get('inferenceConfig')
  if (config) notes.others(config, new Set(SETTINGS.keys()))
  const output = body.get('outputConfig')
  if (output) notes.others(output, new Set(['textFormat', 'effort']))
  const format = readFormat(output?.get('textFormat'), notes)
  const effort = effortOf(output?.get('effort'), notes)
  const toolConfig = body.get('toolConfig')
  const toolChoice = readChoice(toolConfig?.get('toolChoice'), notes)
  const settings = new Map(readSettings(config, SETTINGS, notes))
  const metadata = body.get('requestMetadata')
  if (metadata) settings.set('metadata', metadata)
  return {
    kind: 'chat',
    turns: [...readSystem(body.get('system'), notes), ...readTurns(body.get('messages'), notes)],
    tools: (toolConfig?.get('tools')?.items ?? []).flatMap((tool) => readTool(tool, notes) ?? []),
    ...(toolChoice && { toolChoice }),
    ...(format && { format }),
    ...(effort && { effort }),
    settings,
    extras: body.members.filter(({ step, kind }) => !KNOWN.has(String(step)) && kind !== 'null'),
  }
}

function readSystem(system: JsonNode | undefined, notes: Notes): Turn[] {
  const parts = readConverseBlocks(system, notes)
  if (system === undefined || parts.length === 0) return []
  return [{ role: 'system', parts, isPlain: parts.length === 1, at: system }]
}

function readTurns(messages: JsonNode | undefined, notes: Notes): Turn[] {
  return (messages?.items ?? []).flatMap((message): Turn[] => {
    const role = message.get('role')?.string ?? ''
    if (role !== 'user' && role !== 'assistant') {
      notes.add('part-dropped', { type: role || message.kind }, message)
      return []
    }
    const parts = readConverseBlocks(message.get('content'), notes)
    const isPlain = parts.length === 1 && parts[0]?.kind === 'text'
    return [{ role: role satisfies Role, parts, isPlain, at: message }]
  })
}

/** The schema is JSON text inside the JSON. */
function readFormat(format: JsonNode | undefined, notes: Notes): Format | undefined {
  if (format === undefined) return undefined
  const holder = format.get('structure')?.get('jsonSchema')
  const text = holder?.get('schema')
  const schema = text?.kind === 'object' ? text.raw : unquoted(text?.string ?? '')
  if (schema === undefined || readNode(schema)?.kind !== 'object') {
    notes.field('field-dropped', format)
    return undefined
  }
  const name = holder?.get('name')
  return {
    schema,
    ...(name?.kind === 'string' && { name: name.raw }),
    ...described(holder),
    strictness: 'kept',
    at: format,
  }
}

const OF_TOOL = new Set(['name', 'description', 'inputSchema', 'strict'])

function readTool(tool: JsonNode, notes: Notes): Tool | undefined {
  const definition = tool.get('toolSpec')
  const name = definition?.get('name')
  if (definition === undefined || name?.kind !== 'string') {
    const type = String(tool.members[0]?.step ?? tool.kind)
    if (type === 'cachePoint') notes.field('cache-control-dropped', tool)
    else notes.add('tool-dropped', { type }, tool)
    return undefined
  }
  notes.others(definition, OF_TOOL)
  const schema = definition.get('inputSchema')?.get('json')
  const strict = definition.get('strict')
  return {
    name: name.raw,
    ...described(definition),
    ...(schema?.kind === 'object' && { schema: schema.raw }),
    ...(strict?.kind === 'boolean' && { strict }),
    isCustom: false,
    at: definition,
  }
}

function readChoice(choice: JsonNode | undefined, notes: Notes): ToolChoice | undefined {
  if (choice === undefined) return undefined
  const none = { names: [], mustCall: false, at: choice }
  if (choice.get('auto')) return { ...none, mode: 'auto' }
  if (choice.get('any')) return { ...none, mode: 'required' }
  const name = choice.get('tool')?.get('name')
  if (name?.kind === 'string') return { mode: 'one', names: [name.raw], mustCall: true, at: choice }
  notes.field('tool-choice-dropped', choice)
  return undefined
}
