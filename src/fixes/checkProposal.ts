// What every proposal has to stand before it is offered: a fix must not make damage look valid. Its
// result is compared with the line.
import type { TextOffset } from '../base/units.ts'
import { skipString } from '../json/walkText.ts'
import { isStump, type Piece, piecesOf, repeatsStump } from './joinedRecords.ts'
import { type Members, readMembers } from './readMembers.ts'
import type { RepairCause } from './syntax/repair.ts'
import { readSyntax } from './syntax/readSyntax.ts'

/** What a fix may not lose or make up, of one line. */
interface Line {
  readonly text: string
  /** Of a line that is JSON. */
  readonly members: Members | undefined
  /** Of one that is not. */
  readonly pieces: readonly Piece[]
}

/** The fixes of a line ask about the same text one after the other. */
let known: Line = { text: '', members: undefined, pieces: [] }

/**
 * What a line would lose with `texts` in its place: a `value` of a line that is JSON; a whole `record`
 * of one that is not. `damage`: more than what goes, the result says what the line never said: a key
 * is doubled, or made of what was none.
 */
export type Loss = 'none' | 'value' | 'record' | 'damage'

export function lossOf(text: string, texts: readonly string[]): Loss {
  const line = known.text === text ? known : readLine(text)
  known = line
  const after = texts.map(readMembers)
  if (after.some((members) => members?.oddKeys.some((key) => !text.includes(key)))) return 'damage'
  if (line.members) {
    const leaves = sumOf(after, 'leaves')
    if (sumOf(after, 'doubled') > line.members.doubled) return 'damage'
    return leaves < line.members.leaves ? 'value' : 'none'
  }
  if (texts.some((each) => hasSwallowedMembers(text, each))) return 'damage'
  if (sumOf(after, 'doubled') > 0 && !stoodDoubled(text)) return 'damage'
  return keepsRecords(line, texts) ? 'none' : 'record'
}

function readLine(text: string): Line {
  const members = readMembers(text)
  return { text, members, pieces: members ? [] : piecesOf(text) }
}

function sumOf(all: readonly (Members | undefined)[], count: 'doubled' | 'leaves'): number {
  return all.reduce((sum, members) => sum + (members?.[count] ?? 0), 0)
}

/** Every whole record of the line is a value of the result, and not a part of a string there. */
function keepsRecords({ text, pieces }: Line, texts: readonly string[]): boolean {
  return pieces.every((piece, i) => {
    const record = text.slice(piece.from, piece.to)
    if (!piece.isWhole || !isRecord(record)) return true
    const before = pieces[i - 1]
    const isAnother = before && isStump(text, before) && repeatsStump(text, before, piece)
    return texts.some((each) =>
      isAnother ? each.trim() === record : standsOutsideStrings(each, record),
    )
  })
}

/** An array of one thing before a record is a tag of a log. */
function isRecord(text: string): boolean {
  return text.startsWith('{') ? text.includes('"') : /[,{]/.test(text)
}

function standsOutsideStrings(text: string, value: string): boolean {
  let string: TextOffset = text.indexOf('"')
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    while (string >= 0 && string < at) {
      const end = skipString(text, string)
      if (end > at) break
      string = text.indexOf('"', end)
    }
    if (string < 0 || string >= at) return true
  }
  return false
}

/** The end of a value, a comma, and a key: more than quotes in a text have around them. */
const MEMBER_IN_STRING = /\\"\s*,\s*\\"[^"\\]{1,200}\\"\s*:/

function hasSwallowedMembers(before: string, after: string): boolean {
  const swallowed = MEMBER_IN_STRING.exec(after)?.[0]
  return swallowed !== undefined && !before.includes(swallowed)
}

/** Repairs that say again where a string or an object ends. */
const MOVED_ENDS: ReadonlySet<RepairCause> = new Set<RepairCause>([
  'unescaped-quote',
  'unterminated-string',
  'cut-off',
  'wrong-bracket',
  'extra-bracket',
])

/** Whether keys that are doubled after a repair were so before it. */
function stoodDoubled(text: string): boolean {
  const { repairs, stoppedAt } = readSyntax(text)
  return stoppedAt === undefined && !repairs.some(({ cause }) => MOVED_ENDS.has(cause))
}
