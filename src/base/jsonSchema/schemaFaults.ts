// What is wrong with a JSON Schema for structured output, place by place. What marks there are is what
// assembly/schema.ts of the scanner tells of the schema's text, bit by bit.
import { countCodePoints } from '../codePoints.ts'
import { hasLookaround } from './lookaround.ts'
import {
  SCHEMA_FLAG as FLAG,
  SCHEMA_FORMATS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIMITS,
  SCHEMA_MARK as MARK,
  SCHEMA_ROLE as ROLE,
  SCHEMA_TYPES,
  type SchemaKeyword,
} from './schemaKeywords.ts'
import { referenceKind } from './schemaReferences.ts'

/** Keys and 0-based indexes from the root of the schema. */
export type SchemaPath = readonly (string | number)[]

/** Why a schema may be refused, where it is not certain. */
export type SchemaDoubt =
  | 'keyword'
  | 'default'
  | 'no-type'
  | 'root-reference'
  | 'notes'
  | 'reference'

export interface SchemaFault {
  /** One bit of SCHEMA_MARK. */
  readonly mark: number
  readonly path: SchemaPath
  /** Keys that are not required or not there, the keyword, or the value that is refused. */
  readonly names: readonly string[]
  readonly doubt?: SchemaDoubt
  /** Of limits: what there is, what may be, and of what. */
  readonly used?: number
  readonly limit?: number
  readonly counted?: 'properties' | 'characters' | 'values' | 'valueCharacters' | 'depth'
}

type JsonObject = Readonly<Record<string, unknown>>

/** Each fault with its place, in the order of the schema; those of the whole come last. */
export function schemaFaults(root: JsonObject): readonly SchemaFault[] {
  return new SchemaReading(root).faults
}

class SchemaReading {
  readonly faults: SchemaFault[] = []
  readonly #root: JsonObject
  #properties = 0
  #values = 0
  #characters = 0
  #depth = 0

  constructor(root: JsonObject) {
    this.#root = root
    this.#readSchema(root, [], FLAG.isRoot | FLAG.isPlain, 0)
    this.#limit(MARK.deep, 'depth', this.#depth)
    this.#limit(MARK.large, 'properties', this.#properties)
    this.#limit(MARK.large, 'characters', this.#characters)
    this.#limit(MARK.values, 'values', this.#values)
  }

