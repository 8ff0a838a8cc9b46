// The summary of a document that the interface shows, put together from counts that are kept true
// all along; nothing here looks at a line.
import type { CauseCount, ColumnInfo, DocumentFacts } from '../contracts/documentApi.ts'
import { recordOverLines } from '../diagnostics/recordOverLines.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { repeatRuleOf } from '../formats/defineFormat.ts'
import { factEntries, fileFindings, limitMeters } from './fileFindings.ts'
import type { OpenDocument } from './openDocument.ts'

export function documentFactsOf(doc: OpenDocument): DocumentFacts {
  const { lines, format } = doc
  const { undoLabel, redoLabel, undoStep } = lines
  return {
    state: doc.state,
    revision: doc.revision,
    lines: lines.lineCount,
    invalid: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('invalid')),
    warnings: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('warning')),
    attention: doc.lines.countOfFindingSets(doc.findingSets.needingAttention()),
    holdsResults: format.role === 'result',
    blank: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('blank')),
    edited: lines.editedCount,
    matches: lines.matchCount,
    chosen: doc.choice.lines.size,
    choiceVersion: doc.choice.version,
    bytes: lines.byteLength,
    readBytes: doc.readBytes,
    totalBytes: doc.source.size,
    ...(doc.readMs !== undefined && { readMs: doc.readMs }),
    isCached: doc.hasCachedVerdicts,
    shapes: doc.validator.shapes,
    shapesFull: doc.validator.shapesFull,
    formatId: format.id,
    formatTitle: format.title,
    formatDetected: doc.isFormatDetected,
    columns: columnsOf(doc),
    causes: causeCounts(doc),
    fileFindings: fileFindings(doc),
    meters: limitMeters(doc),
    entries: factEntries(doc),
    ...(doc.tokens && { tokens: doc.tokens.facts }),
    isDirty: lines.isDirty,
    isExported: lines.isExported,
    ...(undoLabel !== undefined && { undoLabel }),
    ...(redoLabel !== undefined && { redoLabel }),
    ...(undoStep !== undefined && { undoStep }),
    ...(doc.failure && { failure: doc.failure }),
  }
}

function columnsOf(doc: OpenDocument): ColumnInfo[] {
  const { format, state } = doc
  return doc.columns.map(({ id, title, width, paths }) => {
    const rule = (format.uniform ?? []).findIndex(
      ({ path }) => paths.length === 1 && isSamePath(path, paths[0] ?? []),
    )
    const values = rule < 0 ? [] : doc.rules.uniformValues(rule)
    // A column that came or went while lines are read would move all others.
    const isUniform = rule >= 0 && (values.length <= 1 || state === 'reading')
    return {
      id,
      title,
      ...(width !== undefined && { width }),
      ...(isUniform && { uniform: values[0]?.value ?? '' }),
    }
  })
}

function isSamePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((step, at) => step === other[at])
}

/** Every cause, hints included: what is in no list would be taken for what is not there. */
function causeCounts(doc: OpenDocument): CauseCount[] {
  const repeatCode = repeatRuleOf(doc.format)?.code
  return doc.findingSets
    .causes(doc.lines.histogram())
    .map(({ code, severity, title, message, count, isNotice, ...cause }) => {
      const names = doc.causeNames.namesOf(code)
      const fix = doc.fixOffers.offerFor(code, count)
      // All of the file is records over lines: joining may not reach that far, converting does.
      const isOneRecord = code === recordOverLines.code && count === doc.lines.lineCount
      const offer = isOneRecord ? 'convert' : cause.offer
      return {
        code,
        severity,
        title,
        ...(message !== undefined && { message }),
        count,
        isNotice,
        ...(code === repeatCode && { isRepeat: true }),
        ...(offer && { offer }),
        ...(names && { names }),
        ...(fix && { fix }),
      }
    })
}
