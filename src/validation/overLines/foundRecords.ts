// The records over several lines of a file, found while it is read and marked when it has been.
import { type LineId, lineId } from '../../base/units.ts'
import { GrowableUint32 } from '../../document/growableNumbers.ts'
import { RecordFinder } from '../../scanner/recordFinder.ts'
import type { ScanBatch } from '../../scanner/scanner.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { type Mark, markLines } from './markRecords.ts'
import { hasRecords, isRecord } from './settleRecords.ts'

export class FoundRecords {
  readonly #doc: ValidatedDocument
  readonly #finder: RecordFinder | undefined
  readonly #firstLines = new GrowableUint32()
  readonly #counts = new GrowableUint32()

  constructor(doc: ValidatedDocument) {
    this.#doc = doc
    if (!hasRecords(doc)) return
    this.#finder = new RecordFinder({
      isJson: (lines) => isRecord(doc, lines),
      onRecord: (line, count) => {
        this.#firstLines.push(line)
        this.#counts.push(count)
      },
    })
  }

  search(batch: ScanBatch): void {
    this.#finder?.push(batch)
  }

  /** When all lines are there. Whether there are such records. */
  async mark(): Promise<boolean> {
    this.#finder?.finish()
    await markLines(this.#doc, this.#marks())
    return this.#counts.length > 0
  }

  *#marks(): Generator<readonly [LineId, Mark]> {
    for (let i = 0; i < this.#firstLines.length; i++) {
      const first = this.#firstLines.at(i)
      const count = this.#counts.at(i)
      for (let k = 0; k < count; k++) yield [lineId(first + k), k === 0 ? 'first' : 'continues']
    }
  }
}
