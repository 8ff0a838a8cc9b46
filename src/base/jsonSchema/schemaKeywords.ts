// Keywords of a JSON Schema by what strict structured output makes of them. The scanner is given this table
// (scanner/schemaTable.ts) and knows no keyword by itself; schemaFaults.ts reads the same one.
// Sources: OpenAI's guide on structured outputs as of 2026-11; the keywords that its SDK 7.59.0 of 2026-11
// refuses (openai/lib/transform); and answers of the API that people recorded from 2024-10 to 2026-09.

/** What the value of a keyword is looked at for. Numbers of scanner/assembly/schema.ts. */
export const SCHEMA_ROLE = {
  opaque: 0,
  schema: 1,
  properties: 2,
  definitions: 3,
  list: 4,
  names: 5,
  type: 6,
  values: 7,
  reference: 8,
  format: 9,
  pattern: 10,
  additional: 11,
  number: 12,
  fixed: 13,
} as const

/** What a keyword being there says of its schema, and what was seen of it. Bits of the same file. */
export const SCHEMA_FLAG = {
  hasType: 1,
  hasReference: 2,
  hasAnyOf: 4,
  hasUnion: 8,
  hasValues: 16,
  hasProperties: 32,
  hasItems: 64,
  hasSibling: 128,
  hasNote: 256,
  hasTop: 512,
  isClosed: 1024,
  isObject: 2048,
  isArray: 4096,
  isOnlyObject: 8192,
  isRoot: 16384,
  isPlain: 32768,
  hasAny: 65536,
  isLegacy: 131072,
} as const

/** What can be wrong with a schema, as bits that the scanner counts for the shape of a line. */
export const SCHEMA_MARK = {
  /** Not a JSON Schema at all: the scanner does not tell it, the bytes count instead. */
  invalid: 1,
  open: 2,
  optional: 4,
  extra: 8,
  keyword: 16,
  doubtful: 32,
  untyped: 64,
  items: 128,
  /** An array without `items` that can be reached by `properties`, `items` and `anyOf` alone. */
  plainItems: 256,
  format: 512,
  pattern: 1024,
  reference: 2048,
  sibling: 4096,
  deep: 8192,
  large: 16384,
  values: 32768,
  rootType: 65536,
  rootEmpty: 131072,
  rootAnyOf: 262144,
  rootUnion: 524288,
  rootBare: 1048576,
} as const

export interface SchemaKeyword {
  readonly role: number
  readonly flags: number
  readonly marks: number
}

const { hasSibling, hasNote } = SCHEMA_FLAG

const keywords = (
  names: string,
  role: number,
  flags: number = hasSibling,
  marks = 0,
): readonly (readonly [string, SchemaKeyword])[] =>
  names.split(' ').map((name) => [name, { role, flags, marks }] as const)

/** The most frequent first: they are looked for in this order. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, SchemaKeyword> = new Map([
  ...keywords('type', SCHEMA_ROLE.type, hasSibling | SCHEMA_FLAG.hasType),
  ...keywords('description title', SCHEMA_ROLE.opaque, hasNote),
  ...keywords('properties', SCHEMA_ROLE.properties, hasSibling | SCHEMA_FLAG.hasProperties),
  ...keywords('required', SCHEMA_ROLE.names),
  ...keywords('additionalProperties', SCHEMA_ROLE.additional),
  ...keywords('items', SCHEMA_ROLE.schema, hasSibling | SCHEMA_FLAG.hasItems),
  ...keywords('enum', SCHEMA_ROLE.values, hasSibling | SCHEMA_FLAG.hasValues | SCHEMA_FLAG.hasTop),
  ...keywords('$ref', SCHEMA_ROLE.reference, SCHEMA_FLAG.hasReference),
  ...keywords('anyOf', SCHEMA_ROLE.list, hasSibling | SCHEMA_FLAG.hasAnyOf),
  ...keywords('$defs', SCHEMA_ROLE.definitions),
  ...keywords('definitions', SCHEMA_ROLE.definitions, hasSibling | SCHEMA_FLAG.isLegacy),
  ...keywords('const', SCHEMA_ROLE.fixed, hasSibling | SCHEMA_FLAG.hasValues | SCHEMA_FLAG.hasTop),
  ...keywords('format', SCHEMA_ROLE.format),
  ...keywords('pattern', SCHEMA_ROLE.pattern),
  ...keywords(
    'minimum maximum minLength maxLength minItems maxItems multipleOf',
    SCHEMA_ROLE.number,
  ),
  // Recorded 2024-08 to 2026: "'default' is not permitted"; whether it is refused still, and by all models, was not
  // found.
  ...keywords('default', SCHEMA_ROLE.opaque, hasNote, SCHEMA_MARK.doubtful),
  ...keywords('examples $comment deprecated readOnly writeOnly', SCHEMA_ROLE.opaque, hasNote),
  // Refused by the guide, the first two also as recorded: "'oneOf' is not permitted".
  ...keywords(
    'oneOf allOf',
    SCHEMA_ROLE.list,
    hasSibling | SCHEMA_FLAG.hasUnion | SCHEMA_FLAG.hasTop,
    SCHEMA_MARK.keyword,
  ),
  ...keywords(
    'not',
    SCHEMA_ROLE.opaque,
    hasSibling | SCHEMA_FLAG.hasUnion | SCHEMA_FLAG.hasTop,
    SCHEMA_MARK.keyword,
  ),
  ...keywords('if', SCHEMA_ROLE.opaque, hasSibling | SCHEMA_FLAG.hasUnion, SCHEMA_MARK.keyword),
  ...keywords(
    'then else dependentRequired dependentSchemas',
    SCHEMA_ROLE.opaque,
    hasSibling,
    SCHEMA_MARK.keyword,
  ),
  // Recorded: "'uniqueItems' is not permitted", "'propertyNames' is not permitted".
  ...keywords('uniqueItems propertyNames', SCHEMA_ROLE.opaque, hasSibling, SCHEMA_MARK.keyword),
  // Refused by the SDK before anything is sent; what the API itself says of them was not found.
  ...keywords(
    '$anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef additionalItems contains contentEncoding contentMediaType contentSchema dependencies maxContains maxProperties minContains minProperties patternProperties prefixItems unevaluatedItems unevaluatedProperties',
    SCHEMA_ROLE.opaque,
    hasSibling,
    SCHEMA_MARK.doubtful,
  ),
])

/** Names of types, as `type` has them. */
export const SCHEMA_TYPES: readonly string[] = [
  'object',
  'array',
  'string',
  'number',
  'integer',
  'boolean',
  'null',
]

/** What `format` may be. Recorded of another one: "'uri' is not a valid format." */
export const SCHEMA_FORMATS: readonly string[] = [
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
]

/** Limits of the guide. `assembly/schema.ts` has the same numbers. */
export const SCHEMA_LIMITS = {
  properties: 5000,
  /** Objects inside each other. How the API counts is not told: the root is the first here. */
  depth: 10,
  values: 1000,
  /** Characters of names of properties and definitions, and of enum and const values, all together. */
  characters: 120_000,
  /** An `enum` of more than these texts may have only so many characters. */
  manyValues: 250,
  valueCharacters: 15_000,
} as const
