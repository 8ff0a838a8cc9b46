// Where the values of fields stand in lines of JSON: an event for each of them, and one for each line. Every object
// on the way is read to its end, since of equal keys the last one counts.

import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, LF, OPEN_BRACE, QUOTE, findLineFeed, skipSpace } from './bytes'
import { isKey } from './fieldKeys'
import {
  CHILD, EACH, FIRST_INDEX, FIRST_KEY, FROM_END, INDEX, INDEX_LIMIT, KEY_COUNT, NEXT,
} from './fieldPlan'
import { countIn, hasEscape, passAny, passContainer, passString, passWord } from './fieldSkip'
import {
  FULL, ODD, beginRow, beginRows, forgetFields, noteField, noteUnknown, stop, writeRow,
} from './fieldRows'
import { ask } from './fieldTests'
import { CAPTURE_FROM, ENDS, FRAMES, HEADER, MAX_LINES, PLAN } from './memory'

/** As ../spanPlan.ts writes it: u32 the node of a line's value, u32 how many objects were read. */
const ROOT: usize = 0
const OBJECTS: usize = 4
/** Beside what nodes of queries have; u32 all: its number, and those below it, half-open. */
const FIELD: usize = 16
const BELOW_FROM: usize = 24
const BELOW_TO: usize = 28
/** u32: it is no value where it is an object with members. */
const IS_OPENED: usize = 32
/** u32: the key that is to be expected next, or 0. */
const EXPECTED: usize = 36
/** Of a key, u32: the object in which it was met last. */
const SEEN: usize = 32
const NO_FIELD: u32 = 0xffffffff

/** Of an event, u32 all: a field with what it is, and two addresses. As in ../fieldSpans.ts. */
const EVENT_SIZE: usize = 12
const FIELD_MASK: u32 = 0xffff
const ESCAPED: u32 = 0x10000
const LINE: u32 = 0x20000
/** The values of fields from this one to another that stand from an address on do not count. */
const FORGET: u32 = 0x40000
const EVENTS: usize = CAPTURE_FROM
const EVENTS_TO: usize = EVENTS + (FRAMES - EVENTS) / EVENT_SIZE * EVENT_SIZE
/** No line is begun beyond. */
const ENOUGH: usize = EVENTS + (FRAMES - EVENTS) / 2

let top: usize = 0
let objects: u32 = 0
/** What the line has is noted for its row, and is no event. */
let isForRows: bool = false

// @ts-ignore: decorator
@inline
function event(what: u32, first: u32, second: u32): void {
  if (isForRows) {
    if (what < LINE) noteField(what & FIELD_MASK, what & ESCAPED, first, second)
    else forgetFields(what & FIELD_MASK, first)
    return
  }
  if (top == EVENTS_TO) {
    ask(0, EVENTS, top)
    top = EVENTS
  }
  store<u32>(top, what)
  store<u32>(top, first, 4)
  store<u32>(top, second, 8)
  top += EVENT_SIZE
}

/** The key of `node` whose text is [from, to), which is most often the one after the last; 0 when it has no such. */
// @ts-ignore: decorator
@inline
function findKey(node: usize, from: usize, to: usize, isSpelled: bool): usize {
  const start = load<u64>(from)
  const first = <usize>load<u32>(node, FIRST_KEY)
  let key = <usize>load<u32>(node, EXPECTED)
  if (!key) key = first
  for (let n = load<u32>(node, KEY_COUNT); n; n--) {
    const next = <usize>load<u32>(key, NEXT)
    if (isKey(key, from, to, start, isSpelled)) {
      store<u32>(node, <u32>next, EXPECTED)
      return key
    }
    key = next ? next : first
  }
  return 0
}

/** The value at `p`, which is of the field of `node`; the address behind it, or 0 where the line is broken. */
function visit(p: usize, node: usize): usize {
  const c = load<u8>(p)
  const field = load<u32>(node, FIELD)
  let to: usize
  if ((c | 32) != OPEN_BRACE) {
    to = c == QUOTE ? passString(p + 1) : passWord(p)
    if (!to || to == p) return 0
    if (field != NO_FIELD) event(c == QUOTE && hasEscape ? field | ESCAPED : field, <u32>p, <u32>to)
    return to
  }
  let isValue = true
  if (c == OPEN_BRACE && load<u32>(node, FIRST_KEY)) {
    isValue = !load<u32>(node, IS_OPENED) || load<u8>(skipSpace(p + 1)) == CLOSE_BRACE
    to = visitObject(p, node)
  } else if (c != OPEN_BRACE && (load<u32>(node, EACH) || load<u32>(node, FIRST_INDEX))) to = visitArray(p, node)
  else {
    if (c == OPEN_BRACE && load<u32>(node, IS_OPENED) && load<u8>(skipSpace(p + 1)) != CLOSE_BRACE) noteUnknown()
    to = passContainer(p, 0)
  }
  if (to && isValue && field != NO_FIELD) event(field, <u32>p, <u32>to)
  return to
}

