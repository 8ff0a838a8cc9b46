// What is said of a line that shares its key with others, or all of it.
import { type LineId, type LineNumber, lineNumberOf } from '../base/units.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { KeyRule } from '../formats/defineFormat.ts'
import { listOf, type Message, msg } from '../i18n/message.ts'
import { valueAt } from '../json/jsonPath.ts'
import { createLocator } from '../json/locate.ts'
import type { ValidatedDocument } from './validatedDocument.ts'
import { readKeys, repeatFindings, repeatRuleOfDocument } from './settleRules.ts'

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
  const rule = repeatRuleOfDocument(doc)
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
  lines: Message,
  isLater: boolean,
  isResult: boolean,
): Message {
  const values = { key: JSON.stringify(key), field: path.join('.'), lines }
  if (!isLater) {
    return msg('{key} is repeated in {lines}; the error is reported there.', values)
  }
  return isResult
    ? msg('{key} is already the {field} of {lines}. A request has one result.', values)
    : msg('{key} is already the {field} of {lines}. Every line needs its own.', values)
}

function lineMessage(lines: Message, isLater: boolean): Message {
  return isLater
    ? msg(
        'This line is the same as {lines}, byte for byte. Delete it, unless it is meant to count more than once.',
        { lines },
      )
    : msg('The same line appears again as {lines}.', { lines })
}

function namesOf(numbers: readonly LineNumber[], total: number): Message {
  const shown = numbers.slice(0, 5)
  const lines = listOf(shown, 'and')
  return total > shown.length
    ? msg('lines {lines} (and {more, number} more)', { lines, more: total - shown.length })
    : msg('{total, plural, one {line {lines}} other {lines {lines}}}', { total, lines })
}
