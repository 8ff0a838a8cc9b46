// Tools of a request in the form that training files take: functions, nested. OpenAI's Responses has
// them flat, Anthropic calls their parameters `input_schema`.
import { isObject } from '../../../json/jsonPath.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import type { ExportLine } from '../exportRow.ts'
import type { RequestContent } from '../../../pairing/requestReading.ts'
import { field, hasField, listOf } from '../../../pairing/jsonReading.ts'

/** Code units of a function's name. */
const MAX_NAME = 64
const MAX_FUNCTIONS = 128

/**
 * Members of a training line beside its messages, as JSON text: `"tools":[…]`. undefined when the
 * request has tools that have no form there.
 */
export function toolMembers(
  request: ExportLine<RequestContent>,
  bodyPath: JsonPath,
  body: unknown,
): readonly string[] | undefined {
  const members: string[] = []
  if (hasField(body, 'toolConfig')) return undefined
  const tools = listOf(field(body, 'tools'))
  if (tools.length > 0) {
    const texts = tools.map((tool, i) => toolText(request, [...bodyPath, 'tools', i], tool))
    if (texts.some((text) => text === undefined)) return undefined
    members.push(`"tools":[${texts.join(',')}]`)
    if (typeof field(body, 'parallel_tool_calls') === 'boolean') {
      members.push(`"parallel_tool_calls":${String(field(body, 'parallel_tool_calls'))}`)
    }
  }
  const functions = listOf(field(body, 'functions'))
  if (functions.length > MAX_FUNCTIONS) return undefined
  if (functions.length > 0) {
    const keys = ['name', 'description', 'parameters']
    const texts = functions.map((one, i) =>
      functionText(request, [...bodyPath, 'functions', i], one, keys),
    )
    if (texts.some((text) => text === undefined)) return undefined
    members.push(`"functions":[${texts.join(',')}]`)
  }
  return members
}

const FUNCTION_KEYS = ['name', 'description', 'parameters', 'strict']

function toolText(
  request: ExportLine<RequestContent>,
  path: JsonPath,
  tool: unknown,
): string | undefined {
  const type = field(tool, 'type')
  const nested = field(tool, 'function')
  let text: string | undefined
  if (type === 'function' && isObject(nested)) {
    text = functionText(request, [...path, 'function'], nested, FUNCTION_KEYS)
  } else if (type === 'function') {
    text = functionText(request, path, tool, FUNCTION_KEYS)
  } else if ((type === undefined || type === 'custom') && hasField(tool, 'input_schema')) {
    text = functionText(request, path, tool, ['name', 'description', 'input_schema'])
  }
  return text === undefined ? undefined : `{"type":"function","function":${text}}`
}

/** The members of these keys, each value as the line has it. undefined when one is not as it should be. */
function functionText(
  request: ExportLine<RequestContent>,
  path: JsonPath,
  value: unknown,
  keys: readonly string[],
): string | undefined {
  const name = field(value, 'name')
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME) return undefined
  const members: string[] = []
  for (const key of keys) {
    const inner = field(value, key)
    if (inner === undefined || inner === null) continue
    const source = request.sourceOf([...path, key])
    if (source === undefined || !isFit(key, inner)) return undefined
    members.push(`"${key === 'input_schema' ? 'parameters' : key}":${source}`)
  }
  return `{${members.join(',')}}`
}

function isFit(key: string, value: unknown): boolean {
  if (key === 'name' || key === 'description') return typeof value === 'string'
  return key === 'strict' ? typeof value === 'boolean' : isObject(value)
}
