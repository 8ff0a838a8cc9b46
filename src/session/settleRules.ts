// Brings the verdicts of single lines into step with the rules across lines: which of the lines with
// one key are the repeats, and which line is the only odd one. Called after every change.
import type { LineId } from '../base/units.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { KeyRule, UniformRule } from '../formats/defineFormat.ts'
import { valueAt } from '../json/jsonPath.ts'
import type { Job } from '../base/jobs.ts'
import type { OpenDocument } from './openDocument.ts'

/** Lines whose keys are read at a time. */
const BATCH_LINES = 256

export function repeatFindings(rule: KeyRule): { first: Finding; later: Finding } {
  return {
    first: { code: rule.firstCode, severity: 'hint', title: rule.firstTitle },
    later: { code: rule.code, severity: 'error', title: rule.title },
  }
}

/** Settles everything that changed since the last call. */
export async function settleRules(doc: OpenDocument, job?: Job): Promise<void> {
  await settleKeys(doc, job)
  settleOddLines(doc)
  settleNotices(doc)
}

/** Says which warnings are notices, by the lines that there are now. */
export function settleNotices({ lines, outcomes }: OpenDocument): void {
  outcomes.settleNotices(lines.histogram())
}

async function settleKeys(doc: OpenDocument, job?: Job): Promise<void> {
  const rule = doc.format.key
  doc.rules.findRepeats()
  const { suspects, keys } = doc.rules
  if (!rule || suspects.size === 0) return
  const linesByHash = new Map<number, readonly LineId[]>()
  const repeated: LineId[] = []
  for (const hash of suspects) {
    const lines = keys.linesOf(hash) as readonly LineId[]
    linesByHash.set(hash, lines)
    if (lines.length > 1) for (const line of lines) repeated.push(line)
  }
  const keyByLine = await readKeys(doc, repeated, job)
  const { first, later } = repeatFindings(rule)
  for (const [hash, lines] of linesByHash) {
    suspects.delete(hash)
    for (const group of groupByKey(lines, keyByLine)) {
      const order = group
        .map((id) => ({ id, index: doc.lines.indexOf(id) ?? Infinity }))
        .sort((a, b) => a.index - b.index)
      order.forEach(({ id }, place) => {
        const isAlone = order.length === 1
        setCode(doc, id, first, !isAlone && place === 0)
        setCode(doc, id, later, !isAlone && place > 0)
      })
    }
  }
}

/** Lines with one hash, apart by their true keys: the hash alone proves nothing. */
function groupByKey(
  lines: readonly LineId[],
  keyByLine: ReadonlyMap<LineId, string | undefined>,
): LineId[][] {
  const groups = new Map<string | undefined, LineId[]>()
  for (const id of lines) {
    const key = keyByLine.get(id)
    const group = groups.get(key)
    if (group) group.push(id)
    else groups.set(key, [id])
  }
  return [...groups.values()]
}

/** The keys of lines as their texts say them, read in file order. */
export async function readKeys(
  doc: OpenDocument,
  ids: readonly LineId[],
  job?: Job,
): Promise<Map<LineId, string | undefined>> {
  const keys = new Map<LineId, string | undefined>()
  const path = doc.format.key?.path ?? []
  const sorted = ids.toSorted((a, b) => a - b)
  const utf8 = new TextDecoder()
  for (let from = 0; from < sorted.length; from += BATCH_LINES) {
    job?.check()
    const batch = sorted.slice(from, from + BATCH_LINES)
    const contents = await doc.lines.readContents(batch)
    batch.forEach((id, i) => {
      keys.set(id, keyOf(utf8.decode(contents[i]?.bytes), path))
    })
  }
  return keys
}

function keyOf(text: string, path: readonly (string | number)[]): string | undefined {
  try {
    const key = valueAt(JSON.parse(text), path)
    return typeof key === 'string' ? key : undefined
  } catch {
    return undefined
  }
}

/** The finding of a line whose value is the only one of its kind among many others. */
export function oddFinding(rule: UniformRule): Finding {
  return { code: rule.code, severity: 'error', title: rule.title }
}

function settleOddLines(doc: OpenDocument): void {
  const now = new Map<LineId, string[]>()
  ;(doc.format.uniform ?? []).forEach((rule, at) => {
    const odd = onlyOddLine(doc, at)
    if (odd !== undefined) now.set(odd, [...(now.get(odd) ?? []), rule.code])
  })
  for (const rule of doc.format.uniform ?? []) {
    const finding = oddFinding(rule)
    for (const [id, codes] of doc.oddLines) {
      if (codes.includes(rule.code) && !now.get(id)?.includes(rule.code))
        setCode(doc, id, finding, false)
    }
    for (const [id, codes] of now) if (codes.includes(rule.code)) setCode(doc, id, finding, true)
  }
  doc.oddLines = now
}

/** The line with another value than all others, where exactly one line has one. */
export function onlyOddLine(doc: OpenDocument, rule: number): LineId | undefined {
  const values = doc.rules.uniformValues(rule)
  const [usual, other] = values
  return values.length === 2 && usual && other && usual.count > 1 ? other.onlyLine : undefined
}

function setCode(doc: OpenDocument, id: LineId, finding: Finding, on: boolean): void {
  if (!doc.lines.has(id)) return
  const outcome = doc.lines.outcomeOf(id)
  const next = on
    ? doc.outcomes.withCode(outcome, finding)
    : doc.outcomes.withoutCode(outcome, finding.code)
  if (next !== outcome) doc.lines.setOutcome(id, next)
}
