// A line as quick fixes see it: its text and what they may ask about the rest of the file.
import type { LineId } from '../base/units.ts'
import type { FixableLine } from '../fixes/proposeFixes.ts'
import { readRecord } from '../validation/overLines/readRecord.ts'
import type { OpenDocument } from './openDocument.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** `takenMeanwhile`: keys given out in a change that is not committed yet. */
export async function fixableLine(
  doc: OpenDocument,
  id: LineId,
  bytes: Uint8Array,
  takenMeanwhile?: ReadonlySet<string>,
): Promise<FixableLine> {
  const record = await readRecord(doc, id, bytes)
  return {
    ...(record && { record: utf8.decode(record.bytes) }),
    text: utf8.decode(bytes),
    bytes,
    formatId: doc.format.id,
    isKeyTaken(key) {
      if (takenMeanwhile?.has(key)) return true
      return doc.rules.keys.groupOf(doc.hash(key), 2).lowest.some((line) => line !== id)
    },
    usualValue: (path) => doc.rules.usualValue(path),
  }
}
