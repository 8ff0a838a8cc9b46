// What 'Fix all' would fix, worked out before it is offered: the lines of a cause are asked, all of
// them where they are few, else some spread evenly over them. Done in slices while nothing else is.
import { TimeSlice } from '../base/jobs.ts'
import { fixesForCode, getFix } from '../fixes/registry.ts'
import type { CauseFix } from '../contracts/documentApi.ts'
import { mendLine } from './fixAllLines.ts'
import type { OpenDocument } from './openDocument.ts'
import { lineView } from './views.ts'

/** Lines of a cause up to which each is asked. */
const EXACT_LINES = 200
/** Lines that stand for those of a larger cause. */
const SAMPLE_LINES = 100
/** Lines read at a time: each may come with a block of the file. */
const READ_LINES = 16
/** Bytes of a line above which it is not asked: its fixes would take long. */
const LINE_LIMIT = 1024 * 1024

interface Counted {
  /** Lines that had the cause. */
  readonly lines: number
  /** Share of them that would be fixed. */
  readonly share: number
  readonly fixId: string | undefined
  readonly revision: number
  readonly formatId: string
}

export class FixOffers {
  readonly #counted = new Map<string, Counted>()

  /** What is known of a cause that `lines` lines have now; undefined while nothing is or can be done. */
  offerFor(code: string, lines: number): CauseFix | undefined {
    const counted = this.#counted.get(code)
    const fix = counted?.fixId === undefined ? undefined : getFix(counted.fixId)
    if (!counted || !fix) return undefined
    const isEstimate = counted.lines > EXACT_LINES
    const mended = isEstimate
      ? roundedShare(lines, counted.share)
      : Math.min(lines, Math.round(counted.lines * counted.share))
    return mended === 0 ? undefined : { id: fix.id, title: fix.title, lines: mended, isEstimate }
  }

  /**
   * Asks the lines of all causes that changed since they were asked. `isCurrent` says whether that is
   * still worth while, `onNews` is told of each cause whose offer is another now.
   */
  async count(doc: OpenDocument, isCurrent: () => boolean, onNews: () => void): Promise<void> {
    const { revision } = doc
    const isUpToDate = (): boolean => isCurrent() && doc.revision === revision
    const slice = new TimeSlice()
    for (const { code, count } of doc.findingSets.causes(doc.lines.histogram())) {
      if (!fixesForCode(code).some((fix) => fix.safeForAll)) continue
      if (this.#isKnown(doc, code, count)) continue
      const before = this.offerFor(code, count)
      const counted = await countCause(doc, code, count, slice, isUpToDate)
      if (!counted) return
      this.#counted.set(code, counted)
      const now = this.offerFor(code, count)
      if (now?.id !== before?.id || now?.lines !== before?.lines) onNews()
    }
  }

  /** A share of very many lines holds for a few lines more or less. */
  #isKnown(doc: OpenDocument, code: string, count: number): boolean {
    const counted = this.#counted.get(code)
    if (!counted || counted.formatId !== doc.format.id) return false
    if (counted.revision === doc.revision) return true
    const isMany = Math.min(counted.lines, count) > EXACT_LINES
    return isMany && Math.abs(counted.lines - count) < counted.lines / 100
  }
}

/** Undefined: it was no longer up to date. */
async function countCause(
  doc: OpenDocument,
  code: string,
  lines: number,
  slice: TimeSlice,
  isUpToDate: () => boolean,
): Promise<Counted | undefined> {
  const view = lineView(doc, { kind: 'cause', code })
  const rows = spread(view.count, lines > EXACT_LINES ? SAMPLE_LINES : EXACT_LINES)
  const fixes = new Map<string, number>()
  let asked = 0
  let mended = 0
  for (let from = 0; from < rows.length; from += READ_LINES) {
    const ids = rows.slice(from, from + READ_LINES).flatMap((row) => view.ids(row, row + 1))
    const contents = await doc.lines.readContents(ids, { limitBytes: LINE_LIMIT })
    for (const content of contents) {
      if (!isUpToDate()) return undefined
      if (content.bytes.length === content.byteLength) {
        asked++
        const line = await mendLine(doc, content, code)
        if (line?.isMended) {
          mended++
          fixes.set(line.fixId, (fixes.get(line.fixId) ?? 0) + 1)
        }
      }
      if (slice.isOver) await slice.breathe()
    }
  }
  if (!isUpToDate()) return undefined
  const [most] = [...fixes].toSorted((a, b) => b[1] - a[1])
  return {
    lines,
    share: asked === 0 ? 0 : mended / asked,
    fixId: most?.[0],
    revision: doc.revision,
    formatId: doc.format.id,
  }
}

/**
 * `most` numbers below `count`, evenly spread; all of them when there are no more. Not at one distance:
 * in a file whose lines take turns that would meet one kind alone.
 */
export function spread(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i)
  return Array.from({ length: most }, (_, i) =>
    Math.floor(((i + ((i * GOLDEN_RATIO) % 1)) * count) / most),
  )
}

/** Its multiples modulo 1 are spread evenly and never repeat. */
const GOLDEN_RATIO = 0.618_033_988_749_895

/** An estimate shows no more digits than it is worth; all of them is said of all. */
function roundedShare(lines: number, share: number): number {
  return share === 1 ? lines : Number((lines * share).toPrecision(2))
}
