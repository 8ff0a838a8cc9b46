// Which lines a document shares with other open documents of its format: byte for byte, by the hashes of whole
// lines that are kept for lines that repeat. Nothing is read, so it can be done after every change.
import { lineId, lineNumberOf } from '../base/units.ts'
import {
  COMPARED_AT_A_TIME,
  type HashRange,
  type SharedCount,
  type SharedLines,
} from '../contracts/comparing.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import { msg } from '../i18n/message.ts'
import { HashSet } from './hashSet.ts'
import type { OpenDocument } from './openDocument.ts'

/** By what documents are compared; undefined of one that is not. */
export function comparedAs({ format, state }: OpenDocument): string | undefined {
  return format.comparesDocuments && format.wholeLines && state === 'ready' ? format.id : undefined
}

/** Those in the range, each once, in no order. */
export function lineHashesOf(
  doc: OpenDocument,
  { from, to }: HashRange,
): Float64Array<ArrayBuffer> {
  if (comparedAs(doc) === undefined) return new Float64Array(0)
  const hashes = new HashSet(Math.min(doc.lines.lineCount, COMPARED_AT_A_TIME))
  doc.rules.keys.forEach((hash) => {
    if (hash >= from && hash < to) hashes.add(hash)
  })
  return hashes.values()
}

/** `others`: of another document, in the same range. */
export function countShared(
  doc: OpenDocument,
  others: Float64Array,
  { from, to }: HashRange,
): SharedCount {
  let count = 0
  let first = Infinity
  if (comparedAs(doc) !== undefined && others.length > 0) {
    const among = new HashSet(others.length)
    for (const hash of others) among.add(hash)
    doc.rules.keys.forEach((hash, line) => {
      if (hash < from || hash >= to || !among.has(hash)) return
      const index = doc.lines.indexOf(lineId(line))
      if (index === undefined) return
      count++
      first = Math.min(first, index)
    })
  }
  return { count, firstLine: count > 0 ? lineNumberOf(first) : undefined }
}

export function sharedFindings({ shared, format }: OpenDocument): FileFinding[] {
  return shared && format.comparesDocuments ? [sharedFinding(shared)] : []
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
