// What is said about the file as a whole: limits, values that differ between lines, line ends.
import { type LineId, type LineNumber, lineNumberOf } from '../base/units.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import {
  bulkWithoutNewline,
  blankFile,
  emptyFile,
  type LineEnds,
  lineEndsInFile,
  missingFinalNewline,
} from '../diagnostics/fileCodes.ts'
import { type FormatDefinition, type LimitRule, typicalLines } from '../formats/defineFormat.ts'
import { kindOfLine, titleOfKind } from '../formats/lineKind.ts'
import type { FactEntry, LimitMeter } from '../contracts/documentApi.ts'
import { listOf, type Message, msg, verbatim } from '../i18n/message.ts'
import { promptKeyOf } from '../json/promptKeys.ts'
import { FILE_FIXES } from './fileFixes.ts'
import type { OpenDocument } from './openDocument.ts'
import { sharedFindings } from './sharedLines.ts'
import { shownFinding } from './shownFindings.ts'
import { onlyOutlier } from '../validation/settleRules.ts'

/** Values named in "2 models in one file". */
const MAX_NAMED = 4

export function fileFindings(doc: OpenDocument): FileFinding[] {
  if (doc.refusal) return [doc.refusal]
  const findings = [
    ...doc.encodingGuess.findings(doc),
    ...limitFindings(doc),
    ...uniformFindings(doc),
    ...kindFindings(doc),
    ...contentFindings(doc),
    ...nameFindings(doc),
    ...recognitionFindings(doc),
    ...promptFindings(doc),
    ...leastFindings(doc),
    ...sharedFindings(doc),
  ]
  return findings.map((finding) => {
    const fix = FILE_FIXES[finding.code]
    return shownFinding(doc, fix ? { ...finding, fixTitle: fix.title } : finding)
  })
}

function usedOf(doc: OpenDocument, limit: LimitRule): number {
  if (limit.of === 'bytes') return doc.lines.byteLength
  if (limit.of === 'items') return doc.rules.items
  return filledLines(doc)
}

function filledLines({ lines, findingSets }: OpenDocument): number {
  return lines.lineCount - lines.countOfFindingSets(findingSets.withVerdict('blank'))
}

function limitFindings(doc: OpenDocument): FileFinding[] {
  return (doc.format.limits ?? []).flatMap((limit) => limitFinding(limit, usedOf(doc, limit)) ?? [])
}

/** What is said of a file that has `used` of what a limit counts; undefined where that is within it. */
export function limitFinding(limit: LimitRule, used: number): FileFinding | undefined {
  const isError = used > limit.errorAbove
  if (!isError && used <= (limit.warnAbove ?? Infinity)) return undefined
  const most = isError ? limit.errorAbove : (limit.warnAbove as number)
  return {
    code: limit.code,
    severity: isError ? 'error' : 'warning',
    title: limit.title,
    message: limit.message(used, most),
    offer: 'split',
  }
}

/** Known when all lines are. */
function leastFindings(doc: OpenDocument): FileFinding[] {
  const { least } = doc.format
  if (!least || doc.state !== 'ready') return []
  const used = filledLines(doc)
  if (used === 0 || used >= least.lines) return []
  const { code, title } = least
  return [{ code, severity: 'warning', title, message: least.message(used, least.lines) }]
}

function uniformFindings(doc: OpenDocument): FileFinding[] {
  return (doc.format.uniform ?? []).flatMap((rule, at) => {
    const values = doc.rules.uniformValues(at)
    const others = doc.rules.othersOf(at)
    if (values.length + others < 2 || onlyOutlier(doc, at) !== undefined) return []
    const named = values.slice(0, MAX_NAMED).map(({ value, count }) => {
      // An empty text would leave a gap in the sentence.
      const name = value === '' ? '""' : value
      if (others > 0) return verbatim(name)
      return msg('{value} ({count, plural, one {# line} other {# lines}})', { value: name, count })
    })
    const more = values.length - named.length
    const rest =
      others > 0
        ? [msg('at least {count, number} other values', { count: Math.max(1, more) })]
        : more > 0
          ? [othersOf(more)]
          : []
    const lines = values
      .slice(1, 1 + MAX_NAMED)
      .map(({ firstLine }) => numberOf(doc, firstLine))
      .filter((line) => line !== undefined)
    return [
      {
        code: rule.code,
        severity: 'error',
        title: rule.title,
        message: rule.mixedMessage(listOf([...named, ...rest], 'and')),
        lines,
        offer: 'split',
      } satisfies FileFinding,
    ]
  })
}

/**
 * Lines of several formats. An upload is checked as one of them, so the others are refused or mean nothing;
 * lines of answers and of errors are of one.
 */
