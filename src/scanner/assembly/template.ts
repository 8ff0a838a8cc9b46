// Lines that a program writes are alike but for a few values. A template is what was seen when a line
// was walked by the plan: stretches of bytes, and between them the values of which only a class
// counts. A line that has the same stretches, and values of the same classes between them, would be
// walked in the same way: it has the template's shape, and comparing is several times quicker than
// walking. A line that differs anywhere is walked.

import { COLON, MINUS, QUOTE, hasNonAscii, isDigit, skipSpace } from './bytes'
import { capture } from './capture'
import { numberClass, textClass } from './classes'
import { skipScalar, skipValue } from './grammar'
import { firstLike, hashOfId, isIdAt, linksAreClear } from './links'
import { TEMPLATES, TEMPLATE_BYTES, TEMPLATE_PARTS, TEMPLATE_SIZE, TEMPLATE_SLOTS } from './memory'
import { STRING_BYTES, STRING_TEXT, isSame, rulesOf } from './plan'
import { noteNonAscii, resetEscape, skipNumber, skipString } from './scalars'
import { schemaHash, walkSchema } from './schema'

/** What stands after a stretch of bytes. */
export const ANY_STRING: u32 = 0
export const TEXT: u32 = 1
export const ANY_NUMBER: u32 = 2
export const NUMBER: u32 = 3
/** Anything; or, with its first byte as class, any object or any array. */
export const VALUE: u32 = 4
/** The line feed was the last byte of the stretch. */
const LINE_END: u32 = 5
/** A JSON Schema, with its hash as class. */
export const SCHEMA: u32 = 6
/** An id: it is the same as those before it, or none of them, as in the line that was walked. */
const LINKED_TEXT: u32 = 7

/** State, before the slots. */
const LAST: usize = TEMPLATES
const NEXT_SLOT: usize = TEMPLATES + 4
const BUDGET: usize = TEMPLATES + 8
const WALKED: usize = TEMPLATES + 12
/** Lines since a template has fitted. */
const MISSES: usize = TEMPLATES + 48
/** u32 per slot: which slot fitted the line after one that this slot fitted. */
const SUCCESSORS: usize = TEMPLATES + 16
const SLOTS: usize = TEMPLATES + 64

/** Slot: a header, then the parts, then the bytes. */
const PART_COUNT: usize = 0
const HAS_NON_ASCII: usize = 4
const SHAPE: usize = 8
const PARTS: usize = 16
const PART_SIZE: usize = 32
const BYTES: usize = PARTS + <usize>TEMPLATE_PARTS * PART_SIZE

/** Part: a stretch of bytes and the value after it. */
const LENGTH: usize = 0
const KIND: usize = 4
const NODE: usize = 8
/** Place of the capture plus 1, or 0. */
const CAPTURE: usize = 12
const CLASS: usize = 16
const DEPTH: usize = 24
/** Of an id: which it is, and in the upper half the first that is the same. */
const LINK_PLACE: usize = 28

/**
 * What it costs to write a template down, in lines that a template has fitted: where templates do not
 * help, few are written.
 */
const COST: u32 = 8
const START_BUDGET: u32 = 64
const MAX_BUDGET: u32 = 128
/** Below this, containers that the plan does not look into are taken whole. */
const LOW_BUDGET: u32 = 40
/** After as many lines that were walked one more attempt is earned. */
const PATIENCE: u32 = 512

/** From then on only every 16th line is compared. */
const MANY_MISSES: u32 = 64

/** Values noted one by one inside a container that the plan does not look into, and its bytes. */
const MAX_INNER_VALUES: u32 = 32
const MAX_INNER_BYTES: usize = 2048

/** A line is walked and written down as a template. */
export let isRecording: bool = false
let slot: usize = 0
let partCount: u32 = 0
let bytesUsed: usize = 0
/** The end of the last value noted. */
let noted: usize = 0
let isCoarse: bool = false
/** Ids noted. */
let idCount: u32 = 0
/** Captures noted, one bit each. */
let captured: u32 = 0

/** The shape of the line that `replay` has fitted. */
export let replayedShape: u64 = 0

export function forgetTemplates(): void {
  memory.fill(TEMPLATES, 0, SLOTS - TEMPLATES)
  store<u32>(BUDGET, START_BUDGET)
  for (let i: u32 = 0; i < TEMPLATE_SLOTS; i++) store<u32>(slotAt(i) + PART_COUNT, 0)
}

// @ts-ignore: decorator
@inline
function slotAt(i: u32): usize {
  return SLOTS + <usize>i * <usize>TEMPLATE_SIZE
}

