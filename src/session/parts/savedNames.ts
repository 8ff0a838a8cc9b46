// What lines of parts are called after the document was saved over its file: line i of what was written
// has the id i, whatever it was called before.
import { type LineId, lineId } from '../../base/units.ts'
import type { OpenDocument } from '../openDocument.ts'
import { placeInRuns, runsOfView } from './lineRuns.ts'

interface Saving {
  /** Of the document that was opened from what was written. */
  readonly revision: number
  /** The lines that were written, by the names that they had. */
  readonly runs: readonly number[]
}

export class SavedNames {
  readonly #savings: Saving[] = []
  /** Parts were made of the document, of which someone may ask. */
  isNeeded = false

  /** `next` was opened from what was written of `doc`. */
  saved(doc: OpenDocument, next: OpenDocument): void {
    if (!this.isNeeded) return
    this.#savings.push({
      revision: next.revision,
      runs: runsOfView(doc.lines.view({ kind: 'all' })),
    })
  }

  /** The name now of a line that was called `id` at a revision; undefined when it was not saved. */
  nameNow(id: LineId, revision: number): LineId | undefined {
    let name: LineId | undefined = id
    for (const saving of this.#savings) {
      if (saving.revision <= revision || name === undefined) continue
      const place = placeInRuns(saving.runs, name)
      name = place === undefined ? undefined : lineId(place)
    }
    return name
  }
}