function kindFindings({ format, lines, rules }: OpenDocument): FileFinding[] {
  const { kinds } = rules
  if (kinds.length < 2) return []
  const own = ownKind(format)
  const named = kinds.map(({ value, count }) =>
    msg('{format} ({count, plural, one {# line} other {# lines}})', {
      format: (value === own ? format.title : titleOfKind(value)) ?? value,
      count,
    }),
  )
  return [
    {
      code: 'mixed-formats',
      severity: 'warning',
      title: msg('More than one format'),
      message: msg(
        'The file mixes lines of several formats: {formats}. Readers expect one of them in a file; put each into a file of its own.',
        { formats: listOf(named, 'and') },
      ),
      lines: kinds
        .slice(1)
        .map(({ firstLine }) => lines.indexOf(firstLine))
        .filter((index) => index !== undefined)
        .map(lineNumberOf),
    },
  ]
}

/** The kind that good lines of a format are of. */
function ownKind(format: FormatDefinition): string | undefined {
  const [line] = typicalLines(format)
  return line === undefined ? undefined : kindOfLine(JSON.parse(line))
}

function othersOf(count: number): Message {
  return msg('{count, plural, one {# other value} other {# other values}}', { count })
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
      title: msg('File name is refused'),
      message: msg(
        'The upload refuses files whose name ends with {extension}. Export it under a name that ends with {fileExtension}.',
        { extension, fileExtension },
      ),
    },
  ]
}

/** Whose lines these were taken for: the user may know better. */
function recognitionFindings(doc: OpenDocument): FileFinding[] {
  const { recognisedAs } = doc.format
  if (!recognisedAs || !doc.isFormatDetected) return []
  return [{ code: 'recognised-provider', severity: 'hint', isNotice: true, ...recognisedAs }]
}

/** Lines of a format that names no columns, and that by their keys are prompts: a batch can be made of them. */
function promptFindings(doc: OpenDocument): FileFinding[] {
  if (doc.state !== 'ready' || !doc.isFormatDetected || doc.format.columns.length > 0) return []
  // What is broken is mended first.
  if (doc.lines.countOfFindingSets(doc.findingSets.withVerdict('invalid')) > 0) return []
  const keys = doc.plainColumns.columns.flatMap(({ paths }) => paths.map(([key]) => String(key)))
  const key = promptKeyOf(keys)
  if (key === undefined) return []
  return [
    {
      code: 'looks-like-prompts',
      severity: 'hint',
      isNotice: true,
      title: msg('These look like prompts'),
      message: msg(
        'Each line has a text under “{key}”. Requests for a batch can be made of them.',
        {
          key,
        },
      ),
      offer: 'batch',
    },
  ]
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
    ...(filledLines(doc) === 0 ? [blankFile] : []),
    ...(lineEnds ? [lineEnds] : []),
    ...(doc.lines.endsWithLineFeed || lineEndsOf(doc) === 'cr'
      ? []
      : [{ ...newlineFinding, lines: [last] }]),
  ]
}

/** Of a document that holds a line. */
type KnownLineEnds = Exclude<LineEnds, 'none'>

/** As they are now: edits can change what the file began with. */
function lineEndsOf(doc: OpenDocument): KnownLineEnds {
  const { crlfCount, lineCount, endsWithLineFeed } = doc.lines
  if (lineCount <= 1 && doc.sniffed.layout === 'lone-cr') return 'cr'
  if (crlfCount === 0) return 'lf'
  return crlfCount >= lineCount - (endsWithLineFeed ? 0 : 1) ? 'crlf' : 'mixed'
}

const LINE_END_NAMES: Readonly<Record<KnownLineEnds, Message>> = {
  lf: verbatim('LF'),
  crlf: verbatim('CRLF'),
  mixed: msg('LF and CRLF'),
  cr: verbatim('CR'),
}

export function limitMeters(doc: OpenDocument): LimitMeter[] {
  const limits = (doc.format.limits ?? []).filter(
    (limit) => limit.of !== 'items' || doc.rules.items > 0,
  )
  return limits.map((limit) => ({
    title: limit.label,
    of: limit.of,
    used: usedOf(doc, limit),
    limit: limit.warnAbove ?? limit.errorAbove,
  }))
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
    const [first] = values
    if (!first) return []
    const count = values.length
    if (doc.rules.othersOf(at) > 0) {
      const value = msg('at least {count, number} different', { count: Math.max(2, count) })
      return [{ title: rule.label, value }]
    }
    return [
      {
        title: rule.label,
        value: count === 1 ? verbatim(first.value) : msg('{count, number} different', { count }),
      },
    ]
  })
  const lineEnds = LINE_END_NAMES[lineEndsOf(doc)]
  entries.push({
    title: msg('Line endings'),
    value: hasByteOrderMark(doc)
      ? msg('{lineEnds} · UTF-8 with BOM', { lineEnds })
      : msg('{lineEnds} · UTF-8', { lineEnds }),
  })
  const { knownAsOf } = doc.format
  if (knownAsOf !== undefined) {
    entries.push({ title: msg('Rules as of'), value: knownAsOf })
  }
  return entries
}
