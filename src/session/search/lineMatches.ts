// All matches in the line that is shown in the drawer.
import { fail, ok, type Result } from '../../base/result.ts'
import type { LineId } from '../../base/units.ts'
import { EDIT_LIMIT_BYTES, type LineMatches } from '../../contracts/documentApi.ts'
import type { LineContent } from '../../document/contentReader.ts'
import type { OpenDocument } from '../openDocument.ts'
import { NO_SUCH_LINE } from '../refusals.ts'
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

/** Fails with `unknown-line`. */
export async function lineMatches(doc: OpenDocument, id: LineId): Promise<Result<LineMatches>> {
  const { revision, finder } = doc
  if (!doc.lines.has(id)) return fail('unknown-line', NO_SUCH_LINE)
  const none = ok({ revision, ranges: [], isAll: true })
  if (!finder) return none
  const [content] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  if (!content) return none
  const known = latest.get(finder)
  const isKnown = known?.line.id === id && known.line.contentRef === content.contentRef
  const found = isKnown ? known.found : matchesIn(finder, content)
  latest.set(finder, { line: { ...content, bytes: NOTHING }, found })
  return ok({ revision, ...found })
}

function matchesIn(finder: MatchFinder, { bytes }: LineContent): FoundMatches {
  const text = utf8.decode(bytes)
  const found = finder.all(text, MATCH_LIMIT, performance.now() + PATIENCE)
  if (found.ranges.length > 0 || found.isAll) return found
  const first = finder.first(text, bytes, performance.now() + PATIENCE)
  return { ranges: first ? [first] : [], isAll: false }
}
