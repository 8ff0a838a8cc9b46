// The columns of a file whose format names none, from its first bytes: they are there before the first
// row, the same for every reading of the file, from the result cache too, and under every format.
import type { Column } from '../formats/defineFormat.ts'
import { columnsOfSample } from '../formats/columnsOfSample.ts'
import { partialValue } from '../json/partialValue.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'

/** Lines of the beginning that decide. */
const SAMPLE_LINES = 200

/** They are found when they are first asked for: most files are of a format that has columns. */
export class PlainColumns {
  #find: (() => readonly Column[]) | undefined
  #found: readonly Column[] = []

  /** `head`: the first bytes of the file, as for `sniffContent`. Without any there are none. */
  constructor(head?: Uint8Array, sniffed?: SniffedContent) {
    if (head && sniffed) this.#find = () => plainColumnsOf(head, sniffed)
  }

  get columns(): readonly Column[] {
    if (this.#find) this.#found = this.#find()
    this.#find = undefined
    return this.#found
  }
}

function plainColumnsOf(head: Uint8Array, sniffed: SniffedContent): readonly Column[] {
  if (sniffed.layout !== 'lines') return []
  const lines = new TextDecoder().decode(head).split('\n', SAMPLE_LINES)
  const values = lines.filter((line) => line.trim() !== '').map(valueOf)
  return columnsOfSample(values.filter((value) => value !== undefined))
}

/** Of a line that is broken, or cut where the head ends, what can be read, if anything. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return partialValue(line)
  }
}
