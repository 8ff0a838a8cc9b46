// What chat completions and /v1/responses have in common when they are written.
import { isNameText } from '../base/textMarks.ts'
import { fitId } from './ids.ts'
import { readNode } from './jsonNode.ts'
import type { Format } from './neutral.ts'
import type { Notes } from './notes.ts'
import { isStrictSchema } from './schemas.ts'
import type { Member } from './writeJson.ts'

/** Names of tools and schemas. */
const MAX_NAME = 64
const NAME = /^[\w-]+$/

/** Of a tool that takes any text, where only functions are known. */
export const ANY_TEXT_SCHEMA =
  '{"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}'

export function fitToolName(name: string): string {
  return fitId(name, { pattern: NAME, maxLength: MAX_NAME })
}

/** The format of answers with the type first, then, beside it, what a schema comes with. */
export function writeFormat(format: Format, notes: Notes): readonly Member[] {
  const { schema, name, description, strictness, at } = format
  if (schema === undefined) return [['type', '"json_object"']]
  return [
    ['type', '"json_schema"'],
    ['name', schemaName(format, notes)],
    ['description', name === undefined ? undefined : description],
    ['schema', schema],
    ['strict', strictness === 'loose' ? undefined : isKept(schema) ? 'true' : undefined],
  ]

  /** What the request itself calls strict stays so; what another API enforces anyway only if it can be. */
  function isKept(text: string): boolean {
    if (strictness === 'asked') return true
    const node = readNode(text)
    if (node && isStrictSchema(node)) return true
    notes.add('schema-loose', {}, at)
    return false
  }
}

function schemaName({ name, at }: Format, notes: Notes): string {
  const text = name === undefined ? '' : (JSON.parse(name) as string)
  if (name !== undefined && text !== '' && text.length <= MAX_NAME && isNameText(text)) return name
  notes.add('schema-named', { name: 'answer' }, at)
  return '"answer"'
}
