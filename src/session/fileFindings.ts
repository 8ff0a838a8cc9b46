// What is said about the file as a whole: limits, values that differ between lines, line ends.
import { groupNumber } from '../base/groupNumber.ts'
import { type LineId, type LineNumber, lineNumberOf } from '../base/units.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import {
  bulkWithoutNewline,
  emptyFile,
  type LineEnds,
  lineEndsInFile,
  missingFinalNewline,
} from '../diagnostics/fileCodes.ts'
import type { LimitRule } from '../formats/defineFormat.ts'
import type { FactEntry, LimitMeter } from '../contracts/documentApi.ts'
import { FILE_FIXES } from './fileFixes.ts'
import type { OpenDocument } from './openDocument.ts'
import { onlyOutlier } from '../validation/settleRules.ts'

/** Values named in "2 models in one file". */
const MAX_NAMED = 4

export function fileFindings(doc: OpenDocument): FileFinding[] {
  if (doc.refusal) return [doc.refusal]
  const findings = [
    ...limitFindings(doc),
    ...uniformFindings(doc),
    ...contentFindings(doc),
    ...nameFindings(doc),
    ...recognitionFindings(doc),
  ]
  return findings.map((finding) => {
    const fix = FILE_FIXES[finding.code]
    return fix ? { ...finding, fixTitle: fix.title } : finding
  })
}

function usedOf(doc: OpenDocument, limit: LimitRule): number {
  if (limit.of === 'bytes') return doc.lines.byteLength
  if (limit.of === 'items') return doc.rules.items
  return doc.lines.lineCount - doc.lines.countOfFindingSets(doc.findingSets.withVerdict('blank'))
}

function limitFindings(doc: OpenDocument): FileFinding[] {
  return (doc.format.limits ?? []).flatMap((limit) => {
    const used = usedOf(doc, limit)
    const isError = used > limit.errorAbove
    if (!isError && used <= (limit.warnAbove ?? Infinity)) return []
    const most = isError ? limit.errorAbove : (limit.warnAbove as number)
    return [
      {
        code: limit.code,
        severity: isError ? 'error' : 'warning',
        title: limit.title,
        message: `The file has ${groupNumber(used)} ${limit.noun}; the limit is ${groupNumber(most)}. Split it into several files.`,
      } satisfies FileFinding,
    ]
  })
}

function uniformFindings(doc: OpenDocument): FileFinding[] {
  return (doc.format.uniform ?? []).flatMap((rule, at) => {
    const values = doc.rules.uniformValues(at)
    if (values.length < 2 || onlyOutlier(doc, at) !== undefined) return []
    const named = values
      .slice(0, MAX_NAMED)
      .map(
        ({ value, count }) => `${value} (${groupNumber(count)} ${count === 1 ? 'line' : 'lines'})`,
      )
    const more = values.length - named.length
    const lines = values
      .slice(1, 1 + MAX_NAMED)
      .map(({ firstLine }) => numberOf(doc, firstLine))
      .filter((line) => line !== undefined)
    return [
      {
        code: rule.code,
        severity: 'error',
        title: rule.title,
        message: `All lines of a batch need the same ${rule.noun}. Found: ${named.join(', ')}${more > 0 ? ` and ${groupNumber(more)} more` : ''}.`,
        lines,
      } satisfies FileFinding,
    ]
  })
}

/** A name without any extension is that of a text that was pasted, or made here. */
function nameFindings({ fileName, format }: OpenDocument): FileFinding[] {
  const { fileExtension } = format
  const extension = /\.[^./\\]+$/.exec(fileName)?.[0]
  if (fileExtension === undefined || extension === undefined) return []
  if (extension.toLowerCase() === fileExtension) return []
  return [
    {
      code: 'file-extension',
      severity: 'error',
      title: 'File name is refused',
      message: `The upload refuses files whose name ends with ${extension}. Export it under a name that ends with ${fileExtension}.`,
    },
  ]
}

/** Whose lines these were taken for: the user may know better. */
function recognitionFindings(doc: OpenDocument): FileFinding[] {
  const { recognisedAs } = doc.format
  if (!recognisedAs || !doc.isFormatDetected) return []
  return [{ code: 'recognised-provider', severity: 'hint', isNotice: true, ...recognisedAs }]
}

function numberOf(doc: OpenDocument, id: LineId): LineNumber | undefined {
  const index = doc.lines.indexOf(id)
  return index === undefined ? undefined : lineNumberOf(index)
}

function contentFindings(doc: OpenDocument): FileFinding[] {
  if (doc.state !== 'ready') return []
  const { lineCount } = doc.lines
  if (lineCount === 0) return [emptyFile]
  const lineEnds = lineEndsInFile(lineEndsOf(doc))
  const last = lineNumberOf(lineCount - 1)
  const newlineFinding = doc.sniffed.isBulk ? bulkWithoutNewline : missingFinalNewline
  return [
    ...(lineEnds ? [lineEnds] : []),
    ...(doc.lines.endsWithLineFeed || lineEndsOf(doc) === 'cr'
      ? []
      : [{ ...newlineFinding, lines: [last] }]),
  ]
}

/** As they are now: edits can change what the file began with. */
function lineEndsOf(doc: OpenDocument): LineEnds {
  const { crlfCount, lineCount, endsWithLineFeed } = doc.lines
  if (lineCount <= 1 && doc.sniffed.layout === 'lone-cr') return 'cr'
  if (crlfCount === 0) return 'lf'
  return crlfCount >= lineCount - (endsWithLineFeed ? 0 : 1) ? 'crlf' : 'mixed'
}

const LINE_END_NAMES: Readonly<Record<LineEnds, string>> = {
  lf: 'LF',
  crlf: 'CRLF',
  mixed: 'LF and CRLF',
  cr: 'CR',
  none: 'none',
}

export function limitMeters(doc: OpenDocument): LimitMeter[] {
  const limits = (doc.format.limits ?? []).filter(
    (limit) => limit.of !== 'items' || doc.rules.items > 0,
  )
  return limits.map((limit) => ({
    title: limit.of === 'bytes' ? 'Size' : capitalised(limit.noun),
    noun: limit.noun,
    of: limit.of,
    used: usedOf(doc, limit),
    limit: limit.warnAbove ?? limit.errorAbove,
  }))
}

function capitalised(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}

/** Whether the mark that the file began with is still there. */
function hasByteOrderMark({ lines, findingSets, sniffed }: OpenDocument): boolean {
  const first = lines.idAt(0)
  if (!sniffed.bom || first === undefined) return sniffed.bom
  return findingSets.findingsOf(lines.findingSetOf(first)).some(({ code }) => code === 'bom')
}

/** The short facts of the file panel. */
export function factEntries(doc: OpenDocument): FactEntry[] {
  // Of content that has no lines of UTF-8 nothing of this is true.
  if (doc.refusal) return []
  const entries: FactEntry[] = (doc.format.uniform ?? []).flatMap((rule, at) => {
    const values = doc.rules.uniformValues(at)
    const title = capitalised(rule.noun)
    const [first] = values
    if (!first) return []
    return [
      {
        title,
        value: values.length === 1 ? first.value : `${groupNumber(values.length)} different`,
      },
    ]
  })
  const encoding = hasByteOrderMark(doc) ? 'UTF-8 with BOM' : 'UTF-8'
  entries.push({ title: 'Line endings', value: `${LINE_END_NAMES[lineEndsOf(doc)]} · ${encoding}` })
  return entries
}
