// What is wrong with the JSON Schema of structured output, with the places in its text, while it is typed.
import { formatPath, isObject } from '../../json/jsonPath.ts'
import { createLocator } from '../../json/locate.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { readTemplateJson } from '../templateJson.ts'
import { strictFaults } from './strictSchema.ts'
import { faultsOf, type InnerSchema, type SchemaFault, schemasWithin } from './validSchema.ts'

export interface SchemaProblem {
  readonly severity: 'error' | 'warning'
  readonly message: Message
  /** Code units from the start of the text. */
  readonly at: number
  /** 'properties.name'; empty for the whole. */
  readonly path: string
}

/** A placeholder for the whole schema: the row has it. */
const PLACEHOLDER = /^\s*\{\{[^{}]|^\s*\{\{\{[^{}]/

const NOTHING = { json() {}, text() {}, key() {} }

/** In the order of the text. `isStrict`: `"strict": true` beside it. An empty text is no schema. */
export function schemaProblems(text: string, isStrict: boolean): readonly SchemaProblem[] {
  if (text.trim() === '' || PLACEHOLDER.test(text)) return []
  const broken = readTemplateJson(text, NOTHING)
  if (broken) return [{ severity: 'error', ...broken, path: '' }]
  const schema: unknown = JSON.parse(text)
  if (!isObject(schema)) {
    return [{ severity: 'error', message: msg('A schema is an object.'), at: 0, path: '' }]
  }
  const faults = allFaults(schema, isStrict)
  const locator = createLocator(text)
  return faults
    .map(({ severity, message, path }) => {
      const place = locator.rangeOfPath(path)
      return {
        severity,
        message,
        at: place?.key?.from ?? place?.value.from ?? 0,
        path: formatPath(path),
      }
    })
    .sort((a, b) => a.at - b.at)
}

function allFaults(
  root: Readonly<Record<string, unknown>>,
  isStrict: boolean,
): readonly SchemaFault[] {
  const faults: SchemaFault[] = []
  const look = (inner: InnerSchema): void => {
    faults.push(...faultsOf(inner, root))
    for (const each of schemasWithin(inner)) look(each)
  }
  look({ schema: root, path: [] })
  return isStrict ? [...faults, ...strictFaults(root)] : faults
}
