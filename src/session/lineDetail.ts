// A line as the drawer shows it: its text, what is wrong with it, and what can be done.
import { bySeverity } from '../base/severity.ts'
import { isAddedLine, type LineId, lineNumberOf } from '../base/units.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isSafeForAll, proposeFixes, textsAfter } from '../fixes/proposeFixes.ts'
import {
  EDIT_LIMIT_BYTES,
  type FixOffer,
  type LineDetail,
  type TextValidation,
} from '../contracts/documentApi.ts'
import { explainAttached } from '../validation/attachedFindings.ts'
import { explainLine, verdictOfDiagnostics } from '../validation/explain.ts'
import { fixableLine } from './fixableLine.ts'
import { recordOfLine } from '../validation/overLines/recordOfLine.ts'
import type { OpenDocument } from './openDocument.ts'
import { countingFindings } from './shownFindings.ts'

/** Bytes of a line that is too long to be edited which are still shown. */
const CUT_BYTES = 256 * 1024
/** Bytes above which no fixes are worked out: each makes a copy of the text. */
const FIX_LIMIT_BYTES = 16 * 1024 * 1024

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const encoder = new TextEncoder()

/** Undefined: the line is no longer in the document. */
export async function readLineDetail(
  doc: OpenDocument,
  id: LineId,
): Promise<LineDetail | undefined> {
  const index = doc.lines.indexOf(id)
  if (index === undefined) return undefined
  const revision = doc.revision
  const verdict = doc.findingSets.verdictOf(doc.lines.findingSetOf(id))
  const edited = doc.lines.isEdited(id)
  const [head] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  const bytes = head?.bytes ?? new Uint8Array()
  const byteLength = head?.byteLength ?? 0
  const common = { id, line: lineNumberOf(index), revision, verdict, edited, byteLength }
  if (byteLength > bytes.length) {
    const text = lenient.decode(bytes.subarray(0, CUT_BYTES))
    return {
      ...common,
      text,
      isCut: true,
      hasBrokenBytes: false,
      diagnostics: [],
      ignored: [],
      fixes: [],
    }
  }
  const text = lenient.decode(bytes)
  const all = [
    ...(await explainLine(doc, id, bytes)),
    ...explainAttached(doc, id, text),
    ...(doc.tokens?.explain(id) ?? []),
  ]
  const { diagnostics, ignored } = countingFindings(doc, all.sort(bySeverity))
  const original =
    edited && !isAddedLine(id)
      ? await doc.lines.readOriginal(id, { limitBytes: EDIT_LIMIT_BYTES })
      : undefined
  return {
    ...common,
    text,
    isCut: false,
    hasBrokenBytes: !isUtf8(bytes),
    ...(original &&
      original.bytes.length === original.byteLength && {
        originalText: lenient.decode(original.bytes),
      }),
    diagnostics,
    ignored,
    fixes: await offersFor(doc, id, bytes, diagnostics),
  }
}

/** What a text would be instead of a line. */
export async function validateText(
  doc: OpenDocument,
  id: LineId,
  text: string,
): Promise<TextValidation> {
  const { revision } = doc
  const bytes = encoder.encode(text.replaceAll('\n', ' '))
  const { diagnostics, ignored } = countingFindings(doc, await explainLine(doc, id, bytes))
  return {
    revision,
    verdict: verdictOfDiagnostics(diagnostics),
    diagnostics,
    ignored,
    fixes: await offersFor(doc, id, bytes, diagnostics),
  }
}

async function offersFor(
  doc: OpenDocument,
  id: LineId,
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
): Promise<FixOffer[]> {
  if (bytes.length > FIX_LIMIT_BYTES) return []
  const own = !doc.lines.has(id) ? -1 : doc.lines.findingSetOf(id)
  const line = await fixableLine(doc, id, bytes)
  const ownLines = recordOfLine(doc, id)?.ids.length ?? 1
  return proposeFixes(line, diagnostics).map((proposed) => {
    const { fix, diagnostic, proposal } = proposed
    const members = doc.findingSets.havingCode(diagnostic.code)
    const count = doc.lines.countOfFindingSets(members)
    return {
      id: fix.id,
      title: fix.title,
      code: diagnostic.code,
      after: textsAfter(proposal),
      othersCount: Math.max(0, count - (members[own] ? ownLines : 0)),
      safeForAll: isSafeForAll(proposed),
    }
  })
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}
