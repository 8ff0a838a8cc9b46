// Tools of a body of chat completions and the choice among them.
import { fitter } from '../ids.ts'
import { type JsonNode, type Raw, readNode } from '../jsonNode.ts'
import type { Chat, Tool } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { ANY_TEXT_SCHEMA, fitToolName } from '../openaiParts.ts'
import { choiceAmong } from '../toolChoice.ts'
import { array, arrayIfAny, object, quote } from '../writeJson.ts'
import type { ChatDialect } from './writeChat.ts'

const NO_PARAMETERS = '{"type":"object","properties":{}}'

export function writeChatTools(
  { tools }: Chat,
  dialect: ChatDialect,
  notes: Notes,
): Raw | undefined {
  const toolName = fitter('tool-renamed', fitToolName, notes)
  return arrayIfAny(
    tools.map((tool) => writeTool(tool, toolName(tool.name, tool.at), dialect, notes)),
  )
}

function writeTool(tool: Tool, name: Raw, dialect: ChatDialect, notes: Notes): Raw {
  const { description, schema, strict, isCustom } = tool
  if (isCustom && dialect.hasCustomTools) {
    const custom = object([
      ['name', name],
      ['description', description],
      ['format', nestedFormat(schema)],
    ])
    return object([
      ['type', '"custom"'],
      ['custom', custom],
    ])
  }
  if (isCustom) {
    notes.add('tool-adapted', { name: JSON.parse(name) as string }, tool.at)
  }
  const own = isCustom ? ANY_TEXT_SCHEMA : schema
  const definition = object([
    ['name', name],
    ['description', description],
    ['parameters', own ?? (dialect.isMistral ? NO_PARAMETERS : undefined)],
    ['strict', strict?.raw],
  ])
  return object([
    ['type', '"function"'],
    ['function', definition],
  ])
}

/** A grammar stands in `grammar` here. */
function nestedFormat(schema: Raw | undefined): Raw | undefined {
  const format: JsonNode | undefined = schema === undefined ? undefined : readNode(schema)
  if (format?.get('type')?.string !== 'grammar') return schema
  const inner = format.members.filter(({ step }) => step !== 'type')
  const grammar = object(inner.map(({ step, raw }) => [String(step), raw] as const))
  return object([
    ['type', '"grammar"'],
    ['grammar', grammar],
  ])
}

export function writeChatChoice(
  chat: Chat,
  hasTools: boolean,
  dialect: ChatDialect,
  notes: Notes,
): Raw | undefined {
  const choice = choiceAmong(chat, hasTools, notes)
  if (choice === undefined) return undefined
  const { mode, names, mustCall, at } = choice
  const toolName = fitter('tool-renamed', fitToolName, notes)
  const reference = (raw: Raw): Raw => {
    const isCustom =
      dialect.hasCustomTools && chat.tools.some((tool) => tool.isCustom && tool.name === raw)
    const type = isCustom ? 'custom' : 'function'
    return object([
      ['type', quote(type)],
      [type, object([['name', toolName(raw)]])],
    ])
  }
  if (mode === 'one') return reference(names[0] as Raw)
  if (mode !== 'some') return quote(mode)
  if (dialect.isMistral) {
    notes.add('tool-choice-changed', {}, at)
    return mustCall ? '"required"' : '"auto"'
  }
  const allowed = object([
    ['mode', mustCall ? '"required"' : '"auto"'],
    ['tools', array(names.map(reference))],
  ])
  return object([
    ['type', '"allowed_tools"'],
    ['allowed_tools', allowed],
  ])
}
