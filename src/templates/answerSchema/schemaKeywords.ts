// Keywords of JSON Schema, draft 2020-12, by what their values have to be.
// Source: the meta-schemas at https://json-schema.org/draft/2020-12/schema.

export type KeywordKind =
  | 'schema'
  | 'schemas'
  | 'schemasByName'
  | 'types'
  | 'names'
  | 'namesByName'
  | 'list'
  | 'count'
  | 'number'
  | 'positive'
  | 'pattern'
  | 'text'
  | 'flag'
  | 'any'

const KEYWORDS: readonly (readonly [KeywordKind, string])[] = [
  ['schema', 'items additionalProperties not if then else contains propertyNames contentSchema'],
  ['schema', 'unevaluatedItems unevaluatedProperties'],
  ['schemas', 'anyOf oneOf allOf prefixItems'],
  ['schemasByName', 'properties patternProperties dependentSchemas $defs definitions'],
  ['types', 'type'],
  ['names', 'required'],
  ['namesByName', 'dependentRequired'],
  ['list', 'enum examples'],
  ['count', 'minLength maxLength minItems maxItems minProperties maxProperties'],
  ['count', 'minContains maxContains'],
  ['number', 'minimum maximum exclusiveMinimum exclusiveMaximum'],
  ['positive', 'multipleOf'],
  ['pattern', 'pattern'],
  ['text', '$ref $id $schema $anchor $dynamicRef $dynamicAnchor $comment title description format'],
  ['text', 'contentEncoding contentMediaType'],
  ['flag', 'uniqueItems deprecated readOnly writeOnly'],
  ['any', 'const default $vocabulary'],
]

export const KEYWORD_KINDS: ReadonlyMap<string, KeywordKind> = new Map(
  KEYWORDS.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
)
