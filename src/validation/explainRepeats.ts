// What is said of a line that shares its key with others, or all of it.
import { groupNumber } from '../base/groupNumber.ts'
import { type LineId, type LineNumber, lineNumberOf } from '../base/units.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type KeyRule, repeatRuleOf } from '../formats/defineFormat.ts'
import { valueAt } from '../json/jsonPath.ts'
import { createLocator } from '../json/locate.ts'
import type { ValidatedDocument } from './validatedDocument.ts'
import { readKeys, repeatFindings } from './settleRules.ts'

/** Lines like it that are named. */
const MAX_RELATED = 20
/** Lines like it whose order is looked at. */
const MAX_COMPARED = 1000

/** `bytes`: the line; `text` without a byte order mark, and `value` what it is. */
export async function explainRepeats(
  doc: ValidatedDocument,
  id: LineId,
  bytes: Uint8Array,
  text: string,
  value: unknown,
): Promise<Diagnostic[]> {
  const rule = repeatRuleOf(doc.format)
  const { key: keyRule } = doc.format
  const own = keyRule ? keyOf(doc, keyRule, value) : wholeLine(doc, bytes)
  if (!rule || !own) return []
  const group = doc.rules.keys.groupOf(own.hash, MAX_COMPARED)
  const others = group.lowest
    .filter((line) => line !== id)
    .map((line) => ({ id: line as LineId, index: doc.lines.indexOf(line as LineId) }))
    .filter((line) => line.index !== undefined)
    .sort((a, b) => (a.index as number) - (b.index as number))
  if (others.length === 0) return []
  const keys = await readKeys(
    doc,
    others.slice(0, MAX_RELATED).map((other) => other.id),
  )
  // Of what very many lines have, only those that come first are looked at.
  const notLooked = group.count - group.lowest.length
  const further = Math.max(0, notLooked - (group.lowest.includes(id) ? 0 : 1))
  const same = others.filter((other) => !keys.has(other.id) || keys.get(other.id) === own.key)
  const [first] = same
  if (!first) return []
  const index = doc.lines.indexOf(id) ?? Infinity
  const related = same.slice(0, MAX_RELATED).map((other) => lineNumberOf(other.index as number))
  const isLater = (first.index as number) < index
  const { first: firstFinding, later } = repeatFindings(rule)
  const names = namesOf(related, same.length + further)
  return [
    {
      ...(isLater ? later : firstFinding),
      message: keyRule
        ? keyMessage(keyRule, own.key, names, isLater, doc.format.role === 'result')
        : lineMessage(names, isLater),
      relatedLines: related,
      ...(keyRule && placeOf(keyRule, text)),
    },
  ]
}

interface OwnKey {
  readonly key: string
  readonly hash: number
}

function keyOf(doc: ValidatedDocument, { path }: KeyRule, value: unknown): OwnKey | undefined {
  const key = valueAt(value, path)
  return typeof key === 'string' && key !== '' ? { key, hash: doc.hash(key) } : undefined
}

/** The decoder and the hash leave a byte order mark out. */
function wholeLine(doc: ValidatedDocument, bytes: Uint8Array): OwnKey {
  const key = new TextDecoder().decode(bytes)
  return { key, hash: doc.hashLine(new TextEncoder().encode(key)) }
}

function placeOf({ path }: KeyRule, text: string): Pick<Diagnostic, 'path' | 'range'> {
  const range = createLocator(text).rangeOfPath(path)?.value
  return { path, ...(range && { range }) }
}

function keyMessage(
  { path }: KeyRule,
  key: string,
  names: string,
  isLater: boolean,
  isResult: boolean,
): string {
  const advice = isResult ? 'A request has one result.' : 'Every line needs its own.'
  return isLater
    ? `${JSON.stringify(key)} is already the ${path.join('.')} of ${names}. ${advice}`
    : `${JSON.stringify(key)} is repeated in ${names}, which counts as wrong there.`
}

function lineMessage(names: string, isLater: boolean): string {
  return isLater
    ? `This is ${names} again, byte by byte. Delete it, unless it is meant to count more than once.`
    : `The same line stands again as ${names}.`
}

function namesOf(lines: readonly LineNumber[], total: number): string {
  const shown = lines.slice(0, 5).map(groupNumber)
  const rest = total - shown.length
  const list = rest > 0 ? `${shown.join(', ')} and ${groupNumber(rest)} more` : shown.join(', ')
  return total === 1 ? `line ${list}` : `lines ${list}`
}
