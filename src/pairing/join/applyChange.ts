// Brings the columns of a document up to date after edits, without reading its other lines again.
import { assert } from '../../base/assert.ts'
import type {
  AnswerClass,
  AnswerLines,
  PairLines,
  PairLinesChange,
  RequestClass,
  TokenColumns,
} from '../pairLines.ts'
import type { TokenCounts } from '../usage.ts'
import { indexIds } from './idIndex.ts'
import { keyEnd, keyStart } from './keyColumn.ts'

/**
 * New columns; those given stay as they are. Law: the lines are those that reading the edited document
 * would give. Takes time by the number of all lines, some 0.1 s for a million. When a line is new and
 * `change.order` is absent all the same, it goes where its id has its place in ascending order.
 */
export function applyChange(lines: PairLines, change: PairLinesChange): PairLines {
  const { changed } = change
  assert(lines.role === changed.role, 'a change is of lines of the same role')
  const picks = change.order ? pickInOrder(lines, change, change.order) : pickInPlace(lines, change)
  const columns = pickColumns(lines, changed, picks)
  if (lines.role === 'requests' && changed.role === 'requests') {
    return { role: 'requests', ...columns, ...mergeClasses(lines, changed, picks, requestName) }
  }
  const answers = [lines, changed] as [AnswerLines, AnswerLines]
  return {
    role: 'answers',
    ...columns,
    ...mergeClasses(...answers, picks, answerName),
    tokens: mergeTokens(...answers, picks),
  }
}

/**
 * Which entries the new lines are, in order: an entry of the old lines, or one of the changed lines,
 * counted from the end of the old ones.
 */
type Picks = Int32Array

function pickInPlace(lines: PairLines, { changed, gone }: PairLinesChange): Picks {
  const goneIds = new Set(gone)
  const entryById = new Map(Array.from(changed.ids, (id, entry) => [id, entry]))
  const picks: number[] = []
  for (let entry = 0; entry < lines.count; entry++) {
    const id = lines.ids[entry] as number
    const instead = entryById.get(id)
    if (instead !== undefined) {
      picks.push(lines.count + instead)
      entryById.delete(id)
    } else if (!goneIds.has(id)) picks.push(entry)
  }
  return entryById.size === 0 ? Int32Array.from(picks) : addById(lines, changed, picks, entryById)
}

function addById(
  lines: PairLines,
  changed: PairLines,
  picks: readonly number[],
  entryById: ReadonlyMap<number, number>,
): Picks {
  const added = [...entryById].sort(([a], [b]) => a - b)
  const merged: number[] = []
  let next = 0
  for (const pick of picks) {
    const id = pick < lines.count ? lines.ids[pick] : changed.ids[pick - lines.count]
    for (; next < added.length && (added[next] as [number, number])[0] < (id as number); next++) {
      merged.push(lines.count + (added[next] as [number, number])[1])
    }
    merged.push(pick)
  }
  return Int32Array.from([...merged, ...added.slice(next).map(([, entry]) => lines.count + entry)])
}

function pickInOrder(
  lines: PairLines,
  { changed, gone }: PairLinesChange,
  order: Float64Array,
): Picks {
  const goneIds = new Set(gone)
  const changedAt = indexIds(changed.ids)
  // Made when it is needed: mostly lines are where they were, or a few places further.
  let oldAt: ((id: number) => number) | undefined
  const picks = new Int32Array(order.length)
  let count = 0
  let expected = 0
  for (const id of order) {
    while (expected < lines.count && goneIds.has(lines.ids[expected] as number)) expected++
    const isExpected = lines.ids[expected] === id
    const instead = changedAt(id)
    if (instead >= 0) picks[count++] = lines.count + instead
    else if (isExpected) picks[count++] = expected
    else {
      oldAt ??= indexIds(lines.ids)
      const entry = goneIds.has(id) ? -1 : oldAt(id)
      // Neither known nor changed: a blank line.
      if (entry >= 0) picks[count++] = entry
      if (entry >= 0) expected = entry
    }
    if (lines.ids[expected] === id) expected++
  }
  return picks.slice(0, count)
}

