// A neutral request becomes a body of Anthropic's Messages API, for Anthropic or for Bedrock.
import type { WriteContext } from '../defineShape.ts'
import { levelFor } from '../effort.ts'
import { writeExtras } from '../extras.ts'
import { fitId, fitter } from '../ids.ts'
import type { JsonNode, Raw } from '../jsonNode.ts'
import { effortLevels, refusedSampling } from '../models.ts'
import { knownModel } from '../modelOf.ts'
import type { Chat, SettingName } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { ANY_TEXT_SCHEMA } from '../openaiParts.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { type SettingSpecs, writeSettings } from '../settings.ts'
import { choiceAmong } from '../toolChoice.ts'
import type { Refusal } from '../translation.ts'
import { noteBeginning, noteEnding, noteNames, turnsApart } from '../turns.ts'
import { type Member, array, arrayIfAny, object, objectIfAny, quote } from '../writeJson.ts'
import { formatPath } from '../../json/jsonPath.ts'
import { writeBlocks, writeMessageTurns } from './writeBlocks.ts'

const SETTINGS: SettingSpecs = {
  maxTokens: { key: 'max_tokens', min: 1 },
  temperature: { key: 'temperature', min: 0, max: 1 },
  topP: { key: 'top_p', min: 0, max: 1 },
  topK: { key: 'top_k', min: 0 },
  stop: { key: 'stop_sequences' },
}

/** Names and ids: 400 for anything but letters, digits, `_` and `-`. */
const NAME = { pattern: /^[\w-]+$/, maxLength: 64 }

/** Bedrock has the version in place of the model, and fetches no links. */
export interface MessagesDialect {
  readonly isBedrock: boolean
}

/** The only one that there is: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html */
export const BEDROCK_VERSION = '"bedrock-2023-05-31"'

/** `model`: as the line has it, if it does. */
export function writeMessages(
  chat: Chat,
  model: Raw | undefined,
  { isBedrock }: MessagesDialect,
  context: WriteContext,
): Raw | Refusal {
  const { notes, bodyKey } = context
  const { system, isPlain, turns } = turnsApart(chat.turns, notes)
  const callId = fitter('call-id-changed', (id) => fitId(id, NAME), notes)
  const toolName = fitter('tool-renamed', (name) => fitId(name, NAME), notes)
  const fits = { callId, toolName, hasLinks: !isBedrock }
  const messages = writeMessageTurns(turns, fits, notes)
  if (messages.length === 0) return NO_MESSAGES
  noteBeginning(turns, notes)
  noteEnding(turns, notes)
  noteNames(chat.turns, notes)
  const rest = withoutRefused(chat.settings, context)
  const user = rest.get('safetyIdentifier') ?? rest.get('user')
  if (rest.has('safetyIdentifier')) rest.delete('safetyIdentifier')
  else rest.delete('user')
  const settings = writeSettings(rest, SETTINGS, notes, [bodyKey])
  const blocks = writeBlocks(system, fits, notes)
  const tools = writeTools(chat, toolName, notes)
  return object([
    ['anthropic_version', isBedrock ? BEDROCK_VERSION : undefined],
    ['model', model],
    ...withLimit(settings, context),
    ['system', isPlain && blocks.length > 0 ? system[0]?.text : arrayIfAny(blocks)],
    ['messages', array(messages)],
    ['metadata', user?.kind === 'string' ? object([['user_id', user.raw]]) : undefined],
    ['tools', tools],
    ['tool_choice', writeChoice(chat, tools !== undefined, toolName, notes)],
    ...writeThinking(chat, context),
    ...writeExtras(chat.extras, 'messages', context),
  ])
}

/** With the token limit, which is demanded, where it lacks. */
export function withLimit(members: readonly Member[], context: WriteContext): readonly Member[] {
  if (members.some(([key]) => key === 'max_tokens')) return members
  const { notes, source, maxTokens, bodyKey } = context
  const values = { limit: maxTokens }
  notes.add('token-limit-added', values, source.body, [bodyKey, 'max_tokens'])
  return [['max_tokens', String(maxTokens)], ...members]
}

