// Names that are sent to the API within a request. Recorded: 400 "string does not match pattern.
// Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'", for schemas and for tools.
import { isNameText } from '../../../base/textMarks.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'

const SCHEMA_NAMES: readonly JsonPath[] = [
  ['body', 'response_format', 'json_schema', 'name'],
  ['body', 'text', 'format', 'name'],
]

const TOOL_NAMES: readonly JsonPath[] = [
  ['body', 'tools', '[]', 'function', 'name'],
  ['body', 'functions', '[]', 'name'],
]

const ALLOWED = 'The API takes only letters from a to z, digits, "_" and "-" there.'

export const nameRules: readonly LineRule[] = [
  {
    code: 'schema-name-characters',
    severity: 'error',
    title: 'Schema name not allowed',
    reads: SCHEMA_NAMES.map((path) => ({ path, observes: 'name' })),
    check(names) {
      const at = names.findIndex(isOddName)
      if (at < 0) return undefined
      return { message: `${JSON.stringify(names[at])} is the name of the schema. ${ALLOWED}`, at }
    },
  },
  {
    code: 'tool-name-characters',
    severity: 'error',
    title: 'Tool name not allowed',
    reads: TOOL_NAMES.map((path) => ({ path, observes: 'name' })),
    anyOrder: true,
    check(lists) {
      const at = lists.findIndex((list) => Array.isArray(list) && list.some(isOddName))
      if (at < 0) return undefined
      const name = (lists[at] as readonly unknown[]).find(isOddName)
      return {
        message: `${JSON.stringify(name)} is the name of a tool. ${ALLOWED} Rename it here and wherever it is called.`,
        at,
      }
    },
  },
]

function isOddName(name: unknown): boolean {
  return typeof name === 'string' && !isNameText(name)
}
