// Tools, the choice among them and the format of answers, as chat completions have them.
import { formatPath } from '../../json/jsonPath.ts'
import type { JsonNode, Raw } from '../jsonNode.ts'
import type { Format, Tool, ToolChoice } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { object } from '../writeJson.ts'

export function readChatTools(body: JsonNode, notes: Notes): readonly Tool[] {
  const tools = (body.get('tools')?.items ?? []).flatMap((tool) => readTool(tool, notes) ?? [])
  // The deprecated list of functions, which are not wrapped.
  const functions = (body.get('functions')?.items ?? []).flatMap(
    (each) => readFunction(each, each, notes) ?? [],
  )
  return [...tools, ...functions]
}

function readTool(tool: JsonNode, notes: Notes): Tool | undefined {
  const type = tool.get('type')?.string ?? 'function'
  if (type === 'function') return readFunction(tool.get('function'), tool, notes)
  const custom = tool.get('custom')
  const name = custom?.get('name')
  if (type !== 'custom' || name?.kind !== 'string') {
    notes.add('tool-dropped', { type }, tool)
    return undefined
  }
  const schema = flatFormat(custom?.get('format'))
  return {
    name: name.raw,
    ...described(custom),
    ...(schema !== undefined && { schema }),
    isCustom: true,
    at: tool,
  }
}

/** A grammar stands in `grammar` here and beside the type in /v1/responses. */
function flatFormat(format: JsonNode | undefined): Raw | undefined {
  const grammar = format?.get('grammar')
  if (format === undefined || grammar === undefined) return format?.raw
  const inner = grammar.members.map(({ step, raw }) => [String(step), raw] as const)
  return object([['type', '"grammar"'], ...inner])
}

const OF_FUNCTION = new Set(['type', 'name', 'description', 'parameters', 'strict'])

/** `at`: the tool that holds the function, or the function itself. */
export function readFunction(
  definition: JsonNode | undefined,
  at: JsonNode,
  notes: Notes,
): Tool | undefined {
  const name = definition?.get('name')
  if (definition === undefined || name?.kind !== 'string' || name.raw === '""') {
    notes.add('tool-dropped', { type: 'function' }, at)
    return undefined
  }
  notes.others(definition, OF_FUNCTION)
  const schema = definition.get('parameters')
  const strict = definition.get('strict')
  return {
    name: name.raw,
    ...described(definition),
    ...(schema?.kind === 'object' && { schema: schema.raw }),
    ...(strict?.kind === 'boolean' && { strict }),
    isCustom: false,
    at,
  }
}

export function described(holder: JsonNode | undefined): { readonly description?: Raw } {
  const description = holder?.get('description')
  return description?.kind === 'string' ? { description: description.raw } : {}
}

/** As chat completions or /v1/responses have it: the latter have the name beside the type. */
export function readChoice(choice: JsonNode | undefined, notes: Notes): ToolChoice | undefined {
  if (choice === undefined) return undefined
  const word = choice.string
  if (word === 'auto' || word === 'none') return choose(word, [], choice)
  if (word === 'required' || word === 'any') return choose('required', [], choice)
  const type = choice.get('type')?.string
  if (type === 'allowed_tools') {
    const holder = choice.get('allowed_tools') ?? choice
    const names = (holder.get('tools')?.items ?? []).flatMap((tool) => nameIn(tool) ?? [])
    const mustCall = holder.get('mode')?.string === 'required'
    if (names.length === 1 && mustCall) return choose('one', names, choice)
    if (names.length > 0) return { mode: 'some', names, mustCall, at: choice }
  } else {
    const name = nameIn(choice)
    if (name !== undefined && (type === undefined || type === 'function' || type === 'custom')) {
      return choose('one', [name], choice)
    }
  }
  notes.field('tool-choice-dropped', choice)
  return undefined
}

function choose(mode: ToolChoice['mode'], names: readonly Raw[], at: JsonNode): ToolChoice {
  return { mode, names, mustCall: mode === 'one', at }
}

function nameIn(holder: JsonNode): Raw | undefined {
  const inner = holder.get('function') ?? holder.get('custom') ?? holder
  const name = inner.get('name')
  return name?.kind === 'string' ? name.raw : undefined
}

export function readChatFormat(format: JsonNode | undefined, notes: Notes): Format | undefined {
  return readFormat(format, format?.get('json_schema'), notes)
}

/** `holder`: what the schema and its name stand in. */
export function readFormat(
  format: JsonNode | undefined,
  holder: JsonNode | undefined,
  notes: Notes,
): Format | undefined {
  if (format === undefined) return undefined
  const type = format.get('type')?.string
  if (type === 'text') return undefined
  if (type === 'json_object') return { strictness: 'loose', at: format }
  const schema = holder?.get('schema')
  if (type !== 'json_schema' || holder === undefined) {
    notes.add('value-unusable', { field: formatPath(format.path) }, format)
    return undefined
  }
  const name = holder.get('name')
  return {
    ...(schema?.kind === 'object' && { schema: schema.raw }),
    ...(name?.kind === 'string' && { name: name.raw }),
    ...described(holder),
    strictness: holder.get('strict')?.isTrue ? 'asked' : 'loose',
    at: format,
  }
}
