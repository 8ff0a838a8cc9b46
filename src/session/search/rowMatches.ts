// What the rows of a window show of the search: for each line that matches, the text around its first
// match, wherever in the line that is.
import { graphemeStart } from '../../base/cutText.ts'
import { type MatchRange, ROW_MATCH_AFTER, type RowMatch } from '../../contracts/documentApi.ts'
import type { LineContent } from '../../document/contentReader.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { MatchFinder } from './matchFinder.ts'

/** Code units of a line that are shown before its match. */
const BEFORE = 24
/** Code units of a match that are shown. */
const LONGEST_MATCH = 200

/** Milliseconds that the rows of a window may take: a row that takes too long shows no match. */
const PATIENCE = 300
/** Bytes of a line that are looked at: as many as the search looks at. */
const LONGEST_LINE = 64 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A line as it was read for its row, perhaps cut, and whether the search found it. */
export interface RowLine {
  readonly content: LineContent
  readonly text: string
  readonly isMatch: boolean
}

/** [i]: of `lines[i]`; undefined where it matches nothing. */
export async function rowMatches(
  doc: OpenDocument,
  lines: readonly RowLine[],
): Promise<readonly (RowMatch | undefined)[]> {
  const { finder } = doc
  if (!finder) return []
  const deadline = performance.now() + PATIENCE
  const matches: (RowMatch | undefined)[] = []
  for (const line of lines) {
    matches.push(line.isMatch ? await matchOf(doc, finder, line, deadline) : undefined)
  }
  return matches
}

async function matchOf(
  doc: OpenDocument,
  finder: MatchFinder,
  { content, text }: RowLine,
  deadline: number,
): Promise<RowMatch | undefined> {
  const isWhole = content.bytes.length === content.byteLength
  const found = finder.first(text, content.bytes, deadline)
  // At the place where the text was cut it may end only because of that.
  if (found && (isWhole || found.to < text.length)) return around(text, found)
  if (isWhole || performance.now() > deadline) return undefined
  const [whole] = await doc.lines.readContents([content.id], { limitBytes: LONGEST_LINE })
  if (!whole || whole.contentRef !== content.contentRef) return undefined
  const wholeText = utf8.decode(whole.bytes)
  const far = finder.first(wholeText, whole.bytes, deadline)
  return far && around(wholeText, far)
}

function around(text: string, { from, to }: MatchRange): RowMatch {
  const first = graphemeStart(text, from - BEFORE)
  const end = to - from <= LONGEST_MATCH ? to : graphemeStart(text, from + LONGEST_MATCH)
  const last = graphemeStart(text, end + ROW_MATCH_AFTER)
  return { offset: from, text: text.slice(first, last), from: from - first, to: end - first }
}
