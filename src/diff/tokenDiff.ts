// Which parts of two short or similar texts differ, word by word. Exact (the shortest edit script by
// Myers' greedy algorithm) while that is cheap; otherwise a search for the next place where both
// agree again, which is all that the few small splices of a fix need.
import type { TextOffset } from '../base/units.ts'

/** [fromA, toA) of the text before became [fromB, toB) of the text after; one of them may be empty. */
export interface DiffHunk {
  readonly fromA: TextOffset
  readonly toA: TextOffset
  readonly fromB: TextOffset
  readonly toB: TextOffset
}

/** Code units of both texts together up to which they are cut into tokens. */
const TOKEN_LIMIT = 40_000
/** Longest edit script looked for, in tokens: time and memory grow with its square. */
const SCRIPT_LIMIT = 400
/** How far ahead an agreement is looked for, and how many code units must agree. */
const REACH = 256
const AGREEMENT = 12
/** With this many places, what is left counts as one. */
const PLACE_LIMIT = 64

/** Changed ranges in order. */
export function diffTokens(before: string, after: string): readonly DiffHunk[] {
  if (before === '' && after === '') return []
  const whole = { fromA: 0, toA: before.length, fromB: 0, toB: after.length }
  if (before === '' || after === '') return [whole]
  if (before.length + after.length <= TOKEN_LIMIT) {
    const hunks = diffExactly(tokensOf(before), tokensOf(after))
    if (hunks) return hunks
  }
  return diffGreedily(before, after)
}

/** Words and numbers whole, code points one by one. */
function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu) ?? []
}

function diffExactly(a: readonly string[], b: readonly string[]): readonly DiffHunk[] | undefined {
  const limit = Math.min(SCRIPT_LIMIT, a.length + b.length)
  const zero = limit + 1
  // furthest[zero + k]: how far into `a` the best path on diagonal k has come.
  const furthest = new Int32Array(2 * zero + 1)
  const trace: Int32Array[] = []
  for (let steps = 0; steps <= limit; steps++) {
    trace.push(furthest.slice(zero - steps - 1, zero + steps + 2))
    for (let k = -steps; k <= steps; k += 2) {
      const down = furthest[zero + k + 1] as number
      const right = (furthest[zero + k - 1] as number) + 1
      let x = k === -steps || (k !== steps && right <= down) ? down : right
      let y = x - k
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++
        y++
      }
      furthest[zero + k] = x
      if (x >= a.length && y >= b.length) return hunksOf(a, b, trace)
    }
  }
  return undefined
}

/** Walks the trace back from the end, then turns places in tokens into places in the text. */
function hunksOf(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
): readonly DiffHunk[] {
  const removed = new Uint8Array(a.length)
  const added = new Uint8Array(b.length)
  let x = a.length
  let y = b.length
  for (let steps = trace.length - 1; steps > 0; steps--) {
    const furthest = trace[steps] as Int32Array
    const get = (k: number) => furthest[k + steps + 1] as number
    const k = x - y
    const isDown = k === -steps || (k !== steps && get(k - 1) + 1 <= get(k + 1))
    x = isDown ? get(k + 1) : get(k - 1)
    y = isDown ? x - k - 1 : x - k + 1
    if (isDown) added[y] = 1
    else removed[x] = 1
  }
  return rangesOf(a, b, removed, added)
}

function rangesOf(
  a: readonly string[],
  b: readonly string[],
  removed: Uint8Array,
  added: Uint8Array,
): readonly DiffHunk[] {
  const hunks: DiffHunk[] = []
  let i = 0
  let j = 0
  let atA = 0
  let atB = 0
  while (i < a.length || j < b.length) {
    const fromA = atA
    const fromB = atB
    while (i < a.length && removed[i]) atA += (a[i++] as string).length
    while (j < b.length && added[j]) atB += (b[j++] as string).length
    if (atA > fromA || atB > fromB) hunks.push({ fromA, toA: atA, fromB, toB: atB })
    if (i < a.length && j < b.length) {
      atA += (a[i++] as string).length
      atB += (b[j++] as string).length
    }
  }
  return hunks
}

function diffGreedily(a: string, b: string): readonly DiffHunk[] {
  const hunks: DiffHunk[] = []
  let atA = 0
  let atB = 0
  while (atA < a.length || atB < b.length) {
    if (atA < a.length && a.charCodeAt(atA) === b.charCodeAt(atB)) {
      atA++
      atB++
      continue
    }
    if (isLowSurrogate(a, atA) || isLowSurrogate(b, atB)) {
      atA--
      atB--
    }
    const next = hunks.length + 1 < PLACE_LIMIT ? findAgreement(a, b, atA, atB) : undefined
    const toA = next?.atA ?? a.length
    const toB = next?.atB ?? b.length
    hunks.push({ fromA: atA, toA, fromB: atB, toB })
    atA = toA
    atB = toB
  }
  return hunks
}

/** The nearest later place of both texts from which AGREEMENT code units are the same. */
function findAgreement(
  a: string,
  b: string,
  atA: TextOffset,
  atB: TextOffset,
): { readonly atA: TextOffset; readonly atB: TextOffset } | undefined {
  for (let distance = 1; distance <= REACH; distance++) {
    for (let skipA = 0; skipA <= distance; skipA++) {
      const placeA = atA + skipA
      const placeB = atB + distance - skipA
      if (placeA > a.length || placeB > b.length) continue
      if (isLowSurrogate(a, placeA) || isLowSurrogate(b, placeB)) continue
      const piece = a.slice(placeA, placeA + AGREEMENT)
      if (piece.length === AGREEMENT && b.startsWith(piece, placeB)) {
        return { atA: placeA, atB: placeB }
      }
    }
  }
  return undefined
}

function isLowSurrogate(text: string, at: TextOffset): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
