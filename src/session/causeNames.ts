// The names behind a cause that is one for all names: of 'Unknown key', which keys there are and how
// often. Looked up in the lines that have it, when they are known: all where they are few, else some
// spread evenly over them.
import { shortText } from '../base/cutText.ts'
import { TimeSlice } from '../base/jobs.ts'
import { type LineId, lineNumberOf } from '../base/units.ts'
import type { LineContent } from '../document/contentReader.ts'
import { patternOf } from '../json/jsonPath.ts'
import type { CauseNameCounts } from '../contracts/documentApi.ts'
import { spread } from './fixOffers.ts'
import type { OpenDocument } from './openDocument.ts'
import { lineView } from './views.ts'

const UNKNOWN_KEY = 'unknown-key'

/** Lines up to which all are looked at; of more, as many as stand for them. */
const EXACT_LINES = 1000
const SAMPLE_LINES = 500
const READ_LINES = 16
/** Bytes of a line above which it is not looked at. */
const LINE_LIMIT = 1024 * 1024
/** Names that are told. */
const MOST_NAMES = 6
const NAME_LENGTH = 60

const utf8 = new TextDecoder()

export class NamesOfCauses {
  #known: { readonly names: CauseNameCounts | undefined; readonly revision: number } | undefined

  namesOf(code: string): CauseNameCounts | undefined {
    return code === UNKNOWN_KEY ? this.#known?.names : undefined
  }

  /** Looks at the lines again if they may have changed. `onNews`: the names are others now. */
  async count(doc: OpenDocument, isCurrent: () => boolean, onNews: () => void): Promise<void> {
    const { revision } = doc
    if (this.#known?.revision === revision) return
    const names = await countNames(doc, () => isCurrent() && doc.revision === revision)
    if (names === 'outdated') return
    const isNews = JSON.stringify(names) !== JSON.stringify(this.#known?.names)
    this.#known = { names, revision }
    if (isNews) onNews()
  }
}

async function countNames(
  doc: OpenDocument,
  isUpToDate: () => boolean,
): Promise<CauseNameCounts | undefined | 'outdated'> {
  const view = lineView(doc, { kind: 'cause', code: UNKNOWN_KEY })
  const { count } = view
  if (count === 0) return undefined
  const slice = new TimeSlice()
  const rows = spread(count, count > EXACT_LINES ? SAMPLE_LINES : EXACT_LINES)
  const found = new Map<string, { lines: number; readonly first: LineId }>()
  let asked = 0
  for (let from = 0; from < rows.length; from += READ_LINES) {
    const ids = rows.slice(from, from + READ_LINES).flatMap((row) => view.ids(row, row + 1))
    const contents = await doc.lines.readContents(ids, { limitBytes: LINE_LIMIT })
    if (!isUpToDate()) return 'outdated'
    for (const content of contents) {
      if (content.bytes.length !== content.byteLength) continue
      asked++
      for (const name of unknownKeysOf(doc, content)) {
        const known = found.get(name)
        if (known) known.lines++
        else found.set(name, { lines: 1, first: content.id })
      }
      if (slice.isOver) await slice.breathe()
    }
  }
  if (!isUpToDate()) return 'outdated'
  const most = [...found].toSorted((a, b) => b[1].lines - a[1].lines).slice(0, MOST_NAMES)
  return {
    most: most.map(([name, { lines, first }]) => ({
      name,
      lines,
      firstLine: lineNumberOf(doc.lines.indexOf(first) ?? 0),
    })),
    others: found.size - most.length,
    lines: asked,
  }
}

/** Each once, with its place. */
function unknownKeysOf(doc: OpenDocument, { bytes }: LineContent): ReadonlySet<string> {
  const names = new Set<string>()
  const text = utf8.decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return names
  }
  for (const { code, path } of doc.validator.formatValidator.explain(text, value)) {
    if (code === UNKNOWN_KEY && path) names.add(shortText(patternOf(path), NAME_LENGTH))
  }
  return names
}