  #limit(
    mark: number,
    counted: 'depth' | 'properties' | 'characters' | 'values',
    used: number,
  ): void {
    const limit = SCHEMA_LIMITS[counted]
    if (used > limit) this.#tell(mark, [], [], { used, limit, counted })
  }

  #tell(
    mark: number,
    path: SchemaPath,
    names: readonly string[] = [],
    more: Partial<SchemaFault> = {},
  ): void {
    this.faults.push({ mark, path, names, ...more })
  }

  /** `nest`: how many `properties` it is in. */
  #readSchema(schema: unknown, path: SchemaPath, inherited: number, nest: number): void {
    if (typeof schema === 'boolean') return this.#tell(MARK.untyped, path, [String(schema)])
    if (!isObject(schema)) return this.#tell(MARK.invalid, path)
    let flags = inherited
    for (const [key, value] of Object.entries(schema)) {
      const keyword = SCHEMA_KEYWORDS.get(key)
      flags |= FLAG.hasAny | (keyword?.flags ?? FLAG.hasSibling)
      if (keyword === undefined) continue
      const at = [...path, key]
      if (keyword.marks !== 0) {
        const isDoubt = keyword.marks === MARK.doubtful
        const doubt = key === 'default' ? key : 'keyword'
        this.#tell(keyword.marks, at, [key], isDoubt ? { doubt } : {})
      }
      flags |= this.#readValue(keyword, value, at, inherited & FLAG.isPlain, nest)
    }
    this.#judge(schema, path, flags)
  }

  /** Flags of what was seen. */
  #readValue(
    { role, flags }: SchemaKeyword,
    value: unknown,
    at: SchemaPath,
    plain: number,
    nest: number,
  ): number {
    const invalid = (): number => {
      this.#tell(MARK.invalid, at)
      return 0
    }
    switch (role) {
      case ROLE.schema:
        this.#readSchema(value, at, plain, nest)
        return 0
      case ROLE.properties:
      case ROLE.definitions: {
        if (!isObject(value)) return invalid()
        const isProperties = role === ROLE.properties
        const inner = isProperties ? nest + 1 : nest
        this.#depth = Math.max(this.#depth, inner)
        for (const [name, child] of Object.entries(value)) {
          if (isProperties) this.#properties++
          this.#characters += countCodePoints(name)
          this.#readSchema(child, [...at, name], isProperties ? plain : 0, inner)
        }
        return 0
      }
      case ROLE.list: {
        if (!Array.isArray(value) || value.length === 0) return invalid()
        const inner = (flags & FLAG.hasAnyOf) !== 0 ? plain : 0
        value.forEach((child, i) => this.#readSchema(child, [...at, i], inner, nest))
        return 0
      }
      case ROLE.names:
        return isTexts(value) ? 0 : invalid()
      case ROLE.type:
        return typeFlags(value) ?? invalid()
      case ROLE.values:
        if (!Array.isArray(value) || value.length === 0) return invalid()
        this.#readValues(value, at)
        return 0
      case ROLE.fixed:
        if (typeof value === 'string') this.#characters += countCodePoints(value)
        return 0
      case ROLE.additional:
        if (value === false) return FLAG.isClosed
        return value === true || isObject(value) ? 0 : invalid()
      case ROLE.number:
        return typeof value === 'number' ? 0 : invalid()
      case ROLE.opaque:
        return 0
      default:
        return typeof value === 'string' ? this.#readText(role, value, at) : invalid()
    }
  }

  #readValues(values: readonly unknown[], at: SchemaPath): void {
    const texts = values.filter((value) => typeof value === 'string')
    const used = texts.reduce((sum, text) => sum + countCodePoints(text), 0)
    this.#values += values.length
    this.#characters += used
    const { manyValues, valueCharacters: limit } = SCHEMA_LIMITS
    if (values.length > manyValues && used > limit) {
      this.#tell(MARK.values, at, [], { used, limit, counted: 'valueCharacters' })
    }
  }

  #readText(role: number, text: string, at: SchemaPath): number {
    if (role === ROLE.format && !SCHEMA_FORMATS.includes(text)) this.#tell(MARK.format, at, [text])
    if (role === ROLE.pattern && hasLookaround(text)) this.#tell(MARK.pattern, at, [text])
    if (role === ROLE.reference) {
      const kind = referenceKind(text, this.#root)
      if (kind === 'nowhere') this.#tell(MARK.reference, at, [text])
      if (kind === 'elsewhere') this.#tell(MARK.doubtful, at, [text], { doubt: 'reference' })
    }
    return 0
  }

  #judge(schema: JsonObject, path: SchemaPath, flags: number): void {
    const has = (bits: number): boolean => (flags & bits) !== 0
    if (has(FLAG.isObject | FLAG.hasProperties)) this.#judgeObject(schema, path, has(FLAG.isClosed))
    if (has(FLAG.isArray) && !has(FLAG.hasItems)) {
      this.#tell(MARK.items, path)
      if (has(FLAG.isPlain)) this.#tell(MARK.plainItems, path)
    }
    if (has(FLAG.isRoot)) return this.#judgeRoot(flags)
    if (has(FLAG.hasReference)) {
      if (has(FLAG.hasSibling)) {
        const siblings = Object.keys(schema).filter((key) => !isBesideReference(key))
        this.#tell(MARK.sibling, path, siblings)
      } else if (has(FLAG.hasNote)) {
        const notes = Object.keys(schema).filter((key) => key !== '$ref')
        this.#tell(MARK.doubtful, path, notes, { doubt: 'notes' })
      }
    }
    if (has(FLAG.hasType | FLAG.hasReference | FLAG.hasAnyOf | FLAG.hasUnion)) return
    if (has(FLAG.hasValues | FLAG.hasProperties | FLAG.hasItems)) {
      this.#tell(MARK.doubtful, path, [], { doubt: 'no-type' })
    } else this.#tell(MARK.untyped, path)
  }

  #judgeObject(schema: JsonObject, path: SchemaPath, isClosed: boolean): void {
    if (!isClosed) this.#tell(MARK.open, path)
    const { properties, required } = schema
    const names = isObject(properties) ? Object.keys(properties) : []
    const listed = isTexts(required) ? required : []
    const isListed = new Set(listed)
    const isNamed = new Set(names)
    const optional = names.filter((name) => !isListed.has(name))
    if (optional.length > 0) this.#tell(MARK.optional, path, optional)
    const extra = [...isListed].filter((name) => !isNamed.has(name))
    if (extra.length > 0) this.#tell(MARK.extra, path, extra)
  }

  #judgeRoot(flags: number): void {
    const has = (bits: number): boolean => (flags & bits) !== 0
    if (!has(FLAG.hasAny)) this.#tell(MARK.rootEmpty, [])
    else if (has(FLAG.hasReference)) {
      this.#tell(MARK.doubtful, [], [], { doubt: 'root-reference' })
    } else if (!has(FLAG.isOnlyObject)) this.#tell(MARK.rootType, [])
    if (has(FLAG.hasAnyOf)) this.#tell(MARK.rootAnyOf, ['anyOf'], ['anyOf'])
    if (has(FLAG.hasTop)) this.#tell(MARK.rootUnion, [], [])
    if (has(FLAG.isObject) && !has(FLAG.hasProperties | FLAG.hasReference)) {
      this.#tell(MARK.rootBare, [])
    }
  }
}

function isBesideReference(key: string): boolean {
  return key === '$ref' || ((SCHEMA_KEYWORDS.get(key)?.flags ?? 0) & FLAG.hasNote) !== 0
}

/** Undefined when it says no types. */
function typeFlags(value: unknown): number | undefined {
  const types = Array.isArray(value) ? (value as unknown[]) : [value]
  const isKnown = types.every((type) => typeof type === 'string' && SCHEMA_TYPES.includes(type))
  if (types.length === 0 || !isKnown) return undefined
  const isObjects = types.includes('object')
  return (
    (isObjects ? FLAG.isObject : 0) |
    (isObjects && types.length === 1 ? FLAG.isOnlyObject : 0) |
    (types.includes('array') ? FLAG.isArray : 0)
  )
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