const SAMPLING: readonly SettingName[] = ['temperature', 'topP', 'topK']

/** Without what the model is known to refuse; where that is not known, it stays with a note. */
export function withoutRefused(
  settings: Chat['settings'],
  context: WriteContext,
): Map<SettingName, JsonNode> {
  const { notes } = context
  const model = knownModel(context)
  const refused = refusedSampling(model)
  const rest = new Map(settings)
  for (const name of SAMPLING) {
    const node = rest.get(name)
    if (node === undefined || refused === 'both' || refused === 'nothing') continue
    const field = formatPath(node.path)
    if (refused === 'all') {
      notes.add('sampling-dropped', { field, model: model ?? '' }, node)
      rest.delete(name)
    } else notes.add('sampling-refused', { field }, node)
  }
  const both = refused === 'nothing' ? undefined : rest.get('temperature') && rest.get('topP')
  if (both) notes.add('sampling-both', {}, both)
  return rest
}

type Fit = ReturnType<typeof fitter>

function writeTools({ tools }: Chat, toolName: Fit, notes: Notes): Raw | undefined {
  return arrayIfAny(
    tools.map(({ name, description, schema, strict, isCustom, at }) => {
      const own = toolName(name, at)
      if (isCustom) {
        notes.add('tool-adapted', { name: JSON.parse(own) as string }, at)
      }
      return object([
        ['name', own],
        ['description', description],
        ['input_schema', isCustom ? ANY_TEXT_SCHEMA : withType(schema)],
        ['strict', strict?.isTrue ? 'true' : undefined],
      ])
    }),
  )
}

/** A schema is demanded, and its type. */
function withType(schema: Raw | undefined): Raw {
  if (schema === undefined || /^\{\s*\}$/.test(schema)) return '{"type":"object","properties":{}}'
  return schema
}

function writeChoice(chat: Chat, hasTools: boolean, toolName: Fit, notes: Notes): Raw | undefined {
  const { parallel } = chat
  const choice = choiceAmong(chat, hasTools, notes)
  if (!hasTools) {
    if (parallel?.isAllowed === false) notes.field('parallel-dropped', parallel.at)
    return undefined
  }
  const serial = parallel?.isAllowed === false ? 'true' : undefined
  if (choice === undefined) {
    return (
      serial &&
      object([
        ['type', '"auto"'],
        ['disable_parallel_tool_use', serial],
      ])
    )
  }
  const { mode, names, mustCall, at } = choice
  if (mode === 'some') notes.add('tool-choice-changed', {}, at)
  if (mode === 'none') return object([['type', '"none"']])
  const type = { auto: 'auto', required: 'any', one: 'tool', some: mustCall ? 'any' : 'auto' }[mode]
  return object([
    ['type', quote(type)],
    ['name', mode === 'one' ? toolName(names[0] as Raw) : undefined],
    ['disable_parallel_tool_use', serial],
  ])
}

const LEVELS = ['low', 'medium', 'high', 'xhigh', 'max']

function writeThinking({ effort, format }: Chat, context: WriteContext): readonly Member[] {
  const { notes } = context
  const isOff = effort?.level === 'none'
  const model = knownModel(context)
  const levels = effortLevels(model) ?? LEVELS
  const isRefused = levels.length === 0
  const level = effort && !isOff && !isRefused ? levelFor(effort, levels, notes) : undefined
  if (effort && !isOff && isRefused) {
    const field = formatPath(effort.at.path)
    notes.add('effort-refused', { model: model ?? '', field }, effort.at)
  }
  if (format && format.schema === undefined) {
    notes.add('json-mode-dropped', {}, format.at)
  } else if (format && format.strictness !== 'kept') {
    notes.add('schema-checked', {}, format.at)
  }
  const schema = format?.schema
  const config = objectIfAny([
    ['effort', level && quote(level)],
    [
      'format',
      schema &&
        object([
          ['type', '"json_schema"'],
          ['schema', schema],
        ]),
    ],
  ])
  return [
    ['thinking', isOff ? '{"type":"disabled"}' : undefined],
    ['output_config', config],
  ]
}
