// The JSON Schema of structured output: walked by its keywords, which the plan lists, for the marks of what
// can be wrong with it (base/jsonSchema/schemaFaults.ts tells the same of the value). Of a schema these
// marks count for the shape, so that lines with other schemas that are as good are recognised. What is odd
// (a keyword's value of a wrong type, a key twice, a reference that is not plain, sizes near a limit) is not
// decided here: then the bytes count.

import {
  CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit, skipSpace,
} from './bytes'
import { facts, noteFact, resetFacts } from './facts'
import { AFTER_MEMBER, AT_DEPTH, IN_COLON, IN_KEY, failInside, setFailedDepth } from './failure'
import { skipScalar, skipValue } from './grammar'
import { finish, mix, mixBytes } from './hash'
import { addKey, closeKeys, hashOfKey, openKeys } from './keys'
import {
  ARRAY as IN_ARRAY, LEVELS, MAX_DEPTH, OBJECT as IN_OBJECT, SCHEMA_FRAMES, SCHEMA_FRAME_SIZE,
} from './memory'
import { CHILD, KEY_ID, KEY_MARKS, NEXT_KEY, findKey, isKeyAt, keyLengthOf, seed } from './plan'
import { noteNonAscii, resetEscape, resetNonAscii, sawEscape, sawNonAscii, skipString } from './scalars'
import {
  ADDITIONAL, DEEP, DEFINITIONS, DOUBTFUL, FIXED, FORMAT, FORMAT_MARK, HAS_ANY, HAS_ANY_OF, HAS_ITEMS, HAS_NOTE,
  HAS_PROPERTIES, HAS_REFERENCE, HAS_SIBLING, HAS_TOP, HAS_TYPE, HAS_UNION, HAS_VALUES, IS_ARRAY, IS_CLOSED,
  IS_LEGACY, IS_OBJECT, IS_ONLY_OBJECT, IS_PLAIN, IS_ROOT, ITEMS, LIST, MANY_CHARACTERS, MANY_VALUES,
  MAX_CHARACTERS, MAX_NEST, MAX_PROPERTIES, MAX_VALUES, NAME, NAMES, NUMBER, OPAQUE, OPEN, PATTERN, PATTERN_MARK,
  PLAIN_ITEMS, PROPERTIES, REFERENCE, REFERENCE_MARK, ROOT_ANY_OF, ROOT_BARE, ROOT_EMPTY, ROOT_TYPE, ROOT_UNION,
  SCHEMA, SIBLING, TYPE, TYPE_NAME, UNTYPED, VALUE, VALUES,
} from './schemaBits'
import { addLink, addTarget, beginLinks, isAnyDangling } from './schemaLinks'
import { FIRST_KEYWORD, recallSchema, recalledSchema, rememberSchema } from './schemaMemo'
import { UNSURE as NOT_COMPARED, beginNames, compareNames, dropTo, isFull, push, top } from './schemaNames'
import { CERTAIN, UNSURE, isFormat, lookaroundIn, typeOf } from './schemaTexts'

/** Frame of a level: what it was opened as, what is known of the schema, where its names lie. */
const ROLE: usize = 0
const FLAGS: usize = 4
const START: usize = 8
const KEYS_FROM: usize = 12
const KEYS_TO: usize = 16
const NAMES_FROM: usize = 20
const NAMES_TO: usize = 24
const NEST: usize = 28
const COUNT: usize = 32
const CHARACTERS: usize = 36
/** Where the guess for the next keyword is kept. */
const GUESS: usize = 40

/** With the id of a keyword, stands for the hash of it as a key. */
const KNOWN_KEY: u64 = 0xa0761d6478bd642f

const SCHEMA_TAG: u64 = (<u64>14) << 56
const ODD_TAG: u64 = (<u64>15) << 56

/** Hash of the schema that `walkSchema` has passed. */
export let schemaHash: u64 = 0

let table: usize = 0
let marks: u64 = 0
let isOdd: bool = false
let propertyCount: u32 = 0
let valueCount: u32 = 0
let characters: usize = 0

// @ts-ignore: decorator
@inline
function frameOf(depth: i32): usize {
  return SCHEMA_FRAMES + <usize>depth * SCHEMA_FRAME_SIZE
}

