// A row's text as it may be put on the screen: characters that would be invisible, or that would
// reorder the rest, become visible tokens, and what the search found is marked.
import { textWidth } from '../../base/textWidth.ts'
import type { CompileExpression, Expression } from '../../expressions/expressions.ts'
import { literalExpression } from '../../expressions/literalExpression.ts'
import type { SearchQuery } from '../../contracts/documentApi.ts'

export interface TextSegment {
  readonly kind: 'plain' | 'mark' | 'control'
  readonly text: string
}

/** Ranges [from, to) of a text, ascending, not overlapping, not empty. */
export type TextRanges = readonly { readonly from: number; readonly to: number }[]

export type FindRanges = (text: string) => TextRanges

/** More marks than this in one row are not rendered. */
const MARK_LIMIT = 200

/** Code units of a text in which the matches of an expression are marked. */
const MARKED_TEXT_LIMIT = 2000
/** Milliseconds that marking one text may take; where it takes longer, less of the next is looked at. */
const MARKING_TIME = 4

// C0 and C1 controls, and the format characters that hide or reorder text (Unicode category Cf and
// the line separators): zero width, directional marks, embeddings, overrides and isolates, BOM.
const HIDDEN =
  // oxlint-disable-next-line eslint/no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The whole text in order, cut into what is rendered differently. */
export function segmentsOf(text: string, ranges: TextRanges = []): readonly TextSegment[] {
  const segments: TextSegment[] = []
  let at = 0
  for (const { from, to } of ranges) {
    addVisibly(segments, text.slice(at, from), 'plain')
    addVisibly(segments, text.slice(from, to), 'mark')
    at = to
  }
  addVisibly(segments, text.slice(at), 'plain')
  return segments
}

function addVisibly(segments: TextSegment[], text: string, kind: 'plain' | 'mark'): void {
  let at = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) segments.push({ kind, text: text.slice(at, match.index) })
    segments.push({ kind: 'control', text: nameOf(match[0]) })
    at = match.index + match[0].length
  }
  if (at < text.length) segments.push({ kind, text: text.slice(at) })
}

/** A picture for the controls that have one in Unicode (U+2400 block), else the code point. */
function nameOf(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * What finds a query in shown text; undefined when nothing is searched, it cannot be run, or it is an
 * expression and `compile` is not there yet.
 */
export function rangeFinder(
  query: SearchQuery,
  compile: CompileExpression | undefined,
): FindRanges | undefined {
  if (query.text === '') return undefined
  if (!query.isRegExp) return literalFinder(query)
  const compiled = compile?.(query.text, { ignoreCase: !query.matchCase })
  return compiled?.ok ? boundedFinder(compiled.value) : undefined
}

function boundedFinder(expression: Expression): FindRanges {
  let limit = MARKED_TEXT_LIMIT
  return (text) => {
    const startedAt = performance.now()
    const ranges = expression.ranges(text.slice(0, limit), MARK_LIMIT)
    if (performance.now() - startedAt > MARKING_TIME) limit = Math.ceil(limit / 2)
    return ranges
  }
}

function literalFinder({ text, matchCase }: SearchQuery): FindRanges {
  const expression = literalExpression(text, { ignoreCase: !matchCase })
  return (where) => {
    const ranges: { from: number; to: number }[] = []
    for (const match of where.matchAll(expression)) {
      ranges.push({ from: match.index, to: match.index + match[0].length })
      if (ranges.length >= MARK_LIMIT) break
    }
    return ranges
  }
}

/** Columns of a token with a code point in it, and with a picture, in their frames. */
const CODE_COLUMNS = 7
const PICTURE_COLUMNS = 3

/**
 * About how wide a text is in the monospaced font of the rows, in columns; hardly ever less than it is.
 * Only good for the width of the scrolled area.
 */
export function columnsOf(text: string): number {
  let columns = textWidth(text)
  for (const [character] of text.matchAll(HIDDEN)) {
    columns += nameOf(character).length > 1 ? CODE_COLUMNS : PICTURE_COLUMNS
  }
  // Emoji are wider than two columns in some fonts.
  for (let at = 0; at < text.length; at++) if (isHighSurrogate(text.charCodeAt(at))) columns++
  return columns
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}
