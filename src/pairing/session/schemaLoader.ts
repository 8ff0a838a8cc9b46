// The validator of schemas, loaded when a schema is first seen.
import { loadExpressions } from '../../expressions/expressions.ts'
import { loadSchemaValidator, type SchemaValidator } from '../schemaValidator.ts'

/** The one validator; asked for again when it could not be loaded. */
export function schemaLoader(): () => Promise<SchemaValidator | undefined> {
  let loading: Promise<SchemaValidator | undefined> | undefined
  return () => {
    loading ??= loadSchemaValidator(loadExpressions).catch(() => {
      loading = undefined
      return undefined
    })
    return loading
  }
}
