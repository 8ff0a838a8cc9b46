// Which lines a sample is of: neighbouring lines at places spread evenly over the document, and the longest
// lines, which are what does not fit into a context.
import { isAddedLine, type LineId, lineId } from '../../base/units.ts'
import type { TokenKind } from '../../contracts/lineTokens.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { linesWithin } from './nextLines.ts'
import { type Reckoned, reckon, type SampledStretch } from './stretchSample.ts'

/** Places in the document, and what is read at each: 9 MB in all, of which less is counted. */
const STRETCHES = 48
const STRETCH_BYTES = 192 * 1024
const STRETCH_LINES = 64

/** Lines from this size on have a block of their own and are found without reading; in all as many bytes. */
const LONG_BYTES = 64 * 1024
const LONG_BYTES_IN_ALL = 8 * 1024 * 1024

interface Stretch {
  readonly ids: readonly LineId[]
  /** Lines of it that have no count yet. */
  readonly open: Set<LineId>
  readonly tokens: Map<string, number>
  bytes: number
  /** A line of it was changed: it is no part of the sample any more. */
  isSpoilt: boolean
}

export class StretchPlan {
  readonly #doc: ValidatedDocument
  readonly #bytes: number
  readonly #stretches: Stretch[] = []
  readonly #stretchOf = new Map<LineId, Stretch>()
  /** The longest lines; undefined until they are looked for. */
  #long: LineId[] | undefined
  #given = 0

  constructor(doc: ValidatedDocument) {
    this.#doc = doc
    this.#bytes = doc.lines.byteLength
    const { lineCount } = doc.lines
    const all = doc.lines.view({ kind: 'all' })
    const count = Math.min(STRETCHES, lineCount)
    for (let i = 0; i < count; i++) {
      const from = Math.floor(((i + 0.5) / count) * lineCount)
      const end = Math.min(Math.floor(((i + 1.5) / count) * lineCount), lineCount)
      const ids = all.ids(from, Math.max(from + 1, Math.min(end, from + STRETCH_LINES)))
      this.#add(ids.slice(0, linesWithin(doc, ids, STRETCH_BYTES)))
    }
  }

  /** Lines to be counted next; none when it has them all. */
  next(): readonly LineId[] {
    const stretch = this.#stretches[this.#given]
    if (stretch) {
      this.#given++
      return stretch.ids
    }
    this.#long ??= longLines(this.#doc).filter((id) => !this.#stretchOf.has(id))
    return this.#long.splice(0, 1)
  }

  /** Gives what was not counted once more. */
  begin(): void {
    const given = this.#stretches.findIndex(({ open, isSpoilt }) => open.size > 0 && !isSpoilt)
    if (given >= 0) this.#given = Math.min(this.#given, given)
  }

  /** Whether all of it has been counted, but for the longest lines. */
  get isDone(): boolean {
    return this.#stretches.every(({ open, isSpoilt }) => isSpoilt || open.size === 0)
  }

  /** `bytes`: of the line as it was counted. */
  take(id: LineId, bytes: number, tokens: number, kind: TokenKind): void {
    const stretch = this.#stretchOf.get(id)
    if (!stretch?.open.delete(id)) return
    stretch.bytes += bytes
    const key = modelKey(kind)
    stretch.tokens.set(key, (stretch.tokens.get(key) ?? 0) + tokens)
  }

  forget(ids: readonly LineId[]): void {
    for (const id of ids) {
      const stretch = this.#stretchOf.get(id)
      if (stretch) stretch.isSpoilt = true
    }
  }

  /** Whether a document of so many bytes is still much the same. */
  holdsFor(bytes: number, share: number): boolean {
    return Math.abs(bytes - this.#bytes) <= share * this.#bytes
  }

  /** `key`: of a model, as `modelKey` makes it. */
  reckon(bytes: number, key?: string): Reckoned | undefined {
    const sample = this.#stretches.filter(({ isSpoilt }) => !isSpoilt)
    return reckon(sample satisfies readonly SampledStretch[], bytes, key)
  }

  #add(ids: readonly LineId[]): void {
    const stretch: Stretch = {
      ids,
      open: new Set(ids),
      tokens: new Map(),
      bytes: 0,
      isSpoilt: false,
    }
    this.#stretches.push(stretch)
    for (const id of ids) this.#stretchOf.set(id, stretch)
  }
}

/** Lines of one model have the same. */
export function modelKey({ model, encoding }: TokenKind): string {
  return JSON.stringify([model ?? null, encoding])
}

/** The longest first. */
function longLines({ lines }: ValidatedDocument): LineId[] {
  const { index } = lines.tables
  const found: { readonly id: LineId; readonly bytes: number }[] = []
  for (let block = 0; block < index.blockCount; block++) {
    const id = lineId(index.firstLine(block))
    const bytes = index.offset(block + 1) - index.offset(block)
    if (bytes < LONG_BYTES || index.firstLine(block + 1) - id !== 1) continue
    if (!isAddedLine(id) && lines.has(id)) found.push({ id, bytes })
  }
  found.sort((a, b) => b.bytes - a.bytes || a.id - b.id)
  let sum = 0
  return found.flatMap(({ id, bytes }) => {
    sum += bytes
    return sum <= LONG_BYTES_IN_ALL ? [id] : []
  })
}
