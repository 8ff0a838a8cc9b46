// Brings the verdicts of single lines into step with the rules across lines: which of the lines with
// one key are the repeats, and which line is the only odd one. Called after every change.
import { type LineId, lineId } from '../base/units.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { type RepeatRule, repeatRuleOf, type UniformRule } from '../formats/defineFormat.ts'
import { valueAt } from '../json/jsonPath.ts'
import { type Job, TimeSlice } from '../base/jobs.ts'
import type { RepeatMarks } from './findRepeats.ts'
import type { ValidatedDocument } from './validatedDocument.ts'

/** Lines whose keys are read at a time. */
const BATCH_LINES = 256

/**
 * Lines with one hash above which it is taken for their key: to read them all again for every edit of
 * one of them would take as long as opening the file. What is said of a line that is shown is
 * confirmed on its text.
 */
const MANY_LINES = 1000

/** Lines between two looks at the cancel button; a multiple of 32. */
const MARKED_AT_A_TIME = 1 << 16

/** What lines must not share; in what is sent to a bulk API the same action stands on many lines. */
export function repeatRuleOfDocument({
  format,
  sniffed,
}: Pick<ValidatedDocument, 'format' | 'sniffed'>): RepeatRule | undefined {
  return sniffed.isBulk ? format.key : repeatRuleOf(format)
}

export function repeatFindings(rule: RepeatRule): { first: Finding; later: Finding } {
  return {
    first: { code: rule.firstCode, severity: 'hint', title: rule.firstTitle },
    later: {
      code: rule.code,
      severity: rule.severity ?? 'error',
      title: rule.title,
      ...(rule.canBeNotice && { canBeNotice: true as const }),
    },
  }
}

/** Settles everything that changed since the last call. */
export async function settleRules(doc: ValidatedDocument, job?: Job): Promise<void> {
  await settleKeys(doc, job)
  settleOddLines(doc)
  settleNotices(doc)
}

/** Says which warnings are notices, by the lines that there are now. */
export function settleNotices({ lines, findingSets }: ValidatedDocument): void {
  findingSets.settleNotices(lines.histogram())
}

async function settleKeys(doc: ValidatedDocument, job?: Job): Promise<void> {
  const rule = repeatRuleOfDocument(doc)
  doc.rules.findRepeats()
  const { duplicateCandidates, keys } = doc.rules
  const marks = doc.rules.takeMarks()
  if (rule && marks) await markRepeats(doc, marks, repeatFindings(rule), job)
  if (!rule) duplicateCandidates.clear()
  if (!rule || duplicateCandidates.size === 0) return
  const linesByHash = new Map<number, readonly LineId[]>()
  const repeated: LineId[] = []
  for (const hash of duplicateCandidates) {
    const lines = keys.linesOf(hash) as readonly LineId[]
    linesByHash.set(hash, lines)
    if (lines.length > 1 && lines.length <= MANY_LINES)
      for (const line of lines) repeated.push(line)
  }
  const keyByLine = await readKeys(doc, repeated, job)
  const { first, later } = repeatFindings(rule)
  const asFirst = repeatSetter(doc, first, later)
  const asLater = repeatSetter(doc, later, first)
  for (const [hash, lines] of linesByHash) {
    duplicateCandidates.delete(hash)
    for (const group of groupByKey(lines, keyByLine)) {
      const isAlone = group.length === 1
      const firstId = firstOf(doc, group)
      for (const id of group) {
        if (isAlone) {
          setCode(doc, id, first, false)
          setCode(doc, id, later, false)
        } else if (id === firstId) asFirst(id)
        else asLater(id)
      }
    }
  }
}

/** The one that stands first in the document. */
function firstOf(doc: ValidatedDocument, ids: readonly LineId[]): LineId | undefined {
  let least = Infinity
  let first: LineId | undefined
  for (const id of ids) {
    const index = doc.lines.indexOf(id) ?? Infinity
    if (index < least || first === undefined) {
      least = index
      first = id
    }
  }
  return first
}

