// Lines of a journal in a file that has changed: at the same number, or wherever the only line with those bytes is.
import { breathe, type Job } from '../../base/jobs.ts'
import { type LineId, lineIndexOf } from '../../base/units.ts'
import type { LineMark } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineHash } from './lineMarks.ts'

/** Lines read at a time. */
const BATCH_LINES = 256

export class LineFinder {
  readonly #doc: OpenDocument
  readonly #job: Job
  /** Bytes of the lines that may be asked for. */
  readonly #lengths: ReadonlySet<number>
  /** By hash; null where several lines have it. Made when a line is not where it was. */
  #everywhere: Map<string, LineId | null> | undefined
  /** Lines that were found, or became what they are here, by their ids in the journal. */
  readonly #found = new Map<LineId, LineId>()
  /** The other way round: no line is two lines of the journal. */
  readonly #takenBy = new Map<LineId, LineId>()

  constructor(doc: OpenDocument, marks: readonly LineMark[], job: Job) {
    this.#doc = doc
    this.#job = job
    this.#lengths = new Set(marks.map(({ bytes }) => bytes))
  }

  /** The line that is now, byte for byte, what the mark says. */
  async find(mark: LineMark): Promise<LineId | undefined> {
    const known = this.#found.get(mark.id)
    if (known !== undefined && (await this.#has(known, mark))) return known
    const atNumber = this.#doc.lines.idAt(lineIndexOf(mark.line))
    const found =
      atNumber !== undefined && this.#isFor(atNumber, mark) && (await this.#has(atNumber, mark))
        ? atNumber
        : await this.#findElsewhere(mark)
    if (found !== undefined) this.note(mark, found)
    return found
  }

  /** The line is the one of the journal, whatever its text has become. */
  note(mark: LineMark, id: LineId): void {
    this.#found.set(mark.id, id)
    this.#takenBy.set(id, mark.id)
  }

  #isFor(id: LineId, mark: LineMark): boolean {
    return (this.#takenBy.get(id) ?? mark.id) === mark.id
  }

  async #has(id: LineId, { hash, bytes }: LineMark): Promise<boolean> {
    if (!this.#doc.lines.has(id)) return false
    const [content] = await this.#doc.lines.readContents([id])
    return content?.byteLength === bytes && (await lineHash(content.bytes)) === hash
  }

  async #findElsewhere(mark: LineMark): Promise<LineId | undefined> {
    this.#everywhere ??= await this.#lookEverywhere()
    const id = this.#everywhere.get(mark.hash)
    if (id === undefined || id === null || !this.#isFor(id, mark)) return undefined
    // Edits that were made again meanwhile may have changed it.
    return (await this.#has(id, mark)) ? id : undefined
  }

  async #lookEverywhere(): Promise<Map<string, LineId | null>> {
    const { lines } = this.#doc
    const all = lines.view({ kind: 'all' })
    const found = new Map<string, LineId | null>()
    for (let from = 0; from < all.count; from += BATCH_LINES) {
      const ids = all.ids(from, Math.min(from + BATCH_LINES, all.count))
      for (const { id, bytes, byteLength } of await lines.readContents(ids)) {
        if (!this.#lengths.has(byteLength)) continue
        const hash = await lineHash(bytes)
        found.set(hash, found.has(hash) ? null : id)
      }
      await breathe()
      this.#job.check()
    }
    return found
  }
}
