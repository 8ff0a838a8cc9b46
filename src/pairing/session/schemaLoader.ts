// The judge of schemas, loaded when a schema is first met.
import { loadExpressions } from '../../expressions/expressions.ts'
import { loadSchemaJudge, type SchemaJudge } from '../schemaValidator.ts'

/** The one judge; asked for again when it could not be loaded. */
export function schemaLoader(): () => Promise<SchemaJudge | undefined> {
  let loading: Promise<SchemaJudge | undefined> | undefined
  return () => {
    loading ??= loadSchemaJudge(loadExpressions).catch(() => {
      loading = undefined
      return undefined
    })
    return loading
  }
}
