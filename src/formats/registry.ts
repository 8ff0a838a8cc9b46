// All formats: those of no one in particular beside this file, all others with their provider. They are
// found by the bundler, so adding one needs no change here; the conformance test lists and checks what
// was found.
import { present } from '../base/assert.ts'
import type { FormatDefinition } from './defineFormat.ts'

const modules = import.meta.glob<FormatDefinition>(
  ['./definitions/*.ts', '../providers/*/formats/*.ts'],
  { eager: true, import: 'format' },
)

/** What a file is taken for when nothing says otherwise. */
const PLAIN_FORMAT_ID = 'plainJsonl'

/** By their ids, the plain one last. */
export const formats: readonly FormatDefinition[] = Object.values(modules).sort((a, b) =>
  a.id === PLAIN_FORMAT_ID ? 1 : b.id === PLAIN_FORMAT_ID ? -1 : a.id.localeCompare(b.id, 'en'),
)

const formatsById = new Map(formats.map((format) => [format.id, format]))

export const plainFormat: FormatDefinition = present(
  formatsById.get(PLAIN_FORMAT_ID),
  'the plain format',
)

export function findFormat(id: string): FormatDefinition | undefined {
  return formatsById.get(id)
}

/** The files that the definitions came from: '../providers/openai/formats/batchInput.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)
