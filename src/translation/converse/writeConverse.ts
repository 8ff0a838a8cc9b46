// A neutral request becomes a body of Bedrock's Converse. Source: AWS's SDK 3.1164.0.
import type { WriteContext } from '../defineShape.ts'
import { levelFor } from '../effort.ts'
import { writeExtras } from '../extras.ts'
import { fitId, fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import { withoutRefused } from '../messages/writeMessages.ts'
import { knownModel } from '../modelOf.ts'
import { refusedSampling } from '../models.ts'
import type { Chat } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { ANY_TEXT_SCHEMA } from '../openaiParts.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { type SettingSpecs, writeSettings } from '../settings.ts'
import { choiceAmong } from '../toolChoice.ts'
import type { Refusal } from '../translation.ts'
import { noteBeginning, noteEnding, noteNames, turnsApart } from '../turns.ts'
import { array, arrayIfAny, object, objectIfAny, quote } from '../writeJson.ts'
import { writeConverseBlocks } from './writeConverseBlocks.ts'

const SETTINGS: SettingSpecs = {
  maxTokens: { key: 'maxTokens', min: 1 },
  temperature: { key: 'temperature', min: 0, max: 1 },
  topP: { key: 'topP', min: 0, max: 1 },
  stop: { key: 'stopSequences' },
}

const NAME = { pattern: /^[\w-]+$/, maxLength: 64 }

export function writeConverse(chat: Chat, context: WriteContext): Raw | Refusal {
  const { notes, bodyKey } = context
  const { system, turns } = turnsApart(chat.turns, notes)
  const callId = fitter('call-id-changed', (id) => fitId(id, NAME), notes)
  const toolName = fitter('tool-renamed', (name) => fitId(name, NAME), notes)
  const messages = turns.flatMap(({ role, parts }) => {
    const blocks = writeConverseBlocks(parts, callId, toolName, notes)
    if (blocks.length === 0) return []
    return object([
      ['role', quote(role)],
      ['content', array(blocks)],
    ])
  })
  if (messages.length === 0) return NO_MESSAGES
  noteBeginning(turns, notes)
  noteEnding(turns, notes)
  noteNames(chat.turns, notes)
  // Models of other makers take a temperature.
  const isClaude = refusedSampling(knownModel(context)) !== undefined
  const settings = new Map(isClaude ? withoutRefused(chat.settings, context) : chat.settings)
  const metadata = settings.get('metadata')
  settings.delete('metadata')
  const members = writeSettings(settings, SETTINGS, notes, [bodyKey, 'inferenceConfig'])
  const labels = writeSettings(
    new Map(metadata ? [['metadata', metadata] as const] : []),
    { metadata: { key: 'requestMetadata' } },
    notes,
    [bodyKey],
  )
  const tools = writeTools(chat, toolName, notes)
  if (chat.parallel?.isAllowed === false) notes.field('parallel-dropped', chat.parallel.at)
  return object([
    ['system', arrayIfAny(writeConverseBlocks(system, callId, toolName, notes))],
    ['messages', array(messages)],
    ['inferenceConfig', objectIfAny(members)],
    ['toolConfig', tools],
    ['outputConfig', writeOutput(chat, notes)],
    ...labels,
    ...writeExtras(chat.extras, 'converse', context),
  ])
}

type Fit = ReturnType<typeof fitter>

function writeTools(chat: Chat, toolName: Fit, notes: Notes): Raw | undefined {
  const { tools, toolChoice } = chat
  const [first] = tools
  if (first === undefined || toolChoice?.mode === 'none') {
    choiceAmong(chat, false, notes)
    if (toolChoice?.mode === 'none' && first) {
      notes.add('tool-dropped', { type: JSON.parse(first.name) as string }, first.at)
    }
    return undefined
  }
  notes.add('tools-in-batch', {}, first.at)
  const written = tools.map(({ name, description, schema, strict, isCustom, at }) => {
    const own = toolName(name, at)
    if (isCustom) {
      notes.add('tool-adapted', { name: JSON.parse(own) as string }, at)
    }
    const json = isCustom ? ANY_TEXT_SCHEMA : (schema ?? '{"type":"object","properties":{}}')
    const definition = object([
      ['name', own],
      ['description', description === '""' ? undefined : description],
      ['inputSchema', object([['json', json]])],
      ['strict', strict?.isTrue ? 'true' : undefined],
    ])
    return object([['toolSpec', definition]])
  })
  return object([
    ['tools', array(written)],
    ['toolChoice', writeChoice(toolChoice, toolName, notes)],
  ])
}

function writeChoice(choice: Chat['toolChoice'], toolName: Fit, notes: Notes): Raw | undefined {
  if (choice === undefined) return undefined
  const { mode, names, mustCall, at } = choice
  if (mode === 'some') notes.add('tool-choice-changed', {}, at)
  if (mode === 'one') return object([['tool', object([['name', toolName(names[0] as Raw)]])]])
  return mode === 'required' || mustCall ? '{"any":{}}' : '{"auto":{}}'
}

const LEVELS = ['low', 'medium', 'high', 'xhigh', 'max']

function writeOutput({ format, effort }: Chat, notes: Notes): Raw | undefined {
  const isOff = effort?.level === 'none'
  if (isOff) notes.field('effort-dropped', effort.at)
  const level = effort && !isOff ? quote(levelFor(effort, LEVELS, notes)) : undefined
  const schema = format?.schema
  if (format && schema === undefined) {
    notes.add('json-mode-dropped', {}, format.at)
  } else if (format && format.strictness !== 'kept') {
    notes.add('schema-checked', {}, format.at)
  }
  // The schema is JSON text inside the JSON.
  const jsonSchema =
    schema &&
    object([
      ['schema', quote(schema)],
      ['name', format?.name],
      ['description', format?.description],
    ])
  const textFormat =
    jsonSchema &&
    object([
      ['type', '"json_schema"'],
      ['structure', object([['jsonSchema', jsonSchema]])],
    ])
  return objectIfAny([
    ['textFormat', textFormat],
    ['effort', level],
  ])
}
