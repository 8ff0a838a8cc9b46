// Which lines a document shares with other open documents of its format: byte for byte, by the hashes of whole
// lines that are kept for lines that repeat. Nothing is read, so it can be done after every change.
import type { LineId, LineNumber } from '../base/units.ts'
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
  const all: number[] = []
  doc.rules.keys.forEach((hash) => all.push(hash))
  const sorted = Float64Array.from(all).sort()
  return sorted.filter((hash, at) => hash !== sorted[at - 1])
}

/** The document with which it shares the most lines; undefined where it shares none. */
export function sharedLinesOf(
  doc: OpenDocument,
  others: readonly OtherLines[],
): SharedLines | undefined {
  if (comparedAs(doc) === undefined) return undefined
  let most: { name: string; ids: ReadonlySet<LineId> } | undefined
  for (const { name, hashes } of others) {
    const ids = new Set<LineId>()
    doc.rules.keys.forEach((hash, line) => {
      if (isAmong(hashes, hash)) ids.add(lineId(line))
    })
    if (ids.size > (most?.ids.size ?? 0)) most = { name, ids }
  }
  const firstLine = most && firstOf(doc, most.ids)
  return most && firstLine !== undefined
    ? { name: most.name, count: most.ids.size, firstLine }
    : undefined
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

function firstOf({ lines }: OpenDocument, ids: ReadonlySet<LineId>): LineNumber | undefined {
  for (let index = 0; index < lines.lineCount; index++) {
    const id = lines.idAt(index)
    if (id !== undefined && ids.has(id)) return lineNumberOf(index)
  }
  return undefined
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
