// What an exporter may ask about the rows of a plan, answered from columns.
import type { PlannedRows } from '../../../exporters/pairs/planNotes.ts'
import { encodeText, keyBytesAt, keyTextAt, TEXT_KEY } from '../../join/keyColumn.ts'
import { needsJsonCheck } from '../../join/rowUsability.ts'
import type { OpenPairing } from '../openPairing.ts'
import { PairingRow } from './rowColumns.ts'

/** `rows`: those that are wanted. */
export function plannedRows(
  pairing: OpenPairing,
  rows: Uint32Array,
  { fileCount, isSample }: Pick<PlannedRows, 'fileCount' | 'isSample'>,
): PlannedRows {
  return {
    *rows() {
      for (const row of rows) yield new PairingRow(pairing, row)
    },
    fileCount,
    isSample,
    requestKeysEnding: (ending) => requestKeysEnding(pairing, ending),
    countUnvalidated: () => countUnvalidated(pairing),
  }
}

/** Only keys that end like that are made into texts. */
function* requestKeysEnding({ pairs }: OpenPairing, ending: string): Generator<string> {
  const end = encodeText(ending)
  for (const lines of pairs.requests.sources) {
    for (let entry = 0; entry < lines.count; entry++) {
      if (lines.keyKinds[entry] !== TEXT_KEY || !endsWith(keyBytesAt(lines, entry), end)) continue
      yield keyTextAt(lines, entry)
    }
  }
}

function endsWith(bytes: Uint8Array, end: Uint8Array): boolean {
  const from = bytes.length - end.length
  return from >= 0 && end.every((byte, i) => bytes[from + i] === byte)
}

function countUnvalidated({ pairs, verdicts }: OpenPairing): number {
  let count = 0
  for (let row = 0; row < pairs.count; row++) {
    const answer = pairs.answerOf[row] as number
    if (answer >= 0 && verdicts[answer] === 0 && needsJsonCheck(pairs, row)) count++
  }
  return count
}
