// A body of Gemini's generateContent becomes a neutral request. The API takes camelCase and snake_case, and
// programs in Python write the latter, so every name is looked for in both.
import { effortOf, effortOfBudget } from '../effort.ts'
import type { JsonNode } from '../jsonNode.ts'
import type { Chat, Effort, Format, SettingName, Tool, ToolChoice } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { fromGeminiSchema } from '../schemas.ts'
import { readSettings } from '../settings.ts'
import { described } from '../chat/readChatTools.ts'
import { bothCases, either } from './eitherCase.ts'
import { readContents } from './readContents.ts'

const NAMES: readonly (readonly [string, SettingName])[] = [
  ['maxOutputTokens', 'maxTokens'],
  ['temperature', 'temperature'],
  ['topP', 'topP'],
  ['topK', 'topK'],
  ['stopSequences', 'stop'],
  ['candidateCount', 'n'],
  ['seed', 'seed'],
  ['presencePenalty', 'presencePenalty'],
  ['frequencyPenalty', 'frequencyPenalty'],
  ['responseLogprobs', 'logprobs'],
  ['logprobs', 'topLogprobs'],
]

const SETTINGS: ReadonlyMap<string, SettingName> = new Map(
  NAMES.flatMap(([key, name]) => [...bothCases([key])].map((each) => [each, name] as const)),
)

const OF_CONFIG = new Set([
  ...SETTINGS.keys(),
  ...bothCases(['responseMimeType', 'responseSchema', 'responseJsonSchema', 'thinkingConfig']),
])

const KNOWN = bothCases([
  'model',
  'contents',
  'systemInstruction',
  'generationConfig',
  'tools',
  'toolConfig',
])

export function readGemini(body: JsonNode, notes: Notes): Chat {
  const config = either(body, 'generationConfig')
  if (config) notes.others(config, OF_CONFIG)
  const format = config && readFormat(config, notes)
  const effort = readEffort(config && either(config, 'thinkingConfig'), notes)
  const toolConfig = either(body, 'toolConfig')
  if (toolConfig) notes.others(toolConfig, bothCases(['functionCallingConfig']))
  const calling = toolConfig && either(toolConfig, 'functionCallingConfig')
  const toolChoice = calling && readChoice(calling, notes)
  return {
    kind: 'chat',
    turns: readContents(either(body, 'systemInstruction'), body.get('contents'), notes),
    tools: (body.get('tools')?.items ?? []).flatMap((tool) => readTools(tool, notes)),
    ...(toolChoice && { toolChoice }),
    ...(format && { format }),
    ...(effort && { effort }),
    settings: readSettings(config, SETTINGS, notes),
    extras: body.members.filter(({ step, kind }) => !KNOWN.has(String(step)) && kind !== 'null'),
  }
}

function readFormat(config: JsonNode, notes: Notes): Format | undefined {
  const json = either(config, 'responseJsonSchema')
  if (json?.kind === 'object') return { schema: json.raw, strictness: 'kept', at: json }
  const own = either(config, 'responseSchema')
  if (own?.kind === 'object') {
    return { schema: adapted(own, notes), strictness: 'kept', at: own }
  }
  const type = either(config, 'responseMimeType')
  if (type?.string === 'application/json') return { strictness: 'loose', at: type }
  if (type && type.string !== 'text/plain') notes.field('field-dropped', type)
  return undefined
}

function adapted(schema: JsonNode, notes: Notes): string {
  const made = fromGeminiSchema(schema)
  if (made !== schema.raw) notes.add('schema-adapted', {}, schema)
  return made
}

function readEffort(thinking: JsonNode | undefined, notes: Notes): Effort | undefined {
  if (thinking === undefined) return undefined
  notes.others(thinking, bothCases(['thinkingLevel', 'thinkingBudget']))
  const level = either(thinking, 'thinkingLevel')
  const budget = either(thinking, 'thinkingBudget')
  if (level) return effortOf(level, notes)
  const effort = budget && effortOfBudget(budget)
  // -1 leaves it to the model.
  if (budget && !effort && budget.raw !== '-1') notes.field('effort-dropped', budget)
  return effort
}

const DECLARATIONS = bothCases(['functionDeclarations'])
const OF_DECLARATION = bothCases(['name', 'description', 'parameters', 'parametersJsonSchema'])

function readTools(tool: JsonNode, notes: Notes): readonly Tool[] {
  for (const { step } of tool.members) {
    if (!DECLARATIONS.has(String(step))) {
      notes.add('tool-dropped', { type: String(step) }, tool)
    }
  }
  return (either(tool, 'functionDeclarations')?.items ?? []).flatMap((declaration) => {
    const name = declaration.get('name')
    if (name?.kind !== 'string' || name.raw === '""') {
      notes.add('tool-dropped', { type: 'function' }, declaration)
      return []
    }
    notes.others(declaration, OF_DECLARATION)
    const json = either(declaration, 'parametersJsonSchema')
    const own = declaration.get('parameters')
    const schema =
      json?.kind === 'object' ? json.raw : own?.kind === 'object' && adapted(own, notes)
    return {
      name: name.raw,
      ...described(declaration),
      ...(schema && { schema }),
      isCustom: false,
      at: declaration,
    }
  })
}

function readChoice(calling: JsonNode, notes: Notes): ToolChoice | undefined {
  const mode = calling.get('mode')?.string?.toUpperCase() ?? 'AUTO'
  const listed = either(calling, 'allowedFunctionNames')?.items ?? []
  const names = listed.flatMap((name) => (name.kind === 'string' ? name.raw : []))
  const base = { names, mustCall: mode === 'ANY', at: calling }
  if (mode === 'NONE') return { ...base, mode: 'none', names: [] }
  if (!['AUTO', 'ANY', 'VALIDATED', 'MODE_UNSPECIFIED'].includes(mode)) {
    notes.field('tool-choice-dropped', calling)
    return undefined
  }
  if (names.length > 1) return { ...base, mode: 'some' }
  if (names.length === 1) return { ...base, mode: mode === 'ANY' ? 'one' : 'some' }
  return { ...base, mode: mode === 'ANY' ? 'required' : 'auto' }
}
