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
      return msg('Every object of a strict schema has "additionalProperties": false.')
    case MARK.optional:
      return msg(
        'A strict schema requires all keys; “required” lacks {names}. For a key that may be missing, allow null.',
        { names: named(fault) },
      )
    case MARK.extra:
      return msg('“required” has {names}, which “properties” does not.', { names: named(fault) })
    case MARK.keyword:
      return msg('“{keyword}” is not taken in a strict schema.', { keyword: name })
    case MARK.untyped:
      return name === ''
        ? msg('A strict schema says what every value is: “type” is missing here.')
        : msg('A strict schema says what every value is: {value} is not enough.', { value: name })
    case MARK.items:
    case MARK.plainItems:
      return msg('A list needs “items”, which says what is in it.')
    case MARK.format:
      return msg('“{name}” is no format of strict schemas; those are {formats}.', {
        name,
        formats: listOf(SCHEMA_FORMATS, 'and'),
      })
    case MARK.pattern:
      return msg('Patterns of a strict schema cannot look ahead or behind: write it without “(?”.')
    case MARK.reference:
      return msg('The reference “{name}” leads to nothing in this schema.', { name })
    case MARK.sibling:
      return msg('Nothing may stand beside “$ref” in a strict schema, and here {names} does.', {
        names: named(fault),
      })
    case MARK.deep:
    case MARK.large:
    case MARK.values:
      return limitMessage(fault)
    case MARK.rootType:
    case MARK.rootEmpty:
      return msg(
        'A schema of structured output must be of "type": "object". Put what it describes into a property of an object.',
      )
    case MARK.rootAnyOf:
      return msg('At the top of a strict schema there is no “anyOf”.')
    case MARK.rootUnion:
      return msg('There may be no anyOf, oneOf, allOf, enum, const or not at the top.')
    case MARK.rootBare:
      return msg('“properties” is missing; without parameters it is an empty object.')
    case MARK.doubtful:
      return doubtMessage(fault, name)
    default:
      return msg('What stands in “{key}” is not JSON Schema.', {
        key: String(fault.path.at(-1) ?? ''),
      })
  }
}

function named({ names }: SchemaFault): Value {
  const shown: (Value | number)[] = names.slice(0, NAMED).map((name) => `“${name}”`)
  const more = names.length - shown.length
  if (more > 0) shown.push(msg('{count, number} more', { count: more }))
  return listOf(shown, 'and')
}

function limitMessage({ counted, used = 0, limit = 0 }: SchemaFault): Message {
  const counts = { used, limit }
  switch (counted) {
    case 'properties':
      return msg(
        'The schema has {used, number} properties; a strict one has {limit, number} at most.',
        counts,
      )
    case 'depth':
      return msg(
        'Objects nest {used, number} deep; in a strict schema {limit, number} at most.',
        counts,
      )
    case 'values':
      return msg(
        'The schema lists {used, number} values in “enum”; a strict one {limit, number} at most.',
        counts,
      )
    case 'valueCharacters':
      return msg(
        'The values of this “enum” come to {used, number} characters; of more than {many, number} values that is {limit, number} at most.',
        { used, limit, many: SCHEMA_LIMITS.manyValues },
      )
    case 'characters':
    case undefined:
    default:
      return msg(
        'Names and fixed values come to {used, number} characters; in a strict schema to {limit, number} at most.',
        counts,
      )
  }
}

function doubtMessage(fault: SchemaFault, name: string): Message {
  switch (fault.doubt) {
    case 'keyword':
      return msg('OpenAI’s own library takes no “{keyword}” in a strict schema.', { keyword: name })
    case 'root-reference':
      return msg('A reference stands at the top, where the API wants "type": "object".')
    case 'notes':
      return msg('The API has refused schemas with {names} beside “$ref”.', { names: named(fault) })
    case 'reference':
      return msg('“{name}” is no definition at the top of the schema; the API wants those alone.', {
        name,
      })
    case 'no-type':
    case undefined:
    default:
      return msg('“type” is missing here, and the API has refused schemas without it.')
  }
}
