// What the lines of a group have in common, as people are shown it.
import { shortText } from '../../base/cutText.ts'
import type { LineIndex } from '../../base/units.ts'
import { createLocator } from '../../json/locate.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { childrenAt, skipSpace } from '../../json/walkText.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Code units of a value that are shown. */
const VALUE_LENGTH = 200
/** Bytes of a line that are looked at for the values of its fields. */
const LINE_BYTES = 4 * 1024 * 1024
const BATCH = 8

const utf8 = new TextDecoder('utf-8')

/** [i]: of the line at `indexes[i]`: its text, or the value of each field; see DuplicateGroup. */
export async function groupValues(
  doc: OpenDocument,
  indexes: readonly LineIndex[],
  fields: readonly JsonPath[] | undefined,
): Promise<readonly (readonly (string | undefined)[])[]> {
  const limitBytes = fields ? LINE_BYTES : VALUE_LENGTH * 4
  const values: (readonly (string | undefined)[])[] = []
  for (let from = 0; from < indexes.length; from += BATCH) {
    const ids = indexes.slice(from, from + BATCH).map((index) => {
      const id = doc.lines.idAt(index)
      if (id === undefined) throw new Error('Bug: no line at a row that was read')
      return id
    })
    for (const { bytes, byteLength } of await doc.lines.readContents(ids, { limitBytes })) {
      const text = utf8.decode(bytes)
      if (!fields) values.push([shortText(text, VALUE_LENGTH)])
      else if (bytes.length < byteLength) values.push(fields.map(() => undefined))
      else values.push(valuesAt(text, fields))
    }
  }
  return values
}

function valuesAt(text: string, fields: readonly JsonPath[]): (string | undefined)[] {
  const locator = createLocator(text)
  return fields.map((field) => {
    const path: (string | number)[] = []
    for (const step of field) {
      if (typeof step === 'number' && step < 0) {
        const holder = locator.rangeOfPath(path)?.value.from
        const count = holder === undefined ? 0 : [...childrenAt(text, holder)].length
        path.push(count + step)
      } else path.push(step)
    }
    const value = locator.rangeOfPath(path)?.value
    return value && shortText(text.slice(skipSpace(text, value.from), value.to), VALUE_LENGTH)
  })
}
