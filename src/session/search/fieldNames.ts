// Which fields the lines of a document have, as far as a sample tells.
import type { LineId } from '../../base/units.ts'
import { collectFields, type KnownField } from '../../fields/collectFields.ts'
import { partialValue } from '../../json/partialValue.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Lines that are looked at, spread over the file. */
const SAMPLE_LINES = 300

/** Bytes of a line that are looked at. */
const LINE_BYTES = 64 * 1024

const utf8 = new TextDecoder('utf-8')

export async function fieldNamesOf(doc: OpenDocument): Promise<readonly KnownField[]> {
  const { lineCount } = doc.lines
  const count = Math.min(SAMPLE_LINES, lineCount)
  const ids: LineId[] = []
  for (let i = 0; i < count; i++) {
    const id = doc.lines.idAt(Math.floor((i * lineCount) / count))
    if (id !== undefined) ids.push(id)
  }
  const contents = await doc.lines.readContents(ids, { limitBytes: LINE_BYTES })
  return collectFields(contents.map(({ bytes }) => valueOf(utf8.decode(bytes))))
}

/** Of a line that is broken or cut, what can be read. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return partialValue(text)
  }
}
