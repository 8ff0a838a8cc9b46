// All matches in the line that is shown in the drawer.
import type { LineId } from '../../base/units.ts'
import { EDIT_LIMIT_BYTES, type LineMatches } from '../../contracts/documentApi.ts'
import type { LineContent } from '../../document/contentReader.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { FoundMatches, MatchFinder } from './matchFinder.ts'

/** Marked and walked through in one line; whoever wants more searches for something else. */
const MATCH_LIMIT = 2000
/** Milliseconds that an expression may take: some ten megabytes of text. */
const PATIENCE = 1500

const NOTHING = new Uint8Array()

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The line that was last looked at, by what looked: each step to the next match asks again. */
const latest = new WeakMap<
  MatchFinder,
  { readonly line: LineContent; readonly found: FoundMatches }
>()

/** Undefined: the line is no longer in the document. */
export async function lineMatches(doc: OpenDocument, id: LineId): Promise<LineMatches | undefined> {
  const { revision, finder } = doc
  if (!doc.lines.has(id)) return undefined
  const none: LineMatches = { revision, ranges: [], isAll: true }
  if (!finder) return none
  const [content] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  if (!content) return none
  const known = latest.get(finder)
  const isKnown = known?.line.id === id && known.line.contentRef === content.contentRef
  const found = isKnown ? known.found : matchesIn(finder, content)
  latest.set(finder, { line: { ...content, bytes: NOTHING }, found })
  return { revision, ...found }
}

function matchesIn(finder: MatchFinder, { bytes }: LineContent): FoundMatches {
  const text = utf8.decode(bytes)
  const found = finder.all(text, MATCH_LIMIT, performance.now() + PATIENCE)
  if (found.ranges.length > 0 || found.isAll) return found
  const first = finder.first(text, bytes, performance.now() + PATIENCE)
  return { ranges: first ? [first] : [], isAll: false }
}
