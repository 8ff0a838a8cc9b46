// Which lines a document shares with other open documents of its format: byte for byte, by the hashes of whole
// lines that are kept for lines that repeat. Nothing is read, so it can be done after every change.
import type { LineNumber } from '../base/units.ts'
import { lineId, lineNumberOf } from '../base/units.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import { MOST_COMPARED_LINES, type OtherLines } from '../contracts/comparing.ts'
import { msg } from '../i18n/message.ts'
import type { OpenDocument } from './openDocument.ts'

export interface SharedLines {
  /** Of the other document. */
  readonly name: string
  readonly count: number
  readonly firstLine: LineNumber
}

/** By what documents are compared; undefined of one that is not. */
export function comparedAs({ format, lines, state }: OpenDocument): string | undefined {
  const isCompared = format.comparesDocuments && format.wholeLines && state === 'ready'
  return isCompared && lines.lineCount <= MOST_COMPARED_LINES ? format.id : undefined
}

/** Ascending, each once. */
export function lineHashesOf(doc: OpenDocument): Float64Array<ArrayBuffer> {
  if (comparedAs(doc) === undefined) return new Float64Array(0)
  let all = new Float64Array(doc.lines.lineCount)
  let count = 0
  doc.rules.keys.forEach((hash) => {
    all[count++] = hash
  })
  all = all.subarray(0, count).sort()
  let kept = 0
  for (const hash of all) if (kept === 0 || hash !== all[kept - 1]) all[kept++] = hash
  return all.slice(0, kept)
}

/** The document with which it shares the most lines; undefined where it shares none. */
export function sharedLinesOf(
  doc: OpenDocument,
  others: readonly OtherLines[],
): SharedLines | undefined {
  if (comparedAs(doc) === undefined) return undefined
  let most: SharedLines | undefined
  for (const { name, hashes } of others) {
    let count = 0
    let first = Infinity
    doc.rules.keys.forEach((hash, line) => {
      if (!isAmong(hashes, hash)) return
      const index = doc.lines.indexOf(lineId(line))
      if (index === undefined) return
      count++
      first = Math.min(first, index)
    })
    if (count > (most?.count ?? 0)) most = { name, count, firstLine: lineNumberOf(first) }
  }
  return most
}

function isAmong(ascending: Float64Array, hash: number): boolean {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ascending[middle] as number) < hash) from = middle + 1
    else to = middle
  }
  return ascending[from] === hash
}

export function sharedFindings({ shared, format }: OpenDocument): FileFinding[] {
  if (!shared || !format.comparesDocuments) return []
  const { name, count, firstLine } = shared
  return [
    {
      code: 'shared-examples',
      severity: 'warning',
      title: msg('Examples are in another open file, too'),
      message: msg(
        '{count, plural, one {# line is} other {# lines are}} also in {name}, byte for byte; the first is line {line, number}. Keep each example in one file: what a model was trained on does not test it.',
        { count, name, line: firstLine },
      ),
      lines: [firstLine],
    },
  ]
}