function pickColumns(lines: PairLines, changed: PairLines, picks: Picks) {
  const count = picks.length
  const ids = new Float64Array(count)
  const byteLengths = new Uint32Array(count)
  const keyKinds = new Uint8Array(count)
  const keyEnds = new Uint32Array(count)
  let keyLength = 0
  for (let i = 0; i < count; i++) {
    const pick = picks[i] as number
    const isOld = pick < lines.count
    const from = isOld ? lines : changed
    const entry = isOld ? pick : pick - lines.count
    ids[i] = from.ids[entry] as number
    byteLengths[i] = from.byteLengths[entry] as number
    keyKinds[i] = from.keyKinds[entry] as number
    keyLength += keyEnd(from, entry) - keyStart(from, entry)
    keyEnds[i] = keyLength
  }
  return {
    count,
    ids,
    byteLengths,
    keyKinds,
    keyEnds,
    keyBytes: pickKeys(lines, changed, picks, keyLength),
  }
}

function pickKeys(lines: PairLines, changed: PairLines, picks: Picks, length: number) {
  const keyBytes = new Uint8Array(length)
  let at = 0
  for (let i = 0; i < picks.length; ) {
    const pick = picks[i] as number
    const isOld = pick < lines.count
    const from = isOld ? lines : changed
    const first = isOld ? pick : pick - lines.count
    const limit = isOld ? lines.count : lines.count + changed.count
    // Neighbours that stay neighbours are copied together.
    let together = 1
    while (picks[i + together] === pick + together && pick + together < limit) together++
    const start = keyStart(from, first)
    const end = keyEnd(from, first + together - 1)
    keyBytes.set(from.keyBytes.subarray(start, end), at)
    at += end - start
    i += together
  }
  return keyBytes
}

/** Classes that lines still have, each once, and each line's place among them. */
function mergeClasses<Class>(
  lines: PairLines & { readonly classes: readonly Class[] },
  changed: PairLines & { readonly classes: readonly Class[] },
  picks: Picks,
  nameOf: (each: Class) => string,
) {
  const classes: Class[] = []
  const placeByName = new Map<string, number>()
  const places = new Int32Array(lines.classes.length + changed.classes.length).fill(-1)
  const classOf = new Uint16Array(picks.length)
  for (let i = 0; i < picks.length; i++) {
    const pick = picks[i] as number
    const isOld = pick < lines.count
    const from = isOld ? lines : changed
    const place = from.classOf[isOld ? pick : pick - lines.count] as number
    const slot = isOld ? place : lines.classes.length + place
    if (places[slot] === -1) {
      const each = from.classes[place] as Class
      const name = nameOf(each)
      const known = placeByName.get(name) ?? classes.push(each) - 1
      placeByName.set(name, known)
      places[slot] = known
    }
    classOf[i] = places[slot] as number
  }
  assert(classes.length <= 0x1_0000, 'lines have at most 65,536 classes')
  return { classes, classOf }
}

function requestName({ isBroken, model, wantsJson }: RequestClass): string {
  return JSON.stringify([isBroken, model ?? null, wantsJson])
}

/** Without the message, which is that of one line of the class. */
function answerName(each: AnswerClass): string {
  return JSON.stringify({ ...each, errorMessage: undefined }, Object.keys(each).toSorted())
}

function mergeTokens(lines: AnswerLines, changed: AnswerLines, picks: Picks): TokenColumns {
  const names = new Set([...Object.keys(lines.tokens), ...Object.keys(changed.tokens)])
  return Object.fromEntries(
    [...names].map((name) => {
      const old = lines.tokens[name as keyof TokenCounts]
      const instead = changed.tokens[name as keyof TokenCounts]
      const column = new Uint32Array(picks.length)
      for (let i = 0; i < picks.length; i++) {
        const pick = picks[i] as number
        column[i] = (pick < lines.count ? old?.[pick] : instead?.[pick - lines.count]) ?? 0
      }
      return [name, column]
    }),
  )
}
