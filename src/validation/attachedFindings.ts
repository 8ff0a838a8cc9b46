// Findings that were attached to the lines of a file when it was opened. They are a part of the verdict of a
// line for as long as it is as it is in the file: whoever edits it has seen to them, and undo brings them back.
import { isAddedLine, type LineId } from '../base/units.ts'
import type { AttachedFinding, AttachedFindings } from '../contracts/attachedFindings.ts'
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts'
import type { FindingSets } from '../diagnostics/findingSets.ts'
import type { LineState } from '../document/changeRecord.ts'
import { createLocator } from '../json/locate.ts'
import { isOfRecord } from './overLines/recordOfLine.ts'
import type { ValidatedDocument } from './validatedDocument.ts'

/** Lines whose ids are asked for at once. */
const LINES_AT_A_TIME = 4096

/** Larger than any number of a set, so that two numbers are one. */
const SET_FACTOR = 2 ** 16

export class LineAttachments {
  readonly #attached: AttachedFindings
  readonly #findingSets: FindingSets
  /** By place in `findings`: what all lines that have it have in common. */
  readonly #common: readonly Finding[]
  readonly #joined = new Map<number, number>()

  constructor(attached: AttachedFindings, findingSets: FindingSets) {
    this.#attached = attached
    this.#findingSets = findingSets
    this.#common = commonFindings(attached.findings)
  }

  /** The finding set of a line of the file that has `findingSet` by itself. */
  join(findingSet: number, line: number): number {
    const set = this.#setOf(line)
    if (set === 0) return findingSet
    const key = findingSet * SET_FACTOR + set
    let joined = this.#joined.get(key)
    if (joined === undefined) {
      const attached = this.#places(set).map((place) => this.#common[place] as Finding)
      joined = this.#findingSets.intern([...this.#findingSets.findingsOf(findingSet), ...attached])
      this.#joined.set(key, joined)
    }
    return joined
  }

  /** `join` for the lines from `firstLine` on. */
  joinAll(findingSets: Uint16Array, firstLine: number, count: number): void {
    for (let i = 0; i < count; i++) {
      findingSets[i] = this.join(findingSets[i] as number, firstLine + i)
    }
  }

  /** What is attached to a line of the file. */
  of(line: number): readonly AttachedFinding[] {
    return this.#places(this.#setOf(line)).map(
      (place) => this.#attached.findings[place] as AttachedFinding,
    )
  }

  /** The same for a file that has the lines `lines` of this one, in this order; undefined: a line that has none. */
  carriedOver(lines: Iterable<LineId | undefined>, count: number): AttachedFindings {
    const byLine = new Uint16Array(count)
    let at = 0
    for (const line of lines) byLine[at++] = line === undefined ? 0 : this.#setOf(line)
    return { ...this.#attached, byLine }
  }

  #setOf(line: number): number {
    return this.#attached.byLine[line] ?? 0
  }

  #places(set: number): readonly number[] {
    return this.#attached.sets[set] ?? []
  }
}

/** Whether a line is as it is in the file. */
function isAsInFile({ lines }: ValidatedDocument, id: LineId): boolean {
  return !isAddedLine(id) && !lines.isEdited(id)
}

/** The state of line `id`, as it is now, when by itself it is validated to be in `state`. */
export function stateWithAttached(doc: ValidatedDocument, id: LineId, state: LineState): LineState {
  if (!doc.attached || !isAsInFile(doc, id)) return state
  const findingSet = doc.attached.join(state.findingSet, id)
  return findingSet === state.findingSet ? state : { ...state, findingSet }
}

/** What is attached to line `id`, which has the content `text`, as it is now. */
export function explainAttached(doc: ValidatedDocument, id: LineId, text: string): Diagnostic[] {
  if (!doc.attached || !isAsInFile(doc, id)) return []
  const findingSet = doc.lines.findingSetOf(id)
  if (isOfRecord(doc.findingSets, findingSet)) return []
  const locator = doc.findingSets.hasSyntaxError(findingSet) ? undefined : createLocator(text)
  return doc.attached.of(id).map((finding) => {
    const place = finding.path && locator?.rangeOfPath(finding.path)
    return doc.findingSets.asNotice({ ...finding, ...(place && { range: place.value }) })
  })
}

/** What is attached to the lines of a document as they are now, for the file that is written of it. */
export function attachedWhenWritten(doc: ValidatedDocument): AttachedFindings | undefined {
  const { attached, lines } = doc
  if (!attached) return undefined
  const all = lines.view({ kind: 'all' })
  function* linesOfFile(): Generator<LineId | undefined> {
    for (let from = 0; from < lines.lineCount; from += LINES_AT_A_TIME) {
      for (const id of all.ids(from, Math.min(lines.lineCount, from + LINES_AT_A_TIME))) {
        yield isAsInFile(doc, id) ? id : undefined
      }
    }
  }
  return attached.carriedOver(linesOfFile(), lines.lineCount)
}

/** The list of causes says a message beside the title where it is the same in all lines that have the code. */
function commonFindings(findings: readonly AttachedFinding[]): readonly Finding[] {
  const messages = new Map<string, Set<string>>()
  for (const { code, message } of findings) {
    const known = messages.get(code) ?? new Set()
    messages.set(code, known.add(JSON.stringify(message)))
  }
  return findings.map((attached) => {
    const { code, severity, title, message, canBeNotice } = attached
    return {
      code,
      severity,
      title,
      ...(canBeNotice && { canBeNotice }),
      ...(messages.get(code)?.size === 1 && { message }),
    }
  })
}
