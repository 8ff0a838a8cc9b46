// A line as quick fixes see it: its text and what they may ask about the rest of the file.
import type { LineId } from '../base/units.ts'
import type { FixableLine } from '../fixes/proposeFixes.ts'
import type { OpenDocument } from './openDocument.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** `takenMeanwhile`: keys given out in a change that is not committed yet. */
export function fixableLine(
  doc: OpenDocument,
  id: LineId,
  bytes: Uint8Array,
  takenMeanwhile?: ReadonlySet<string>,
): FixableLine {
  return {
    text: utf8.decode(bytes),
    bytes,
    formatId: doc.format.id,
    isKeyTaken(key) {
      if (takenMeanwhile?.has(key)) return true
      return doc.rules.keys.linesOf(doc.hash(key)).some((line) => line !== id)
    },
    usualValue: (path) => doc.rules.usualValue(path),
  }
}
