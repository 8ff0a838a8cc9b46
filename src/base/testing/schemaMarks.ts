// For tests: what is wrong with a schema, as the bits of SCHEMA_MARK that the scanner counts.
import { schemaFaults } from '../jsonSchema/schemaFaults.ts'

export function schemaMarks(root: Readonly<Record<string, unknown>>): number {
  return schemaFaults(root).reduce((marks, { mark }) => marks | mark, 0)
}