function visitObject(from: usize, node: usize): usize {
  const object = ++objects
  let p = skipSpace(from + 1)
  if (load<u8>(p) == CLOSE_BRACE) return p + 1
  while (true) {
    if (load<u8>(p) != QUOTE) return 0
    const keyFrom = p + 1
    p = passString(keyFrom)
    if (!p) return 0
    const key = findKey(node, keyFrom, p - 1, hasEscape)
    p = skipSpace(p)
    if (load<u8>(p) != COLON) return 0
    p = skipSpace(p + 1)
    if (key) {
      const child = <usize>load<u32>(key, CHILD)
      if (load<u32>(key, SEEN) == object) {
        event(FORGET | load<u32>(child, BELOW_FROM), load<u32>(child, BELOW_TO), <u32>from)
      }
      store<u32>(key, object, SEEN)
      p = visit(p, child)
    } else {
      if (load<u32>(node, IS_OPENED)) noteUnknown()
      p = passAny(p)
    }
    if (!p) return 0
    p = skipSpace(p)
    if (load<u8>(p) == CLOSE_BRACE) return p + 1
    if (load<u8>(p) != COMMA) return 0
    p = skipSpace(p + 1)
  }
}

function visitArray(p: usize, node: usize): usize {
  const each = <usize>load<u32>(node, EACH)
  const limit = load<u32>(node, INDEX_LIMIT)
  const count = limit == FROM_END ? countIn(p) : 0
  if (count < 0) return 0
  p = skipSpace(p + 1)
  if (load<u8>(p) == CLOSE_BRACKET) return p + 1
  let i: i32 = 0
  while (true) {
    if (!each && <u32>i >= limit) return passContainer(p, 1)
    // A value is visited by each step that leads to it, and passed by the last of them.
    let to: usize = 0
    for (let item = <usize>load<u32>(node, FIRST_INDEX); item; item = <usize>load<u32>(item, NEXT)) {
      const index = load<i32>(item, INDEX)
      if ((index < 0 ? count + index : index) != i) continue
      to = visit(p, <usize>load<u32>(item, CHILD))
      if (!to) return 0
    }
    if (each) to = visit(p, each)
    else if (!to) to = passAny(p)
    if (!to) return 0
    p = skipSpace(to)
    if (load<u8>(p) == CLOSE_BRACKET) return p + 1
    if (load<u8>(p) != COMMA) return 0
    p = skipSpace(p + 1)
    i++
  }
}

/**
 * Reads lines of [from, to), which are JSON; byte to - 1 is LF. The events lie from CAPTURE_FROM on, and their bytes
 * go into HEADER; where one line has more of them than there is room for, `ask` takes those before. Returns the
 * address after the last line that was read.
 */
export function readSpans(from: usize, to: usize): usize {
  const root = <usize>load<u32>(PLAN, ROOT)
  objects = load<u32>(PLAN, OBJECTS)
  top = EVENTS
  isForRows = false
  let line = from
  while (line < to && top < ENOUGH) {
    const p = skipSpace(line)
    const behind = load<u8>(p) == LF ? p : visit(p, root)
    const end = findLineFeed(behind ? behind : line)
    event(LINE, <u32>line, <u32>end)
    line = end + 1
  }
  store<u32>(PLAN, objects, OBJECTS)
  store<u32>(HEADER, <u32>(top - EVENTS))
  return line
}

/**
 * Writes the rows of lines of [from, to), which are JSON, into [out, outTo); byte to - 1 is LF. No field has several
 * values. HEADER has u32 how many rows there are and u32 why not all lines were read: 0, ODD where the next one has to be
 * written by whoever asks, FULL where there is no room for its row; ENDS where each row ends. Returns the address after
 * the last line that was written.
 */
export function writeSpans(from: usize, to: usize, out: usize, outTo: usize): usize {
  const root = <usize>load<u32>(PLAN, ROOT)
  objects = load<u32>(PLAN, OBJECTS)
  isForRows = true
  const start = out
  let why: u32 = 0
  let rows: i32 = 0
  beginRows(outTo)
  while (from < to) {
    if (rows == MAX_LINES) {
      why = FULL
      break
    }
    beginRow()
    const p = skipSpace(from)
    const behind = load<u8>(p) == LF ? p : visit(p, root)
    const end = writeRow(out)
    if (!end) {
      why = stop == FULL && out > start ? FULL : ODD
      break
    }
    out = end
    store<u32>(ENDS + (<usize>rows << 2), <u32>out)
    rows++
    from = findLineFeed(behind ? behind : from) + 1
  }
  store<u32>(PLAN, objects, OBJECTS)
  store<u32>(HEADER, <u32>rows)
  store<u32>(HEADER, why, 4)
  return from
}
