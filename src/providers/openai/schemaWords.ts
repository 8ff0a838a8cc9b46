// What is said of a JSON Schema that structured output refuses: of lines, and of schemas while they are typed.
import type { SchemaFault } from '../../base/jsonSchema/schemaFaults.ts'
import {
  SCHEMA_FORMATS,
  SCHEMA_LIMITS,
  SCHEMA_MARK as MARK,
} from '../../base/jsonSchema/schemaKeywords.ts'
import { listOf, type Message, msg, type Value } from '../../i18n/message.ts'

/** Names that are told at once. */
const NAMED = 6

/** Faults that are not certain to be refused. */
export const UNSURE_MARKS = MARK.doubtful | MARK.deep

/** Of a fault, without where it is; whole sentences. */
export function faultMessage(fault: SchemaFault): Message {
  const [name = ''] = fault.names
  switch (fault.mark) {
    case MARK.open:
      return msg('Every object of a strict schema needs "additionalProperties": false.')
    case MARK.optional:
      return msg(
        'A strict schema requires all keys; "required" lacks {names}. For a key that may be missing, allow null.',
        { names: named(fault) },
      )
    case MARK.extra:
      return msg('"required" lists {names}, which "properties" does not have.', {
        names: named(fault),
      })
    case MARK.keyword:
      return msg('"{keyword}" is not permitted in a strict schema.', { keyword: name })
    case MARK.untyped:
      return name === ''
        ? msg('A strict schema gives every value a type, and "type" is missing here.')
        : msg('A strict schema gives every value a type, and the schema {value} does not.', {
            value: name,
          })
    case MARK.items:
    case MARK.plainItems:
      return msg('An array needs "items", which describes its elements.')
    case MARK.format:
      return msg('A strict schema may not have the format "{name}", only {formats}.', {
        name,
        formats: listOf(SCHEMA_FORMATS, 'or'),
      })
    case MARK.pattern:
      return msg(
        'A pattern of a strict schema may not look ahead or behind: write it without "(?=", "(?!" and the like.',
      )
    case MARK.reference:
      return msg('The reference "{name}" leads to nothing in this schema.', { name })
    case MARK.sibling:
      return msg(
        'In a strict schema "$ref" has to stand alone. Move {names} into the definition that it leads to.',
        {
          names: named(fault),
        },
      )
    case MARK.deep:
    case MARK.large:
    case MARK.values:
      return limitMessage(fault)
    case MARK.rootType:
    case MARK.rootEmpty:
      return msg(
        'At the top of a strict schema "type" must be "object". Put what it describes into a property of an object.',
      )
    case MARK.rootAnyOf:
      return msg('A strict schema may not have "anyOf" at its top.')
    case MARK.rootUnion:
      return msg(
        'At the top there may be none of "anyOf", "oneOf", "allOf", "enum", "const" and "not".',
      )
    case MARK.rootBare:
      return msg('"properties" is missing. Add it, as an empty object if there are no parameters.')
    case MARK.doubtful:
      return doubtMessage(fault, name)
    default:
      return msg('The value of "{key}" is not what JSON Schema allows there.', {
        key: String(fault.path.at(-1) ?? ''),
      })
  }
}

function named({ names }: SchemaFault): Value {
  const shown: (Value | number)[] = names.slice(0, NAMED).map((name) => `"${name}"`)
  const more = names.length - shown.length
  if (more > 0) shown.push(msg('{count, number} more', { count: more }))
  return listOf(shown, 'and')
}

function limitMessage({ counted, used = 0, limit = 0 }: SchemaFault): Message {
  const counts = { used, limit }
  switch (counted) {
    case 'properties':
      return msg(
        'There are {used, number} properties; a strict schema may have {limit, number} at most.',
        counts,
      )
    case 'depth':
      return msg(
        'Objects are nested {used, number} deep; in a strict schema they may be {limit, number} deep at most.',
        counts,
      )
    case 'values':
      return msg(
        'There are {used, number} values in "enum"; a strict schema may list {limit, number} at most.',
        counts,
      )
    case 'valueCharacters':
      return msg(
        'The texts of this "enum" come to {used, number} characters; an "enum" of more than {many, number} values may have {limit, number} at most.',
        { used, limit, many: SCHEMA_LIMITS.manyValues },
      )
    case 'characters':
    case undefined:
    default:
      return msg(
        'Names and fixed values come to {used, number} characters; a strict schema may have {limit, number} at most.',
        counts,
      )
  }
}

function doubtMessage(fault: SchemaFault, name: string): Message {
  switch (fault.doubt) {
    case 'keyword':
      return msg('OpenAI’s own library refuses "{keyword}" in a strict schema; the API may, too.', {
        keyword: name,
      })
    case 'default':
      return msg('The API has refused strict schemas with "default". Remove it.')
    case 'root-reference':
      return msg('A reference stands at the top, where the API wants "type": "object".')
    case 'notes':
      return msg('The API has refused schemas with {names} beside "$ref".', { names: named(fault) })
    case 'reference':
      return msg(
        '"{name}" does not lead to a definition at the top of the schema; the API has refused other references.',
        {
          name,
        },
      )
    case 'no-type':
    case undefined:
    default:
      return msg('"type" is missing here, and the API has refused schemas without it.')
  }
}