/** The line's LF when a template fits the line that begins at `text`, otherwise 0. */
// @ts-ignore: decorator
@inline
export function replay(text: usize): usize {
  const misses = load<u32>(MISSES)
  store<u32>(MISSES, misses + 1)
  if (misses > MANY_MISSES && misses & 15) return 0
  const last = load<u32>(LAST)
  const likely = load<u32>(SUCCESSORS + (<usize>last << 2))
  let p = fit(slotAt(likely), text)
  if (p) return replayed(last, likely, p)
  if (likely == last) return 0
  p = fit(slotAt(last), text)
  return p ? replayed(last, last, p) : 0
}

// @ts-ignore: decorator
@inline
function replayed(last: u32, i: u32, p: usize): usize {
  store<u32>(SUCCESSORS + (<usize>last << 2), i)
  store<u32>(LAST, i)
  store<u32>(MISSES, 0)
  const budget = load<u32>(BUDGET)
  if (budget < MAX_BUDGET) store<u32>(BUDGET, budget + 1)
  return p
}

function fit(template: usize, p: usize): usize {
  const count = load<u32>(template + PART_COUNT)
  let part = template + PARTS
  let bytes = template + BYTES
  for (let i: u32 = 0; i < count; i++) {
    const length = <usize>load<u32>(part + LENGTH)
    if (!isSame(p, bytes, length)) return 0
    p += length
    bytes += length
    const kind = load<u32>(part + KIND)
    const node = <usize>load<u32>(part + NODE)
    const from = p
    if (kind <= TEXT) {
      const place = load<u32>(part + CAPTURE)
      if (place) resetEscape()
      p = skipString(p)
      if (!p) return 0
      if (kind == TEXT && textClass(node, from, p - 1) != load<u64>(part + CLASS)) return 0
      if (place) capture(place - 1, from - 1, p, 0, 0)
    } else if (kind <= NUMBER) {
      p = skipNumber(p)
      if (!p) return 0
      if (kind == NUMBER && numberClass(node, from, p) != load<u64>(part + CLASS)) return 0
      const place = load<u32>(part + CAPTURE)
      if (place) capture(place - 1, from, p, 0, 0)
    } else if (kind == VALUE) {
      const c = load<u8>(p)
      const wanted = load<u64>(part + CLASS)
      if (wanted && wanted != <u64>c) return 0
      const depth = load<i32>(part + DEPTH)
      p = c == 0x7b || c == 0x5b ? skipValue(p, depth) : skipScalar(p, c, depth)
      if (!p) return 0
    } else if (kind == SCHEMA) {
      if (load<u8>(p) != 0x7b) return 0
      p = walkSchema(p, node, load<i32>(part + DEPTH))
      if (!p || schemaHash != load<u64>(part + CLASS)) return 0
    } else if (kind == LINKED_TEXT) {
      p = skipString(p)
      if (!p || classOfId(node, from, p - 1) != load<u64>(part + CLASS)) return 0
      const hash = hashOfId(from, p - 1)
      const place = load<u32>(part + LINK_PLACE)
      if (!hash || firstLike(hash, place & 0xffff) != place >>> 16) return 0
    } else {
      if (load<u32>(template + HAS_NON_ASCII)) noteNonAscii()
      replayedShape = load<u64>(template + SHAPE)
      return p - 1
    }
    part += PART_SIZE
  }
  return 0
}

/** The line that begins at `text` is about to be walked. */
export function beginRecording(text: usize): void {
  isRecording = false
  const walked = load<u32>(WALKED) + 1
  store<u32>(WALKED, walked)
  let budget = load<u32>(BUDGET)
  if (walked % PATIENCE == 0) budget += COST
  isCoarse = budget < LOW_BUDGET
  if (budget >= COST) {
    isRecording = true
    budget -= COST
    slot = slotAt(load<u32>(NEXT_SLOT))
    store<u32>(slot + PART_COUNT, 0)
    partCount = 0
    bytesUsed = 0
    noted = text
    captured = 0
    idCount = 0
  }
  store<u32>(BUDGET, budget)
}

/** The line has something that a template cannot say. */
export function stopRecording(): void {
  isRecording = false
}

/** Captures of `mask` are cleared: one that was noted would have to be cleared again. */
// @ts-ignore: decorator
@inline
export function noteCleared(mask: u32): void {
  if (captured & mask) isRecording = false
}

