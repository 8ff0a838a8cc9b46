// A neutral request becomes a body of /v1/responses.
import type { WriteContext } from '../defineShape.ts'
import { fitId, fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import type { Chat, SettingName } from '../neutral.ts'
import type { JsonNode } from '../jsonNode.ts'
import type { Notes } from '../notes.ts'
import { fitToolName, writeFormat } from '../openaiParts.ts'
import { SHARED_SETTINGS } from '../openaiSettings.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { type SettingSpecs, writeSettings } from '../settings.ts'
import { choiceAmong } from '../toolChoice.ts'
import type { Refusal } from '../translation.ts'
import { noteEnding, noteNames } from '../turns.ts'
import { type Member, array, arrayIfAny, object, objectIfAny, quote } from '../writeJson.ts'
import { writeExtras } from '../extras.ts'
import { writeItems } from './writeItems.ts'

const SETTINGS: SettingSpecs = {
  maxTokens: { key: 'max_output_tokens', min: 1 },
  ...SHARED_SETTINGS,
}

/** Tokens of an answer, from OpenAI's description. */
const MIN_TOKENS = 16

/** Code units of the id of a call, from OpenAI's description. */
const CALL_ID = { pattern: /./, maxLength: 64 }

/** `model`: as the line has it. */
export function writeResponses(
  chat: Chat,
  model: Raw | undefined,
  context: WriteContext,
): Raw | Refusal {
  const { notes, bodyKey } = context
  const callId = fitter('call-id-changed', (id) => fitId(id, CALL_ID), notes)
  const toolName = fitter('tool-renamed', fitToolName, notes)
  const items = writeItems(chat.turns, callId, toolName, notes)
  if (items.length === 0) return NO_MESSAGES
  noteEnding(chat.turns, notes)
  noteNames(chat.turns, notes)
  const rest = new Map(chat.settings)
  const verbosity = rest.get('verbosity')
  const hasLogprobs = rest.get('logprobs')?.raw !== 'false' && rest.has('logprobs')
  rest.delete('verbosity')
  rest.delete('logprobs')
  const format = chat.format && object(writeFormat(chat.format, notes))
  const text = objectIfAny([
    ['format', format],
    ['verbosity', verbosity?.kind === 'string' ? verbosity.raw : undefined],
  ])
  const effort = chat.effort && object([['effort', quote(chat.effort.level)]])
  if (chat.effort?.budget !== undefined) {
    const { budget, level, at } = chat.effort
    notes.add('effort-changed', { value: budget, made: level }, at)
  }
  const tools = writeTools(chat, toolName)
  if (chat.parallel && tools === undefined) notes.field('parallel-dropped', chat.parallel.at)
  return object([
    ['model', model],
    ['input', array(items)],
    ...raised(writeSettings(rest, SETTINGS, notes, [bodyKey]), rest, notes),
    ['store', rest.has('store') ? undefined : storeOf(context)],
    ['reasoning', effort],
    ['tools', tools],
    ['tool_choice', writeChoice(chat, tools !== undefined, toolName, notes)],
    ['parallel_tool_calls', tools && chat.parallel && String(chat.parallel.isAllowed)],
    ['text', text],
    ['include', hasLogprobs ? '["message.output_text.logprobs"]' : undefined],
    ...writeExtras(chat.extras, 'responses', context),
  ])
}

/** Answers are kept here unless a request says otherwise, and nowhere that it may come from. */
function storeOf({ source, notes, bodyKey }: WriteContext): Raw {
  notes.add('store-added', {}, source.body, [bodyKey, 'store'])
  return 'false'
}

function raised(
  members: readonly Member[],
  settings: ReadonlyMap<SettingName, JsonNode>,
  notes: Notes,
): readonly Member[] {
  return members.map(([key, value]): Member => {
    if (key !== SETTINGS.maxTokens?.key || Number(value) >= MIN_TOKENS) return [key, value]
    const values = { value: String(value), limit: MIN_TOKENS }
    notes.add('token-limit-raised', values, settings.get('maxTokens'))
    return [key, String(MIN_TOKENS)]
  })
}

type Fit = ReturnType<typeof fitter>

function writeTools({ tools }: Chat, toolName: Fit): Raw | undefined {
  return arrayIfAny(
    tools.map(({ name, description, schema, strict, isCustom, at }) =>
      object([
        ['type', isCustom ? '"custom"' : '"function"'],
        ['name', toolName(name, at)],
        ['description', description],
        [isCustom ? 'format' : 'parameters', schema],
        // Absent, it is false in chat completions and true here.
        ['strict', isCustom ? undefined : (strict?.raw ?? 'false')],
      ]),
    ),
  )
}

function writeChoice(chat: Chat, hasTools: boolean, toolName: Fit, notes: Notes): Raw | undefined {
  const choice = choiceAmong(chat, hasTools, notes)
  if (choice === undefined) return undefined
  const { mode, names, mustCall } = choice
  const reference = (raw: Raw): Raw => {
    const isCustom = chat.tools.some((tool) => tool.isCustom && tool.name === raw)
    return object([
      ['type', isCustom ? '"custom"' : '"function"'],
      ['name', toolName(raw)],
    ])
  }
  if (mode === 'one') return reference(names[0] as Raw)
  if (mode !== 'some') return quote(mode)
  return object([
    ['type', '"allowed_tools"'],
    ['mode', mustCall ? '"required"' : '"auto"'],
    ['tools', array(names.map(reference))],
  ])
}
