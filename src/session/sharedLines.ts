// Which lines a document shares with other open documents of its format: byte for byte, by the hashes of whole
// lines that are kept for lines that repeat. Nothing is read, so it can be done after every change.
import type { LineNumber } from '../base/units.ts'
import { lineId, lineNumberOf } from '../base/units.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import { MOST_COMPARED_LINES, type OtherLines } from '../contracts/comparing.ts'
import { listOf, msg, verbatim } from '../i18n/message.ts'
import type { OpenDocument } from './openDocument.ts'

interface SharedLines {
  /** Of the other document. */
  readonly name: string
  readonly count: number
  readonly firstLine: LineNumber
}

/** What was found when a document was compared with others. */
export interface Comparison {
  /** With the document with which it shares the most lines; absent where it shares none. */
  readonly shared?: SharedLines
  /** Names of those that it was not compared with, since it or they have too many lines. */
  readonly leftOut: readonly string[]
}

/** By what documents are compared; undefined of one that is not. */
export function comparedAs({ format, state }: OpenDocument): string | undefined {
  return format.comparesDocuments && format.wholeLines && state === 'ready' ? format.id : undefined
}

function isTooLong({ lines }: OpenDocument): boolean {
  return lines.lineCount > MOST_COMPARED_LINES
}

/** Ascending, each once; undefined where there are too many. */
export function lineHashesOf(doc: OpenDocument): Float64Array<ArrayBuffer> | undefined {
  if (comparedAs(doc) === undefined) return new Float64Array(0)
  if (isTooLong(doc)) return undefined
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

/** Undefined: there is nothing to say. */
export function compareWith(
  doc: OpenDocument,
  others: readonly OtherLines[],
): Comparison | undefined {
  if (comparedAs(doc) === undefined) return undefined
  const leftOut: string[] = []
  let shared: SharedLines | undefined
  for (const { name, hashes } of others) {
    if (hashes === undefined || isTooLong(doc)) {
      leftOut.push(name)
      continue
    }
    let count = 0
    let first = Infinity
    doc.rules.keys.forEach((hash, line) => {
      if (!isAmong(hashes, hash)) return
      const index = doc.lines.indexOf(lineId(line))
      if (index === undefined) return
      count++
      first = Math.min(first, index)
    })
    if (count > (shared?.count ?? 0)) shared = { name, count, firstLine: lineNumberOf(first) }
  }
  return shared || leftOut.length > 0 ? { ...(shared && { shared }), leftOut } : undefined
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

export function sharedFindings({ comparison, format }: OpenDocument): FileFinding[] {
  if (!comparison || !format.comparesDocuments) return []
  const { shared, leftOut } = comparison
  return [...(shared ? [sharedFinding(shared)] : []), ...leftOutFindings(leftOut)]
}

function sharedFinding({ name, count, firstLine }: SharedLines): FileFinding {
  return {
    code: 'shared-examples',
    severity: 'warning',
    title: msg('Examples are in another open file, too'),
    message: msg(
      '{count, plural, one {# line is} other {# lines are}} also in {name}, byte for byte; the first is line {line, number}. Keep each example in one file: what a model was trained on does not test it.',
      { count, name, line: firstLine },
    ),
    lines: [firstLine],
  }
}

function leftOutFindings(names: readonly string[]): FileFinding[] {
  if (names.length === 0) return []
  return [
    {
      code: 'examples-not-compared',
      severity: 'hint',
      isNotice: true,
      title: msg('Not compared with another open file'),
      message: msg(
        'Whether examples are also in {names} was not looked at: files of more than {most, number} lines are not compared.',
        { names: listOf(names.map(verbatim), 'and'), most: MOST_COMPARED_LINES },
      ),
    },
  ]
}
