// The summary of a document that the interface shows, put together from counts that are kept true
// all along; nothing here looks at a line.
import { fixesForCode } from '../fixes/registry.ts'
import type { CauseCount, DocumentFacts } from '../worker/documentApi.ts'
import { factEntries, fileFindings, limitMeters } from './fileFindings.ts'
import type { OpenDocument } from './openDocument.ts'

export function factsOf(doc: OpenDocument): DocumentFacts {
  const { lines, format } = doc
  const { undoLabel, redoLabel } = lines
  return {
    state: doc.state,
    revision: doc.revision,
    lines: lines.lineCount,
    invalid: doc.lines.countOfOutcomes(doc.outcomes.withVerdict('invalid')),
    warnings: doc.lines.countOfOutcomes(doc.outcomes.withVerdict('warning')),
    blank: doc.lines.countOfOutcomes(doc.outcomes.withVerdict('blank')),
    edited: lines.editedCount,
    matches: lines.matchCount,
    bytes: lines.byteLength,
    readBytes: doc.readBytes,
    totalBytes: doc.source.size,
    ...(doc.readMs !== undefined && { readMs: doc.readMs }),
    isKept: doc.hasKeptVerdicts,
    shapes: doc.judge.shapes,
    shapesFull: doc.judge.shapesFull,
    formatId: format.id,
    formatTitle: format.title,
    formatDetected: doc.isFormatDetected,
    columns: format.columns.map(({ id, title, width }) => ({
      id,
      title,
      ...(width !== undefined && { width }),
    })),
    causes: causeCounts(doc),
    fileFindings: fileFindings(doc),
    meters: limitMeters(doc),
    entries: factEntries(doc),
    isDirty: lines.isDirty,
    ...(undoLabel !== undefined && { undoLabel }),
    ...(redoLabel !== undefined && { redoLabel }),
    ...(doc.failure && { failure: doc.failure }),
  }
}

/** Causes with the most severe first, then the most frequent. Hints are only shown with their lines. */
function causeCounts(doc: OpenDocument): CauseCount[] {
  return doc.outcomes
    .causes(doc.lines.histogram())
    .filter((cause) => cause.severity !== 'hint' && cause.count > 0)
    .map(({ code, severity, title, count }) => {
      const fix = fixesForCode(code).find((each) => each.safeForAll)
      return { code, severity, title, count, ...(fix && { fix: { id: fix.id, title: fix.title } }) }
    })
}