/** The object at `p`, inside `depth` containers, by the keywords of `node`. The address after it, or 0. */
export function walkSchema(p: usize, node: usize, depth: i32): usize {
  const length = recallSchema(p, depth)
  if (length) {
    schemaHash = recalledSchema
    return p + length
  }
  const before = facts
  const hadNonAscii = sawNonAscii
  resetFacts()
  resetNonAscii()
  table = node
  marks = 0
  isOdd = false
  propertyCount = 0
  valueCount = 0
  beginNames()
  beginLinks()
  characters = 0
  const to = walkLevels(p, depth)
  if (to) {
    if (isAnyDangling()) marks |= REFERENCE_MARK
    if (facts || isFull || isTooLarge()) isOdd = true
    schemaHash = finish(isOdd ? mixBytes(mix(seed(), ODD_TAG), p, to) : mix(mix(seed(), SCHEMA_TAG), marks))
    if (!facts) rememberSchema(p, to, schemaHash, sawNonAscii, depth)
  }
  if (hadNonAscii) noteNonAscii()
  noteFact(before)
  return to
}

function isTooLarge(): bool {
  return characters > MAX_CHARACTERS || propertyCount > MAX_PROPERTIES || valueCount > MAX_VALUES
}

function walkLevels(p: usize, outer: i32): usize {
  let depth = outer
  let role = SCHEMA
  let flags: i32 = 0
  while (true) {
    p = skipSpace(p)
    const c = load<u8>(p)
    const isObject = c == OPEN_BRACE && role >= SCHEMA && role <= DEFINITIONS
    if (isObject || (c == OPEN_BRACKET && role >= LIST && role <= VALUES)) {
      if (depth == MAX_DEPTH) return failInside(p, AT_DEPTH, depth)
      store<u8>(LEVELS + <usize>++depth, isObject ? IN_OBJECT : IN_ARRAY)
      open(depth, role, flags, depth == outer + 1)
      p = skipSpace(p + 1)
      if (load<u8>(p) != (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) {
        if (isObject) {
          openKeys(depth)
          p = walkKey(p, depth)
          if (!p) return 0
          role = nextRole
          flags = nextFlags
        } else role = elementRole(role)
        continue
      }
      if (role == LIST || role == VALUES) isOdd = true
      close(depth)
      p++
      depth--
    } else {
      p = walkScalar(p, c, role, depth)
      if (!p) return 0
    }
    while (true) {
      if (depth == outer) return p
      p = skipSpace(p)
      const c = load<u8>(p)
      const isInObject = load<u8>(LEVELS + <usize>depth) == IN_OBJECT
      if (c == COMMA) {
        p++
        if (isInObject) {
          p = walkKey(p, depth)
          if (!p) return 0
          role = nextRole
          flags = nextFlags
        } else role = elementRole(load<u32>(frameOf(depth) + ROLE))
        break
      }
      if (c != (isInObject ? CLOSE_BRACE : CLOSE_BRACKET)) return failInside(p, AFTER_MEMBER, depth)
      if (isInObject) closeKeys(depth)
      close(depth)
      p++
      depth--
    }
  }
}

// @ts-ignore: decorator
@inline
function elementRole(list: u32): u32 {
  if (list == NAMES) return NAME
  if (list == TYPE) return TYPE_NAME
  return list == VALUES ? VALUE : SCHEMA
}

/** What `walkKey` found: the role of the value, and what its keyword says. */
let nextRole: u32 = 0
let nextFlags: i32 = 0

/** Key and colon at `p`, or at the whitespace before, in the object of level `depth`. */
function walkKey(p: usize, depth: i32): usize {
  p = skipSpace(p)
  if (load<u8>(p) != QUOTE) return failInside(p, IN_KEY, depth)
  const frame = frameOf(depth)
  p = load<u32>(frame + ROLE) == SCHEMA ? walkKeyword(p + 1, depth, frame) : walkName(p + 1, depth, frame)
  if (!p) return setFailedDepth(depth)
  p = skipSpace(p)
  if (load<u8>(p) != COLON) return failInside(p, IN_COLON, depth)
  return p + 1
}

/** The keyword after the quote before `from`. Returns the address after its own closing quote, or 0. */
// @ts-ignore: decorator
@inline
function walkKeyword(from: usize, depth: i32, frame: usize): usize {
  const guess = <usize>load<u32>(frame + GUESS)
  let key = <usize>load<u32>(guess)
  let p: usize = 0
  if (key && isKeyAt(from, key)) p = from + keyLengthOf(key) + 1
  else {
    resetEscape()
    p = skipString(from)
    if (!p) return 0
    key = findKey(table, from, p - 1, sawEscape)
    if (key) store<u32>(guess, <u32>key)
    else addKey(depth, hashOfKey(from, p - 1, sawEscape))
  }
  if (key) {
    const word = load<u32>(key + CHILD)
    nextRole = word & 255
    nextFlags = <i32>(word >>> 8)
    marks |= <u64>load<u32>(key + KEY_MARKS)
    addKey(depth, KNOWN_KEY ^ <u64>load<u32>(key + KEY_ID))
    store<u32>(frame + GUESS, <u32>(key + NEXT_KEY))
  } else {
    nextRole = OPAQUE
    nextFlags = HAS_SIBLING
  }
  store<i32>(frame + FLAGS, load<i32>(frame + FLAGS) | nextFlags | HAS_ANY)
  return p
}

/** The same for the name of a property or a definition. */
function walkName(from: usize, depth: i32, frame: usize): usize {
  resetEscape()
  const p = skipString(from)
  if (!p) return 0
  const hash = hashOfKey(from, p - 1, sawEscape)
  addKey(depth, hash)
  nextRole = SCHEMA
  nextFlags = 0
  characters += p - 1 - from
  if (load<u32>(frame + ROLE) == PROPERTIES) {
    propertyCount++
    push(hash)
  } else if (load<u32>(frame + COUNT)) {
    const isLegacy = (load<i32>(frame + FLAGS) & IS_LEGACY) != 0
    if (!addTarget(hash, isLegacy)) isOdd = true
  }
  return p
}

/** `flags`: of the keyword that it is the value of. */
function open(depth: i32, role: u32, flags: i32, isRoot: bool): void {
  const frame = frameOf(depth)
  store<u32>(frame + ROLE, role)
  store<u32>(frame + COUNT, 0)
  if (isRoot) return openSchema(frame, IS_ROOT | IS_PLAIN, 0)
  const holder = frameOf(depth - 1)
  const plain = load<i32>(holder + FLAGS) & IS_PLAIN
  const nest = load<u32>(holder + NEST)
  if (role == SCHEMA) openSchema(frame, plain, nest)
  else if (role == PROPERTIES) {
    store<i32>(frame + FLAGS, plain)
    store<u32>(frame + NEST, nest + 1)
    if (nest + 1 > MAX_NEST) marks |= DEEP
    store<u32>(holder + KEYS_FROM, <u32>top)
  } else if (role == DEFINITIONS) {
    store<i32>(frame + FLAGS, flags & IS_LEGACY)
    store<u32>(frame + NEST, nest)
    store<u32>(frame + COUNT, load<i32>(holder + FLAGS) & IS_ROOT ? 1 : 0)
  } else if (role == LIST) {
    store<i32>(frame + FLAGS, flags & HAS_ANY_OF ? plain : 0)
    store<u32>(frame + NEST, nest)
  } else if (role == NAMES) store<u32>(holder + NAMES_FROM, <u32>top)
  else store<u32>(frame + CHARACTERS, 0)
}

function openSchema(frame: usize, flags: i32, nest: u32): void {
  store<i32>(frame + FLAGS, flags)
  store<u32>(frame + NEST, nest)
  store<u32>(frame + GUESS, <u32>FIRST_KEYWORD)
  const at = <u32>top
  store<u32>(frame + START, at)
  store<u32>(frame + KEYS_FROM, at)
  store<u32>(frame + KEYS_TO, at)
  store<u32>(frame + NAMES_FROM, at)
  store<u32>(frame + NAMES_TO, at)
}

function close(depth: i32): void {
  const frame = frameOf(depth)
  const role = load<u32>(frame + ROLE)
  if (role == SCHEMA) {
    judge(frame)
    dropTo(<usize>load<u32>(frame + START))
    return
  }
  const holder = frameOf(depth - 1)
  const count = load<u32>(frame + COUNT)
  if (role == PROPERTIES) store<u32>(holder + KEYS_TO, <u32>top)
  else if (role == NAMES) store<u32>(holder + NAMES_TO, <u32>top)
  else if (role == TYPE) {
    const flags = load<i32>(holder + FLAGS)
    if (!count) isOdd = true
    else if (count == 1 && flags & IS_OBJECT) store<i32>(holder + FLAGS, flags | IS_ONLY_OBJECT)
  } else if (role == VALUES) {
    if (count > MANY_VALUES && <usize>load<u32>(frame + CHARACTERS) > MANY_CHARACTERS) isOdd = true
  }
}

/** A value that is not walked into. */
function walkScalar(p: usize, c: u8, role: u32, depth: i32): usize {
  const from = p
  resetEscape()
  p = c == OPEN_BRACE || c == OPEN_BRACKET ? skipValue(p, depth) : skipScalar(p, c, depth)
  if (!p || role == OPAQUE) return p
  const frame = frameOf(depth)
  const isText = c == QUOTE
  if (role == SCHEMA) {
    if (c == 116 || c == 102) marks |= UNTYPED
    else isOdd = true
  } else if (role == ADDITIONAL) {
    if (c == 102) store<i32>(frame + FLAGS, load<i32>(frame + FLAGS) | IS_CLOSED)
    else if (c != 116 && c != OPEN_BRACE) isOdd = true
  } else if (role == NUMBER) {
    if (c != MINUS && !isDigit(c)) isOdd = true
  } else if (role == FIXED) {
    if (isText) characters += p - from
  } else if (role == VALUE) {
    valueCount++
    store<u32>(frame + COUNT, load<u32>(frame + COUNT) + 1)
    if (isText) {
      characters += p - from
      store<u32>(frame + CHARACTERS, load<u32>(frame + CHARACTERS) + <u32>(p - from))
    }
  } else if (!isText) isOdd = true
  else if (role == NAME) push(hashOfKey(from + 1, p - 1, sawEscape))
  else if (sawEscape && role != PATTERN) isOdd = true
  else walkText(from + 1, p - 1, role, depth)
  return p
}

/** The text [from, to) of a keyword, or of a name in `type`. */
function walkText(from: usize, to: usize, role: u32, depth: i32): void {
  const frame = frameOf(depth)
  if (role == TYPE || role == TYPE_NAME) {
    const holder = role == TYPE ? frame : frameOf(depth - 1)
    const type = typeOf(from, to)
    if (type < 0) isOdd = true
    else {
      const isOnly = role == TYPE && type == IS_OBJECT
      store<i32>(holder + FLAGS, load<i32>(holder + FLAGS) | type | (isOnly ? IS_ONLY_OBJECT : 0))
      if (role == TYPE_NAME) store<u32>(frame + COUNT, load<u32>(frame + COUNT) + 1)
    }
  } else if (role == FORMAT) {
    if (!isFormat(table, from - 1, to + 1)) marks |= FORMAT_MARK
  } else if (role == PATTERN) {
    const found = lookaroundIn(from, to)
    if (found == CERTAIN) marks |= PATTERN_MARK
    else if (found == UNSURE) isOdd = true
  } else if (role != REFERENCE || !addLink(from, to)) isOdd = true
}

/** A schema is complete. */
function judge(frame: usize): void {
  const flags = load<i32>(frame + FLAGS)
  if (flags & (IS_OBJECT | HAS_PROPERTIES)) {
    if (!(flags & IS_CLOSED)) marks |= OPEN
    const found = compareNames(
      <usize>load<u32>(frame + KEYS_FROM), <usize>load<u32>(frame + KEYS_TO),
      <usize>load<u32>(frame + NAMES_FROM), <usize>load<u32>(frame + NAMES_TO),
    )
    if (found == NOT_COMPARED) isOdd = true
    else marks |= found
  }
  if ((flags & (IS_ARRAY | HAS_ITEMS)) == IS_ARRAY) marks |= flags & IS_PLAIN ? ITEMS | PLAIN_ITEMS : ITEMS
  if (flags & IS_ROOT) return judgeRoot(flags)
  if (flags & HAS_REFERENCE) {
    if (flags & HAS_SIBLING) marks |= SIBLING
    else if (flags & HAS_NOTE) marks |= DOUBTFUL
  }
  if (flags & (HAS_TYPE | HAS_REFERENCE | HAS_ANY_OF | HAS_UNION)) return
  marks |= flags & (HAS_VALUES | HAS_PROPERTIES | HAS_ITEMS) ? DOUBTFUL : UNTYPED
}

function judgeRoot(flags: i32): void {
  if (!(flags & HAS_ANY)) marks |= ROOT_EMPTY
  else if (flags & HAS_REFERENCE) marks |= DOUBTFUL
  else if (!(flags & IS_ONLY_OBJECT)) marks |= ROOT_TYPE
  if (flags & HAS_ANY_OF) marks |= ROOT_ANY_OF
  if (flags & HAS_TOP) marks |= ROOT_UNION
  if ((flags & (IS_OBJECT | HAS_PROPERTIES | HAS_REFERENCE)) == IS_OBJECT) marks |= ROOT_BARE
}