/** The value [from, to) at `node`; of a number or a text only its class counts, by `kind`. */
export function note(
  kind: u32, from: usize, to: usize, node: usize, found: u64, place: u32, depth: i32,
): void {
  const isString = kind <= TEXT || kind == LINKED_TEXT
  if (place && kind > NUMBER) return stopRecording()
  if (!addPart(isString ? from + 1 : from, kind)) return
  const part = slot + PARTS + <usize>(partCount - 1) * PART_SIZE
  store<u32>(part + NODE, <u32>node)
  store<u32>(part + CAPTURE, place)
  store<u64>(part + CLASS, found)
  store<i32>(part + DEPTH, depth)
  if (place) captured |= 1 << (place - 1)
  noted = to
}

/** What counts of an id beside what it is to others. */
function classOfId(node: usize, from: usize, to: usize): u64 {
  return rulesOf(node) & STRING_TEXT ? textClass(node, from, to) : 0
}

/** The string [from, to) at `node` takes part in the links of the line. */
export function noteLink(from: usize, to: usize, node: usize, place: u32): void {
  if (place || !linksAreClear()) return stopRecording()
  // What says what an element is stands in a stretch of bytes.
  if (!isIdAt(node)) return
  const hash = hashOfId(from + 1, to - 1)
  if (rulesOf(node) & STRING_BYTES || !hash) return stopRecording()
  note(LINKED_TEXT, from, to, node, classOfId(node, from + 1, to - 1), 0, 0)
  if (!isRecording) return
  const part = slot + PARTS + <usize>(partCount - 1) * PART_SIZE
  store<u32>(part + LINK_PLACE, (firstLike(hash, idCount) << 16) | idCount)
  idCount++
}

function addPart(to: usize, kind: u32): bool {
  const length = to - noted
  if (partCount == TEMPLATE_PARTS || bytesUsed + length > <usize>TEMPLATE_BYTES) {
    isRecording = false
    return false
  }
  const part = slot + PARTS + <usize>partCount * PART_SIZE
  memory.copy(slot + BYTES + bytesUsed, noted, length)
  store<u32>(part + LENGTH, <u32>length)
  store<u32>(part + KIND, kind)
  bytesUsed += length
  partCount++
  return true
}

/**
 * The value [from, to) does not count, or only its type does (`typed`). Scalars inside it are noted
 * one by one, so that they need not be parsed but for their end.
 */
export function noteIgnored(from: usize, to: usize, depth: i32, typed: bool): void {
  const c = load<u8>(from)
  if (c == QUOTE) return note(ANY_STRING, from, to, 0, 0, 0, depth)
  if (c == MINUS || isDigit(c)) return note(ANY_NUMBER, from, to, 0, 0, 0, depth)
  if (c != 0x7b && c != 0x5b) return
  const partsBefore = partCount
  const bytesBefore = bytesUsed
  const notedBefore = noted
  if (!isCoarse && to - from <= MAX_INNER_BYTES && noteInner(from, to, depth)) return
  isRecording = true
  partCount = partsBefore
  bytesUsed = bytesBefore
  noted = notedBefore
  note(VALUE, from, to, 0, typed ? <u64>c : 0, 0, depth)
}

/** False when there are too many values, or no room. */
function noteInner(p: usize, to: usize, depth: i32): bool {
  let count: u32 = 0
  while (p < to) {
    const c = load<u8>(p)
    const from = p
    if (c == QUOTE) {
      p = skipString(p + 1)
      if (load<u8>(skipSpace(p)) == COLON) continue
      note(ANY_STRING, from, p, 0, 0, 0, depth)
    } else if (c == MINUS || isDigit(c)) {
      p = skipNumber(p)
      note(ANY_NUMBER, from, p, 0, 0, 0, depth)
    } else {
      p++
      continue
    }
    if (++count > MAX_INNER_VALUES || !isRecording) return false
  }
  return true
}

/** The walked line has this shape; `lf` is its LF. */
export function endRecording(lf: usize, shape: u64): void {
  if (!addPart(lf + 1, LINE_END)) return
  isRecording = false
  const bytes = slot + BYTES
  store<u32>(slot + HAS_NON_ASCII, hasNonAscii(bytes, bytes + bytesUsed) ? 1 : 0)
  store<u64>(slot + SHAPE, shape)
  store<u32>(slot + PART_COUNT, partCount)
  const i = load<u32>(NEXT_SLOT)
  store<u32>(SUCCESSORS + (<usize>load<u32>(LAST) << 2), i)
  store<u32>(SUCCESSORS + (<usize>i << 2), i)
  store<u32>(LAST, i)
  store<u32>(NEXT_SLOT, (i + 1) % TEMPLATE_SLOTS)
}
