// The text of a record over several lines as one line.
import { concatBytes } from '../../base/concatBytes.ts'
import { lineNumberOf } from '../../base/units.ts'
import type { LineId } from '../../base/units.ts'
import { explainRecord } from '../../diagnostics/recordOverLines.ts'
import type { LineContent } from '../../document/contentReader.ts'
import type { Message } from '../../i18n/message.ts'
import { joinRecord } from '../../scanner/spreadRecord.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { recordOfLine, type SpreadRecord } from './recordOfLine.ts'

export interface RecordText {
  readonly record: SpreadRecord
  readonly contents: readonly LineContent[]
  /** Its lines joined. */
  readonly bytes: Uint8Array
  /** Names its lines and says why they are one. */
  readonly message: Message
}

/**
 * Undefined for a line that is not a part of such a record. `replaced`: one line of it with the content
 * that it would have.
 */
export async function readRecord(
  doc: ValidatedDocument,
  id: LineId,
  replaced?: Uint8Array,
): Promise<RecordText | undefined> {
  const record = recordOfLine(doc, id)
  if (!record) return undefined
  const contents = await doc.lines.readContents(record.ids)
  const texts = contents.map((line) =>
    line.id === id && replaced !== undefined ? replaced : line.bytes,
  )
  const joined = joinRecord(...withBreaks(doc, record.ids, texts))
  if (!joined || doc.scanner.scanLine(joined.bytes).code !== 'valid') return undefined
  const first = lineNumberOf(record.index)
  const message = explainRecord(first, record.ids.length, joined.escapedBreaks)
  return { record, contents, bytes: joined.bytes, message }
}

/**
 * The lines with line ends between them, and where these are text as CR LF if they are inside of a
 * string: where the lines of the file end with LF, a CR is the text's own, and where they all end with
 * CR LF it came with them.
 */
function withBreaks(
  doc: ValidatedDocument,
  ids: readonly LineId[],
  texts: readonly Uint8Array[],
): [Uint8Array, (at: number) => boolean] {
  const crlfAt = new Set<number>()
  const parts: Uint8Array[] = []
  let length = 0
  texts.forEach((text, i) => {
    const isLast = i === texts.length - 1
    const hasCr = !isLast && !doc.lines.isUsuallyCrlf && doc.lines.endsWithCrlf(ids[i] as LineId)
    const end = isLast ? NOTHING : hasCr ? CR_LF : LF
    parts.push(text, end)
    length += text.length + end.length
    if (hasCr) crlfAt.add(length - 1)
  })
  return [concatBytes(parts), (at) => crlfAt.has(at)]
}

const NOTHING = new Uint8Array()
const LF = Uint8Array.of(0x0a)
const CR_LF = Uint8Array.of(0x0d, 0x0a)
