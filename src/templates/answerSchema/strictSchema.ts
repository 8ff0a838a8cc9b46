// What `"strict": true` asks of a schema beyond being one: the same that is asked of the schemas in requests.
import { schemaFaults } from '../../base/jsonSchema/schemaFaults.ts'
import { SCHEMA_MARK as MARK } from '../../base/jsonSchema/schemaKeywords.ts'
import { faultMessage, UNSURE_MARKS } from '../../providers/openai/schemaWords.ts'
import type { SchemaFault } from './validSchema.ts'

/** What validSchema.ts says by itself, and what is about parameters of functions. */
const OTHERS = MARK.invalid | MARK.plainItems | MARK.rootUnion | MARK.rootBare

export function strictFaults(root: Readonly<Record<string, unknown>>): readonly SchemaFault[] {
  return schemaFaults(root)
    .filter(({ mark, names }) => {
      if ((mark & OTHERS) !== 0) return false
      return mark !== MARK.reference || !names[0]?.startsWith('#/')
    })
    .map((fault) => ({
      severity: (fault.mark & UNSURE_MARKS) === 0 ? 'error' : 'warning',
      path: fault.path,
      message: faultMessage(fault),
    }))
}
