// Which fields the lines of a document have, as far as a sample tells.
import type { LineId } from '../../base/units.ts'
import { collectFields, type KnownField } from '../../fields/collectFields.ts'
import { partialValue } from '../../json/partialValue.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Places all over the file at which lines are looked at, and lines that follow one another at each: a read for each. */
const SAMPLE_PLACES = 30
const LINES_PER_PLACE = 10

/** Bytes of a line that are looked at. */
const LINE_BYTES = 64 * 1024

const utf8 = new TextDecoder('utf-8')

export async function fieldNamesOf(doc: OpenDocument): Promise<readonly KnownField[]> {
  const { lineCount } = doc.lines
  const places = Math.min(SAMPLE_PLACES, Math.ceil(lineCount / LINES_PER_PLACE))
  const ids: LineId[] = []
  for (let place = 0; place < places; place++) {
    const from = Math.floor((place * lineCount) / places)
    const to = Math.min(from + LINES_PER_PLACE, Math.floor(((place + 1) * lineCount) / places))
    for (let line = from; line < to; line++) {
      const id = doc.lines.idAt(line)
      if (id !== undefined) ids.push(id)
    }
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
