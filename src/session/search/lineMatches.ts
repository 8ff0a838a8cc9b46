// All matches in the line that is shown in the drawer.
import type { LineId } from '../../base/units.ts'
import { EDIT_LIMIT_BYTES, type LineMatches } from '../../contracts/documentApi.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Marked and walked through in one line; whoever wants more searches for something else. */
const MATCH_LIMIT = 2000
/** Milliseconds that an expression may take. */
const PATIENCE = 400

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Undefined: the line is no longer in the document. */
export async function lineMatches(doc: OpenDocument, id: LineId): Promise<LineMatches | undefined> {
  const { revision, finder } = doc
  if (!doc.lines.has(id)) return undefined
  const none: LineMatches = { revision, ranges: [], isAll: true }
  if (!finder) return none
  const [content] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  if (!content) return none
  const text = utf8.decode(content.bytes)
  const deadline = performance.now() + PATIENCE
  const found = finder.all(text, MATCH_LIMIT, deadline)
  if (found.ranges.length > 0 || found.isAll) return { revision, ...found }
  const first = finder.first(text, content.bytes, performance.now() + PATIENCE)
  return { revision, ranges: first ? [first] : [], isAll: false }
}
