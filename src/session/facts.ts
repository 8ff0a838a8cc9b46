// The summary of a document that the interface shows, put together from counts that are kept true
// all along; nothing here looks at a line.
import type {
  CauseCount,
  ColumnInfo,
  DocumentFacts,
  IgnoredCode,
} from '../contracts/documentApi.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import { recordOverLines } from '../diagnostics/recordOverLines.ts'
import { titleOfTextFinding } from '../diagnostics/textFindings.ts'
import { formatFieldPath } from '../fields/fieldPathText.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { type Column, repeatRuleOf } from '../formats/defineFormat.ts'
import { titleOfRule } from '../formats/titleOfRule.ts'
import { factEntries, fileFindings, limitMeters } from './fileFindings.ts'
import type { OpenDocument } from './openDocument.ts'
import { comparedAs } from './sharedLines.ts'
import { sortFactsOf } from './sorting/sortRows.ts'
import { columnsKeyOf } from './shownColumns.ts'
import { apiCodeOf, shownFinding } from './shownFindings.ts'

export function documentFactsOf(doc: OpenDocument): DocumentFacts {
  const { lines, format } = doc
  const { states } = lines.tables
  const { undoLabel, redoLabel, undoStep } = lines
  const compared = comparedAs(doc)
  const file = fileFindings(doc)
  const { ignored } = doc.findingSets
  return {
    state: doc.state,
    revision: doc.revision,
    lines: lines.lineCount,
    invalid: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('invalid')),
    warnings: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('warning')),
    attention: doc.lines.countOfFindingSets(doc.findingSets.needingAttention()),
    holdsResults: format.role === 'result',
    hasIds: format.role === 'request' && format.key !== undefined,
    blank: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('blank')),
    edited: lines.editedCount,
    matches: lines.matchCount,
    matchesAmong: {
      invalid: states.matchCountOf(doc.findingSets.withVerdict('invalid')),
      warnings: states.matchCountOf(doc.findingSets.withVerdict('warning')),
      attention: states.matchCountOf(doc.findingSets.needingAttention()),
      edited: states.editedMatchCount,
    },
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
    hiddenColumns: hiddenColumns(doc),
    columnsKey: columnsKeyOf(format.id, doc.ownColumns),
    causes: causeCounts(doc),
    ...(doc.sorted && { order: sortFactsOf(doc, doc.sorted) }),
    ...(compared !== undefined && { comparedAs: compared }),
    fileFindings: file.filter(({ code }) => !ignored.has(code)),
    ignored: ignoredCodes(doc, file),
    meters: limitMeters(doc),
    entries: factEntries(doc),
    countsTokens: format.tokens !== undefined,
    ...(doc.tokens && { tokens: doc.tokens.facts }),
    isDirty: lines.isDirty,
    isExported: lines.isExported,
    ...(doc.journal && { journal: doc.journal }),
    ...(undoLabel !== undefined && { undoLabel }),
    ...(redoLabel !== undefined && { redoLabel }),
    ...(undoStep !== undefined && { undoStep }),
    ...(doc.failure && { failure: doc.failure }),
  }
}

/** Those of the table; `uniform` where all lines have the same there, and it is not shown. */
export function columnsOf(doc: OpenDocument): ColumnInfo[] {
  const { format, state, columns } = doc
  // What the user wants to see is shown, be it the same in all lines.
  const isArranged = columns !== doc.ownColumns
  return columns.map((column) => {
    const { paths } = column
    const rule = (format.uniform ?? []).findIndex(
      ({ path }) => paths.length === 1 && isSamePath(path, paths[0] ?? []),
    )
    const values = rule < 0 ? [] : doc.rules.uniformValues(rule)
    // A column that came or went while lines are read would move all others.
    const isUniform =
      !isArranged &&
      rule >= 0 &&
      ((values.length <= 1 && doc.rules.othersOf(rule) === 0) || state === 'reading')
    return {
      ...infoOf(column),
      ...(isUniform && { uniform: values[0]?.value ?? '' }),
    }
  })
}

function hiddenColumns(doc: OpenDocument): ColumnInfo[] {
  const shown = new Set(doc.columns.map(({ id }) => id))
  return doc.ownColumns.filter(({ id }) => !shown.has(id)).map(infoOf)
}

function infoOf({ id, title, width, paths }: Column): ColumnInfo {
  return {
    id,
    title,
    ...(paths.length > 0 && { fields: paths.map(formatFieldPath) }),
    ...(width !== undefined && { width }),
  }
}

function isSamePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((step, at) => step === other[at])
}

/** Every cause, hints included: what is in no list would be taken for what is not there. */
function causeCounts(doc: OpenDocument): CauseCount[] {
  const { format } = doc
  const idCode = format.role === 'request' ? format.key?.code : undefined
  const repeatCode = repeatRuleOf(format)?.code
  return doc.findingSets
    .causes(doc.lines.histogram())
    .map(({ code, severity, title, message, count, isNotice, ...cause }) => {
      const names = doc.causeNames.namesOf(code)
      const fix = doc.fixOffers.offerFor(code, count)
      // All of the file is records over lines: joining may not reach that far, converting does.
      const isOneRecord = code === recordOverLines.code && count === doc.lines.lineCount
      const isOdd = format.uniform?.some((rule) => rule.code === code)
      const offer = isOneRecord ? 'convert' : isOdd ? 'split' : cause.offer
      return shownFinding(doc, {
        code,
        severity,
        title,
        ...(message !== undefined && { message }),
        count,
        isNotice,
        ...(code === repeatCode && { isRepeat: true }),
        ...(code === idCode && { isIdRepeat: true }),
        ...(offer && { offer }),
        ...(names && { names }),
        ...(fix && { fix }),
      })
    })
}

/** Every code that is switched off: what is said of lines and of the file. `file`: all of the latter. */
function ignoredCodes(doc: OpenDocument, file: readonly FileFinding[]): IgnoredCode[] {
  const { ignored } = doc.findingSets
  if (ignored.size === 0) return []
  const causes = doc.findingSets.ignoredCauses(doc.lines.histogram())
  return [...ignored]
    .map((code): IgnoredCode => {
      const cause = causes.find((one) => one.code === code)
      const ofFile = file.find((one) => one.code === code)
      const found = cause ?? ofFile
      const apiCode = apiCodeOf(doc.format, code)
      const title = found?.title ?? titleOfRule(doc.format, code) ?? titleOfTextFinding(code)
      return {
        code,
        ...(title && { title }),
        ...(found && { severity: found.severity }),
        count: (cause?.count ?? 0) + (ofFile ? 1 : 0),
        ...(apiCode !== undefined && { apiCode }),
      }
    })
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
