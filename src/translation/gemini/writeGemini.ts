// A neutral request becomes a body of Gemini's generateContent. Source: Google's SDK 2.32.0.
import type { WriteContext } from '../defineShape.ts'
import { levelFor } from '../effort.ts'
import { writeExtras } from '../extras.ts'
import { fitId, fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import type { Chat } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { ANY_TEXT_SCHEMA } from '../openaiParts.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { type SettingSpecs, writeSettings } from '../settings.ts'
import { choiceAmong } from '../toolChoice.ts'
import type { Refusal } from '../translation.ts'
import { namesByCall, noteEnding, noteNames, turnsApart } from '../turns.ts'
import { type Member, array, arrayIfAny, object, objectIfAny, quote } from '../writeJson.ts'
import { writeParts } from './writeParts.ts'

/** Bounds of Gemini's numbers: candidates by its reference, the seed by its type. */
const SETTINGS: SettingSpecs = {
  maxTokens: { key: 'maxOutputTokens', min: 1 },
  temperature: { key: 'temperature', min: 0, max: 2 },
  topP: { key: 'topP', min: 0, max: 1 },
  topK: { key: 'topK', min: 1 },
  stop: { key: 'stopSequences', maxLength: 5 },
  n: { key: 'candidateCount', min: 1, max: 8 },
  seed: { key: 'seed', min: -(2 ** 31), max: 2 ** 31 - 1, isExact: true },
  presencePenalty: { key: 'presencePenalty', min: -2, max: 2 },
  frequencyPenalty: { key: 'frequencyPenalty', min: -2, max: 2 },
  logprobs: { key: 'responseLogprobs' },
  topLogprobs: { key: 'logprobs', min: 0, max: 20 },
}

/** A name begins with a letter or `_`, then dots, colons and dashes are allowed, too. */
const NAME = { pattern: /^[A-Za-z_][\w.:-]*$/, maxLength: 128 }

export function writeGemini(
  chat: Chat,
  model: Raw | undefined,
  context: WriteContext,
): Raw | Refusal {
  const { notes, bodyKey } = context
  const { system, turns } = turnsApart(chat.turns, notes)
  const toolName = fitter('tool-renamed', fitToolName, notes)
  const names = namesByCall(chat.turns)
  const contents = turns.flatMap(({ role, parts }) => {
    const written = writeParts(parts, names, toolName, notes)
    if (written.length === 0) return []
    return object([
      ['role', role === 'assistant' ? '"model"' : '"user"'],
      ['parts', array(written)],
    ])
  })
  if (contents.length === 0) return NO_MESSAGES
  noteEnding(turns, notes)
  noteNames(chat.turns, notes)
  const instruction = arrayIfAny(writeParts(system, names, toolName, notes))
  const settings = writeSettings(chat.settings, SETTINGS, notes, [bodyKey, 'generationConfig'])
  const config = objectIfAny([
    ...settings,
    ...writeFormat(chat, notes),
    ...writeEffort(chat, notes),
  ])
  const tools = writeTools(chat, toolName, notes)
  if (chat.parallel?.isAllowed === false) notes.field('parallel-dropped', chat.parallel.at)
  return object([
    ['model', model],
    ['systemInstruction', instruction && object([['parts', instruction]])],
    ['contents', array(contents)],
    ['tools', tools],
    ['toolConfig', writeChoice(chat, tools !== undefined, toolName, notes)],
    ['generationConfig', config],
    ...writeExtras(chat.extras, 'gemini', context),
  ])
}

function fitToolName(name: string): string {
  const fitted = fitId(name, NAME)
  return /^[A-Za-z_]/.test(fitted) ? fitted : `_${fitted}`
}

type Fit = ReturnType<typeof fitter>

function writeTools({ tools }: Chat, toolName: Fit, notes: Notes): Raw | undefined {
  const declarations = tools.map(({ name, description, schema, strict, isCustom, at }) => {
    const own = toolName(name, at)
    if (isCustom) {
      notes.add('tool-adapted', { name: JSON.parse(own) as string }, at)
    }
    if (strict?.isTrue) notes.field('field-dropped', strict)
    return object([
      ['name', own],
      ['description', description],
      ['parametersJsonSchema', isCustom ? ANY_TEXT_SCHEMA : schema],
    ])
  })
  const listed = arrayIfAny(declarations)
  return listed && array([object([['functionDeclarations', listed]])])
}

function writeChoice(chat: Chat, hasTools: boolean, toolName: Fit, notes: Notes): Raw | undefined {
  const choice = choiceAmong(chat, hasTools, notes)
  if (choice === undefined) return undefined
  const { mode, names, mustCall } = choice
  const word =
    mode === 'none'
      ? 'NONE'
      : mode === 'auto'
        ? 'AUTO'
        : mode === 'some' && !mustCall
          ? 'VALIDATED'
          : 'ANY'
  const calling = object([
    ['mode', quote(word)],
    ['allowedFunctionNames', arrayIfAny(names.map((name) => toolName(name)))],
  ])
  return object([['functionCallingConfig', calling]])
}

function writeFormat({ format }: Chat, notes: Notes): readonly Member[] {
  if (format === undefined) return []
  const { schema, strictness, at } = format
  if (schema !== undefined && strictness !== 'kept') {
    notes.add('schema-checked', {}, at)
  }
  return [
    ['responseMimeType', '"application/json"'],
    ['responseJsonSchema', schema],
  ]
}

const LEVELS = ['minimal', 'low', 'medium', 'high']

function writeEffort({ effort }: Chat, notes: Notes): readonly Member[] {
  if (effort === undefined) return []
  const budget = effort.level === 'none' ? '0' : effort.budget
  if (budget !== undefined) return [['thinkingConfig', object([['thinkingBudget', budget]])]]
  const level = quote(levelFor(effort, LEVELS, notes).toUpperCase())
  return [['thinkingConfig', object([['thinkingLevel', level]])]]
}
