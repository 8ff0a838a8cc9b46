// Whether a value is a JSON Schema of draft 2020-12: every keyword has a value of its kind, types are types,
// patterns are expressions, and references lead somewhere.
import { SCHEMA_TYPES } from '../../base/jsonSchema/schemaKeywords.ts'
import { referenceKind } from '../../base/jsonSchema/schemaReferences.ts'
import { isObject, type JsonPath } from '../../json/jsonPath.ts'
import { nearestKey } from '../../json/nearestKey.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { KEYWORD_KINDS, type KeywordKind } from './schemaKeywords.ts'

export interface SchemaFault {
  readonly severity: 'error' | 'warning'
  readonly path: JsonPath
  readonly message: Message
}

/** A schema within the whole, with where it stands. */
export interface InnerSchema {
  readonly schema: unknown
  readonly path: JsonPath
}

/** Faults of this schema alone; those within it are looked at by themselves. `root`: the whole. */
export function faultsOf({ schema, path }: InnerSchema, root: unknown): readonly SchemaFault[] {
  if (typeof schema === 'boolean') return []
  if (!isObject(schema)) {
    return [
      { severity: 'error', path, message: msg('A schema is an object here, or true or false.') },
    ]
  }
  return Object.entries(schema).flatMap(([keyword, value]): SchemaFault[] => {
    const kind = KEYWORD_KINDS.get(keyword)
    const at = [...path, keyword]
    if (kind === undefined) return misspelt(keyword, at)
    const message = kindProblem(kind, value, keyword)
    if (message) return [{ severity: 'error', path: at, message }]
    if (keyword !== '$ref' || leadsSomewhere(value as string, root)) return []
    return [
      {
        severity: 'error',
        path: at,
        message: msg('The reference "{name}" leads to nothing in this schema.', {
          name: value as string,
        }),
      },
    ]
  })
}

/** The schemas directly within one. */
export function schemasWithin({ schema, path }: InnerSchema): readonly InnerSchema[] {
  if (!isObject(schema)) return []
  return Object.entries(schema).flatMap(([keyword, value]): InnerSchema[] => {
    const at = [...path, keyword]
    const kind = KEYWORD_KINDS.get(keyword)
    if (kind === 'schema' && !Array.isArray(value)) return [{ schema: value, path: at }]
    if (kind === 'schemas' && Array.isArray(value)) {
      return value.map((each: unknown, index) => ({ schema: each, path: [...at, index] }))
    }
    if (kind !== 'schemasByName' || !isObject(value)) return []
    return Object.entries(value).map(([name, each]) => ({ schema: each, path: [...at, name] }))
  })
}

function misspelt(keyword: string, path: JsonPath): SchemaFault[] {
  const near = nearestKey(keyword, [...KEYWORD_KINDS.keys()])
  if (near === undefined) return []
  const message = msg('"{keyword}" is not a keyword of JSON Schema. Did you mean "{near}"?', {
    keyword,
    near,
  })
  return [{ severity: 'warning', path, message }]
}

function kindProblem(kind: KeywordKind, value: unknown, keyword: string): Message | undefined {
  const rule = RULES[kind]
  return rule === undefined || rule.fits(value) ? undefined : rule.message(keyword)
}

interface KindRule {
  readonly fits: (value: unknown) => boolean
  readonly message: (keyword: string) => Message
}

const isText = (value: unknown): value is string => typeof value === 'string'
const areNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every(isText) && new Set(value).size === value.length

/** What is a schema itself is looked at where it stands. */
const RULES: Readonly<Partial<Record<KeywordKind, KindRule>>> = {
  schema: {
    fits: (value) => !Array.isArray(value),
    message: (keyword) =>
      keyword === 'items'
        ? msg('"items" must be one schema. An array with a schema for each place is "prefixItems".')
        : msg('"{keyword}" must be one schema.', { keyword }),
  },
  schemas: {
    fits: (value) => Array.isArray(value) && value.length > 0,
    message: (keyword) =>
      msg('"{keyword}" must be an array of schemas, one at least.', { keyword }),
  },
  schemasByName: {
    fits: isObject,
    message: (keyword) => msg('"{keyword}" must be an object of schemas by name.', { keyword }),
  },
  types: {
    fits: (value) =>
      isText(value) ? isType(value) : areNames(value) && [value].flat().every(isType),
    message: () =>
      msg('"type" must be one of {types}, or an array of them.', {
        types: listOf(SCHEMA_TYPES, 'or'),
      }),
  },
  names: {
    fits: areNames,
    message: (keyword) => msg('"{keyword}" must be an array of names, each once.', { keyword }),
  },
  namesByName: {
    fits: (value) => isObject(value) && Object.values(value).every(areNames),
    message: (keyword) => msg('"{keyword}" must be an object of arrays of names.', { keyword }),
  },
  list: {
    fits: (value) => Array.isArray(value) && value.length > 0,
    message: (keyword) => msg('"{keyword}" must be an array of values, one at least.', { keyword }),
  },
  count: {
    fits: (value) => Number.isInteger(value) && (value as number) >= 0,
    message: (keyword) => msg('"{keyword}" must be an integer, 0 or more.', { keyword }),
  },
  number: {
    fits: (value) => typeof value === 'number',
    message: (keyword) => msg('"{keyword}" must be a number.', { keyword }),
  },
  positive: {
    fits: (value) => typeof value === 'number' && value > 0,
    message: (keyword) => msg('"{keyword}" must be a number above 0.', { keyword }),
  },
  pattern: {
    fits: (value) => isText(value) && isPattern(value),
    message: (keyword) =>
      msg('"{keyword}" must be a regular expression, and this is none.', { keyword }),
  },
  text: {
    fits: isText,
    message: (keyword) => msg('"{keyword}" must be a string.', { keyword }),
  },
  flag: {
    fits: (value) => typeof value === 'boolean',
    message: (keyword) => msg('"{keyword}" must be true or false.', { keyword }),
  },
}

function isType(value: unknown): boolean {
  return isText(value) && SCHEMA_TYPES.includes(value)
}

function isPattern(text: string): boolean {
  try {
    return RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** References to names, and to other documents, are not followed. */
function leadsSomewhere(reference: string, root: unknown): boolean {
  if (!reference.startsWith('#/') || !isObject(root)) return true
  return referenceKind(reference, root) !== 'nowhere'
}
