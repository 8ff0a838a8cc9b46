// What can stand at the caret in the JSON of a body: keys and values that the format's schema knows, and the
// columns of the rows where a placeholder has begun.
import type { Completion, CompletionOption } from '../../contracts/templatesApi.ts'
import { isObject } from '../../json/jsonPath.ts'
import { bodySchemaOf } from './bodySchema.ts'
import { type CaretContext, caretContext } from './caretContext.ts'
import {
  alternatives,
  fitting,
  fixedValues,
  type JsonSchema,
  propertiesOf,
  stepInto,
} from './jsonSchemas.ts'

/** More are not looked through; typing on leaves fewer. */
const MAX_OPTIONS = 60

/** `at`: the caret, code units. Undefined where nothing is to be offered. */
export function complete(
  endpoint: string,
  body: string,
  at: number,
  columns: readonly string[],
): Completion | undefined {
  const context = caretContext(body, at)
  if (!context) return undefined
  const found = placeholders(body, at, context, columns) ?? ofSchema(endpoint, context)
  const isDone = found?.options.every(({ insert }) => insert === body.slice(found.from, found.to))
  return isDone === false ? found : undefined
}

/** `{{` in a text that is a value. */
function placeholders(
  body: string,
  at: number,
  { expects, isInText, from }: CaretContext,
  columns: readonly string[],
): Completion | undefined {
  if (!isInText || expects === 'key') return undefined
  const open = /\{\{\{?([^{}]*)$/.exec(body.slice(from, at))
  if (!open) return undefined
  const [tag, typed = ''] = open
  const braces = tag.length - typed.length
  const closed = /^\}*/.exec(body.slice(at))?.[0].length ?? 0
  const options = columns
    .filter((column) => column.startsWith(typed.trim()))
    .map((column) => optionOf(column, '{'.repeat(braces) + column + '}'.repeat(braces)))
  return { from: at - tag.length, to: at + closed, options: options.slice(0, MAX_OPTIONS) }
}

function ofSchema(endpoint: string, context: CaretContext): Completion | undefined {
  const schema = bodySchemaOf(endpoint)
  if (!schema) return undefined
  const { root, body } = schema
  const { frames, from, to } = context
  let schemas: readonly JsonSchema[] = [body]
  for (const [index, frame] of frames.entries()) {
    const inner = frames[index + 1]
    if (inner) schemas = stepInto(root, schemas, frame, inner.step)
  }
  const frame = frames.at(-1)
  if (!frame) return undefined
  const options =
    context.expects === 'key'
      ? keyOptions(root, fitting(root, schemas, frame), [...frame.members.keys()], context)
      : valueOptions(root, stepInto(root, schemas, frame, context.step))
  const typed = context.typed.toLowerCase()
  const fits = options.filter(({ label }) => label.toLowerCase().startsWith(typed))
  return fits.length === 0 ? undefined : { from, to, options: fits.slice(0, MAX_OPTIONS) }
}

function keyOptions(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
  taken: readonly string[],
  { next }: CaretContext,
): readonly CompletionOption[] {
  const options = new Map<string, CompletionOption>()
  for (const schema of schemas) {
    for (const [key, value] of Object.entries(propertiesOf(schema))) {
      if (taken.includes(key) || options.has(key) || !isObject(value)) continue
      const kinds = alternatives(root, value)
      const json = JSON.stringify(key)
      if (next === ':') options.set(key, optionOf(key, json, json.length, kindsText(kinds)))
      else {
        const [start, end] = beginningOf(kinds)
        const before = `${json}: ${start}`
        const insert = before + end + (next === '"' ? ',' : '')
        options.set(key, optionOf(key, insert, before.length, kindsText(kinds)))
      }
    }
  }
  return [...options.values()]
}

function valueOptions(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
): readonly CompletionOption[] {
  const values = schemas
    .flatMap((schema) => alternatives(root, schema))
    .flatMap((schema) => {
      const types = [schema['type']].flat()
      return [
        ...(fixedValues(schema) ?? []),
        ...(types.includes('boolean') ? [true, false] : []),
        ...(types.includes('null') ? [null] : []),
      ]
    })
  return [...new Set(values)].map((value) => {
    const json = JSON.stringify(value)
    return optionOf(typeof value === 'string' ? value : json, json)
  })
}

/** What stands before the caret and after it, where a value of this kind begins. */
function beginningOf([first]: readonly JsonSchema[]): readonly [string, string] {
  const [only, ...others] = (first && fixedValues(first)) ?? []
  if (only !== undefined && others.length === 0) return [JSON.stringify(only), '']
  const [type] = [first?.['type']].flat()
  if (type === 'string') return ['"', '"']
  if (type === 'array') return ['[', ']']
  return type === 'object' ? ['{', '}'] : ['', '']
}

/** 'string | array'; of fixed values the values. */
function kindsText(kinds: readonly JsonSchema[]): string {
  const words = kinds.flatMap((kind) => fixedValues(kind)?.map(String) ?? [kind['type']].flat())
  const known = [...new Set(words.filter((word) => typeof word === 'string'))]
  return known.slice(0, 4).join(' | ') + (known.length > 4 ? ' | …' : '')
}

function optionOf(
  label: string,
  insert: string,
  caret = insert.length,
  detail = '',
): CompletionOption {
  return { label, insert, caret, detail }
}
