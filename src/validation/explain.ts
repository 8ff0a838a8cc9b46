// Everything that is said about one line, made when it is shown: the syntax error or the format's
// diagnostics with their places, and what the rules across lines have to say about it.
import { bySeverity } from '../base/severity.ts'
import type { LineId } from '../base/units.ts'
import type { Diagnostic, Verdict } from '../diagnostics/diagnostic.ts'
import { recordOverLines } from '../diagnostics/recordOverLines.ts'
import { numberHints } from '../diagnostics/textFindings.ts'
import { syntaxDiagnostic } from '../diagnostics/syntaxDiagnostic.ts'
import { valueAt } from '../json/jsonPath.ts'
import { createLocator } from '../json/locate.ts'
import { byteOrderMarkFinding } from './contentLayout.ts'
import { readRecord } from './overLines/readRecord.ts'
import { explainRepeats } from './explainRepeats.ts'
import type { ValidatedDocument } from './validatedDocument.ts'
import { LINE_FLAGS } from '../scanner/scanner.ts'
import { outlierFinding, onlyOutlier } from './settleRules.ts'
import { explainTold } from './textFlags.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Code units of a line that are looked through for hints. */
const HINT_LIMIT = 1024 * 1024

/** The diagnostics of `bytes` as the content of line `id`, worst first. */
export async function explainLine(
  doc: ValidatedDocument,
  id: LineId,
  bytes: Uint8Array,
): Promise<Diagnostic[]> {
  const index = doc.lines.indexOf(id)
  const isFirst = index === 0
  const isLast = index === doc.lines.lineCount - 1 && !doc.lines.endsWithLineFeed
  const scan = doc.scanner.scanLine(bytes, { first: isFirst, last: isLast })
  const text = utf8.decode(bytes)
  const record = await readRecord(doc, id, bytes)
  const diagnostics: Diagnostic[] = []
  if (record) {
    diagnostics.push({ ...recordOverLines, message: record.message })
  } else if (scan.code === 'valid') {
    const hasBom = (scan.flags & LINE_FLAGS.leadingBom) !== 0
    // Validated without the mark, shown with it: a blank of the same length keeps the places right.
    const json = hasBom ? ` ${text.slice(1)}` : text
    const value: unknown = JSON.parse(json)
    const { layout } = doc
    diagnostics.push(
      ...(layout?.isPart(json, value)
        ? [layout.finding]
        : doc.validator.formatValidator.explain(json, value)),
    )
    diagnostics.push(...(await explainRepeats(doc, id, bytes, json, value)))
    diagnostics.push(...explainUniform(doc, id, json, value))
    diagnostics.push(...explainTold(scan.flags, json, doc.format))
    if (json.length <= HINT_LIMIT) diagnostics.push(...numberHints(json))
  } else {
    const { layout } = doc
    const isOfLayout = layout?.explains(bytes, 0, bytes.length) ?? false
    const exact = syntaxDiagnostic(scan.code, scan.errorAt, text, bytes)
    // What is wrong at a place of the line would mislead where the line is a part of something else.
    if (layout && isOfLayout && scan.code !== 'blank-line') diagnostics.push(layout.finding)
    else diagnostics.push(exact)
    if (layout?.hasBlankLines && isOfLayout && scan.code === 'blank-line') {
      diagnostics.push(layout.finding)
    }
  }
  if ((scan.flags & LINE_FLAGS.leadingBom) !== 0) {
    diagnostics.push({
      ...byteOrderMarkFinding(doc.format),
      range: { from: 0, to: 1 },
      byteOffset: 0,
    })
  }
  return diagnostics.map((each) => doc.findingSets.asNotice(each)).sort(bySeverity)
}

function explainUniform(
  doc: ValidatedDocument,
  id: LineId,
  text: string,
  value: unknown,
): Diagnostic[] {
  return (doc.format.uniform ?? []).flatMap((rule, at) => {
    const own = valueAt(value, rule.path)
    if (onlyOutlier(doc, at) !== id) return []
    const usual = doc.rules.uniformValues(at)[0]?.value
    const range = createLocator(text).rangeOfPath(rule.path)?.value
    return [
      {
        ...outlierFinding(rule),
        message: rule.outlierMessage(JSON.stringify(usual), JSON.stringify(own)),
        path: rule.path,
        ...(range && { range }),
      },
    ]
  })
}

/** What the diagnostics make of a line. */
export function verdictOfDiagnostics(diagnostics: readonly Diagnostic[]): Verdict {
  if (diagnostics.some((each) => each.code === 'blank-line')) return 'blank'
  if (diagnostics.some((each) => each.severity === 'error')) return 'invalid'
  return diagnostics.some((each) => each.severity === 'warning') ? 'warning' : 'valid'
}