/** Gives lines one finding instead of another; quick for many lines of few finding sets. */
function repeatSetter(doc: ValidatedDocument, on: Finding, off: Finding): (id: LineId) => void {
  const { lines, findingSets } = doc
  const nextByFindingSet = new Map<number, number>()
  return (id) => {
    if (!lines.has(id)) return
    const findingSet = lines.findingSetOf(id)
    let next = nextByFindingSet.get(findingSet)
    if (next === undefined) {
      next = findingSets.withCode(findingSets.withoutCode(findingSet, off.code), on)
      nextByFindingSet.set(findingSet, next)
    }
    if (next !== findingSet) lines.setFindingSet(id, next)
  }
}

/** Says of the lines of the file which of them repeat a key, when all were read. */
async function markRepeats(
  doc: ValidatedDocument,
  marks: RepeatMarks,
  { first, later }: { first: Finding; later: Finding },
  job: Job | undefined,
): Promise<void> {
  const slice = new TimeSlice()
  const asFirst = repeatSetter(doc, first, later)
  const asLater = repeatSetter(doc, later, first)
  const lines = doc.lines.originalLineCount
  for (let from = 0; from < lines; from += MARKED_AT_A_TIME) {
    const to = Math.min(lines, from + MARKED_AT_A_TIME)
    marks.first.forEach(from, to, (line) => asFirst(lineId(line)))
    marks.later.forEach(from, to, (line) => asLater(lineId(line)))
    job?.check()
    if (job && slice.isOver) await slice.breathe()
  }
}

/** Lines with one hash, apart by their true keys, where they were read. */
function groupByKey(
  lines: readonly LineId[],
  keyByLine: ReadonlyMap<LineId, string | undefined>,
): LineId[][] {
  if (lines.length > MANY_LINES) return [[...lines]]
  const groups = new Map<string | undefined, LineId[]>()
  for (const id of lines) {
    const key = keyByLine.get(id)
    const group = groups.get(key)
    if (group) group.push(id)
    else groups.set(key, [id])
  }
  return [...groups.values()]
}

/** The keys of lines as their texts say them, or the lines as they are, read in file order. */
export async function readKeys(
  doc: ValidatedDocument,
  ids: readonly LineId[],
  job?: Job,
): Promise<Map<LineId, string | undefined>> {
  const keys = new Map<LineId, string | undefined>()
  const path = doc.format.key?.path
  const sorted = ids.toSorted((a, b) => a - b)
  const utf8 = new TextDecoder()
  for (let from = 0; from < sorted.length; from += BATCH_LINES) {
    job?.check()
    const batch = sorted.slice(from, from + BATCH_LINES)
    const contents = await doc.lines.readContents(batch)
    batch.forEach((id, i) => {
      const text = utf8.decode(contents[i]?.bytes)
      keys.set(id, path ? keyOf(text, path) : text)
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
export function outlierFinding(rule: UniformRule): Finding {
  return { code: rule.code, severity: 'error', title: rule.title }
}

function settleOddLines(doc: ValidatedDocument): void {
  const now = new Map<LineId, string[]>()
  ;(doc.format.uniform ?? []).forEach((rule, at) => {
    const odd = onlyOutlier(doc, at)
    if (odd !== undefined) now.set(odd, [...(now.get(odd) ?? []), rule.code])
  })
  for (const rule of doc.format.uniform ?? []) {
    const finding = outlierFinding(rule)
    for (const [id, codes] of doc.outliers) {
      if (codes.includes(rule.code) && !now.get(id)?.includes(rule.code))
        setCode(doc, id, finding, false)
    }
    for (const [id, codes] of now) if (codes.includes(rule.code)) setCode(doc, id, finding, true)
  }
  doc.outliers = now
}

/** The line with another value than all others, where exactly one line has one. */
export function onlyOutlier(doc: ValidatedDocument, rule: number): LineId | undefined {
  if (doc.rules.othersOf(rule) > 0) return undefined
  const values = doc.rules.uniformValues(rule)
  const [usual, other] = values
  return values.length === 2 && usual && other && usual.count > 1 ? other.onlyLine : undefined
}

function setCode(doc: ValidatedDocument, id: LineId, finding: Finding, on: boolean): void {
  if (!doc.lines.has(id)) return
  const findingSet = doc.lines.findingSetOf(id)
  const next = on
    ? doc.findingSets.withCode(findingSet, finding)
    : doc.findingSets.withoutCode(findingSet, finding.code)
  if (next !== findingSet) doc.lines.setFindingSet(id, next)
}
