// The text of a record over several lines as one line.
import { lineNumberOf } from '../../base/units.ts'
import type { LineId } from '../../base/units.ts'
import { explainRecord } from '../../diagnostics/recordOverLines.ts'
import type { LineContent } from '../../document/contentReader.ts'
import { joinRecord } from '../../scanner/spreadRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import { recordOfLine, type SpreadRecord } from './recordOfLine.ts'

export interface RecordText {
  readonly record: SpreadRecord
  readonly contents: readonly LineContent[]
  /** Its lines joined. */
  readonly bytes: Uint8Array
  /** Names its lines and says why they are one. */
  readonly message: string
}

/**
 * Undefined for a line that is no part of such a record. `replaced`: one line of it with the content
 * that it would have.
 */
export async function readRecord(
  doc: OpenDocument,
  id: LineId,
  replaced?: Uint8Array,
): Promise<RecordText | undefined> {
  const record = recordOfLine(doc, id)
  if (!record) return undefined
  const contents = await doc.lines.readContents(record.ids)
  const texts = contents.map((line) =>
    line.id === id && replaced !== undefined ? replaced : line.bytes,
  )
  const joined = joinRecord(texts, crlfInTexts(doc, record.ids))
  if (!joined || doc.scanner.scanLine(joined.bytes).code !== 'valid') return undefined
  const first = lineNumberOf(record.index)
  const message = explainRecord(first, record.ids.length, joined.escapedBreaks)
  return { record, contents, bytes: joined.bytes, message }
}

/**
 * Whether a line break inside of a string is text as CR LF: where the lines of the file end with LF, a
 * CR is the text's own, and where they all end with CR LF it came with them.
 */
export function crlfInTexts(doc: OpenDocument, ids: readonly LineId[]): (line: number) => boolean {
  if (doc.lines.isUsuallyCrlf) return () => false
  return (line) => doc.lines.endsWithCrlf(ids[line] as LineId)
}
