// Lines of a journal in a file that has changed: at the same number, or wherever the only line with those bytes is.
import { breathe, type Job } from '../../base/jobs.ts'
import { type LineId, lineIndexOf } from '../../base/units.ts'
import type { LineMark } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import { BATCH_LINES, lineHash, shortHash } from './lineMarks.ts'

/** By what a line is known again. `hash`: its beginning is enough. */
export type KnownLine = Pick<LineMark, 'id' | 'line' | 'hash' | 'bytes'>

export class LineFinder {
  readonly #doc: OpenDocument
  readonly #job: Job
  /** Bytes of the lines that may be asked for. */
  readonly #lengths: ReadonlySet<number>
  /** By short hash; null where several lines have it. Made when a line is not where it was. */
  #everywhere: Map<string, LineId | null> | undefined
  /** Lines that were found, or became what they are here, by their ids in the journal. */
  readonly #found = new Map<LineId, LineId>()
  /** The other way round: no line is two lines of the journal. */
  readonly #takenBy = new Map<LineId, LineId>()

  /** `lengths`: in bytes, of the lines that may be asked for. */
  constructor(doc: OpenDocument, lengths: Iterable<number>, job: Job) {
    this.#doc = doc
    this.#job = job
    this.#lengths = new Set(lengths)
  }

  /** The line that is now, byte for byte, what the mark says. */
  async find(mark: KnownLine): Promise<LineId | undefined> {
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
  note(mark: Pick<KnownLine, 'id'>, id: LineId): void {
    this.#found.set(mark.id, id)
    this.#takenBy.set(id, mark.id)
  }

  /** The same of many lines, which are read together. */
  async findAll(marks: readonly KnownLine[]): Promise<(LineId | undefined)[]> {
    const found = await this.#matching(
      marks,
      marks.map((mark) => this.#near(mark)),
    )
    const missing = marks.filter((_, i) => found[i] === undefined)
    if (missing.length > 0) {
      this.#everywhere ??= await this.#lookEverywhere()
      const everywhere = this.#everywhere
      const far = await this.#matching(
        missing,
        missing.map((mark) => {
          const id = everywhere.get(shortHash(mark.hash)) ?? undefined
          return id !== undefined && this.#isFor(id, mark) ? id : undefined
        }),
      )
      for (let i = 0, next = 0; i < found.length; i++) found[i] ??= far[next++]
    }
    for (const [i, id] of found.entries())
      if (id !== undefined) this.note(marks[i] as KnownLine, id)
    return found
  }

  #near(mark: KnownLine): LineId | undefined {
    const known = this.#found.get(mark.id)
    if (known !== undefined) return known
    const id = this.#doc.lines.idAt(lineIndexOf(mark.line))
    return id !== undefined && this.#isFor(id, mark) ? id : undefined
  }

  /** Of `ids`, those whose line is what its mark says. */
  async #matching(
    marks: readonly KnownLine[],
    ids: readonly (LineId | undefined)[],
  ): Promise<(LineId | undefined)[]> {
    const { lines } = this.#doc
    const there = new Set(ids.filter((id) => id !== undefined && lines.has(id)))
    const contents = await lines.readContents([...there] as LineId[])
    const byId = new Map(contents.map((content) => [content.id, content]))
    return Promise.all(
      ids.map(async (id, i) => {
        const content = id === undefined ? undefined : byId.get(id)
        const { bytes, hash } = marks[i] as KnownLine
        if (content?.byteLength !== bytes) return undefined
        return (await lineHash(content.bytes)).startsWith(hash) ? id : undefined
      }),
    )
  }

  #isFor(id: LineId, mark: KnownLine): boolean {
    return (this.#takenBy.get(id) ?? mark.id) === mark.id
  }

  async #has(id: LineId, { hash, bytes }: KnownLine): Promise<boolean> {
    if (!this.#doc.lines.has(id)) return false
    const [content] = await this.#doc.lines.readContents([id])
    return content?.byteLength === bytes && (await lineHash(content.bytes)).startsWith(hash)
  }

  async #findElsewhere(mark: KnownLine): Promise<LineId | undefined> {
    this.#everywhere ??= await this.#lookEverywhere()
    const id = this.#everywhere.get(shortHash(mark.hash))
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
        const hash = shortHash(await lineHash(bytes))
        found.set(hash, found.has(hash) ? null : id)
      }
      await breathe()
      this.#job.check()
    }
    return found
  }
}
