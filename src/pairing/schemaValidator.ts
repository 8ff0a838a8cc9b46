// Validates answers by the JSON Schema that their request carries. The validator interprets schemas, so
// it needs no `new Function`, which the page's Content-Security-Policy forbids; zod's own
// fromJSONSchema refuses keywords that structured outputs allow, and fills in defaults.
import type { SchemaDraft, Validator } from '@cfworker/json-schema'
import type { CompileExpression } from '../expressions/expressions.ts'
import { formatPath, isObject } from '../json/jsonPath.ts'
import { exactJson, field, isSameJson } from './jsonReading.ts'
import { linearPatterns } from './linearRegExp.ts'

export type SchemaVerdict =
  | { readonly kind: 'fits' }
  /**
   * `path`: where in the answer, '' for the whole; `message`: what is wrong there, in the English of the
   * validator.
   */
  | { readonly kind: 'misfit'; readonly path: string; readonly message: string | undefined }
  /** The schema is not a schema, refers to something outside itself, or never ends; `message`: for developers. */
  | { readonly kind: 'unusable'; readonly message: string }

export interface SchemaValidator {
  /** `schema` and `value`: any JSON values. Never throws. */
  readonly validate: (schema: unknown, value: unknown) => SchemaVerdict
}

/**
 * Schemas that are kept compiled. A file has one or a few; one where each line has its own compiles
 * each, and this bounds what stays of them.
 */
const KEPT_SCHEMAS = 256

/**
 * Loads the validator, 28 kB that only files with schemas need. `loadCompile`: loads what runs their
 * patterns. Rejects when something cannot be loaded.
 */
export async function loadSchemaValidator(
  loadCompile: () => Promise<CompileExpression>,
): Promise<SchemaValidator> {
  const [{ Validator, format }, compile] = await Promise.all([
    import('@cfworker/json-schema'),
    loadCompile(),
  ])
  // No format of JSON Schema, and its expression takes endless time for some texts.
  delete format['url']
  const withLinearPatterns = linearPatterns(compile)
  const compiled = new Map<string, Validator | string>()
  let last: { readonly schema: unknown; readonly validator: Validator | string } | undefined

  function validatorOf(schema: unknown): Validator | string {
    // Nearly always the schema of the line before; to compare costs less than to write it as text.
    if (last && isSameJson(last.schema, schema)) return last.validator
    const text = exactJson(schema)
    if (text === undefined) return 'nests too deep'
    let validator = compiled.get(text)
    if (validator === undefined) {
      if (compiled.size >= KEPT_SCHEMAS) compiled.clear()
      validator = compileText(Validator, text)
      compiled.set(text, validator)
    }
    last = { schema: JSON.parse(text), validator }
    return validator
  }

  return {
    validate(schema, value) {
      try {
        const validator = validatorOf(schema)
        if (typeof validator === 'string') return { kind: 'unusable', message: validator }
        const { valid, errors } = withLinearPatterns(() => validator.validate(value))
        if (valid) return { kind: 'fits' }
        // Outer errors come first and only say that an inner one is there.
        const cause = errors.at(-1)
        return {
          kind: 'misfit',
          path: formatPath(pathOf(value, cause?.instanceLocation ?? '')),
          message: cause?.error,
        }
      } catch (error) {
        // A reference to nowhere, a pattern that is none, a schema that refers to itself without end.
        return { kind: 'unusable', message: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

const DRAFTS: readonly (readonly [RegExp, SchemaDraft])[] = [
  [/draft-04/, '4'],
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019-09'],
]

/** The validator writes into the schema, so it gets one of its own. */
function compileText(Class: typeof Validator, text: string): Validator | string {
  const schema: unknown = JSON.parse(text)
  if (typeof schema !== 'boolean' && !isObject(schema)) return 'not an object'
  const dialect = field(schema, '$schema')
  const draft = DRAFTS.find(([name]) => typeof dialect === 'string' && name.test(dialect))?.[1]
  try {
    return new Class(schema, draft ?? '2020-12')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** '#/a/0' as a path into `value`, which tells indexes from keys that are digits. */
function pathOf(value: unknown, location: string): (string | number)[] {
  const path: (string | number)[] = []
  let current = value
  for (const segment of location.split('/').slice(1)) {
    const key = decodeSegment(segment)
    path.push(Array.isArray(current) ? Number(key) : key)
    current = Array.isArray(current) ? current[Number(key)] : field(current, key)
  }
  return path
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return segment
  }
}
