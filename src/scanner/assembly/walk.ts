// One JSON value, checked by the same grammar as in grammar.ts, while a plan says what of it counts
// for the shape hash. What the plan skips is left to grammar.ts.
//
// Every value takes in words that begin with a tag, and what belongs to one value ends before the
// next begins, so different structures give different sequences of words. An array that folds is
// hashed apart: each element from the seed, then the set of distinct element hashes, the length class
// and where it counts the first and the last go into the hash of what is around it. So are the values
// of an object's unknown keys where their names do not count.

import {
  CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit, skipSpace,
} from './bytes'
import { capture, clearCaptures } from './capture'
import { beginComponent, clearComponents, endComponent, noteUnknownKey, recallComponent } from './components'
import { BY_BYTES, numberClass, textClass } from './classes'
import { OF_NUMBERS, facts } from './facts'
import { AFTER_MEMBER, AT_DEPTH, IN_COLON, IN_KEY, IN_VALUE, failInside, setFailedDepth } from './failure'
import { skipScalar, skipValue } from './grammar'
import {
  ARRAY_END, COUNT, DISTINCT_COUNT, FROM, GUESS, HAS_PADDED, HAS_UNKNOWN, IN_MEMBER, IN_UNKNOWN, NODE, OUTER_HASH,
  SEQUENCE, SET, TAG, UNKNOWN, beginUnknown, closeArray, closeUnknown, endUnknown, foldElement, foldRun, frameOf,
  lengthClass, openUnknown,
} from './folds'
import { addLink, addList, closeLinks, isSearchedAt, linkLevel } from './links'
import { finish, mix, mixBytes } from './hash'
import { addKey, closeKeys, hashOfKey, lookAtEnds, openKeys } from './keys'
import { recallMember } from './members'
import { recall, recalledHash, remember } from './memo'
import { beginNames } from './names'
import { ARRAY, LEVELS, MAX_DEPTH, OBJECT } from './memory'
import {
  ARRAY_BYTES, ARRAY_FOLD, ARRAY_ORDERED, CAPTURE_SHIFT, CHILD, ELEMENT, FIRST_KEY, KEY_COMPONENT, KEY_ID,
  LINKED, NEXT_KEY, NUMBER_BYTES, NUMBER_CLASS, OBJECT_BYTES, OBJECT_KEYS, OBJECT_SCHEMA,
  SKIP, STRING_BYTES, STRING_OTHERS, STRING_TEXT, STRING_VALUES, UNKNOWN_NAMES, UNKNOWN_NODE, UNKNOWN_PRESENT,
  UNKNOWN_VALUES, captureMaskOf, findKey, follow, hasNonAsciiKey, isKeyAt, isPlainNumber, isValueOf,
  keyLengthOf, rulesOf, seed,
} from './plan'
import {
  isAfterNumber, noteNonAscii, numbersPassed, resetEscape, sawEscape, skipLiteral, skipNumber,
  skipNumbers, skipString,
} from './scalars'
import { schemaHash, walkSchema } from './schema'
import {
  ANY_NUMBER, ANY_STRING, NUMBER, SCHEMA, TEXT, isRecording, note, noteCleared, noteIgnored, noteLink,
  stopRecording,
} from './template'

/** The last walked value's hash; 0 never. */
export let shape: u64 = 0

const OBJECT_TAG: u64 = (<u64>1) << TAG
const OBJECT_END: u64 = (<u64>2) << TAG
const ARRAY_TAG: u64 = (<u64>3) << TAG
const STRING_TAG: u64 = (<u64>5) << TAG
const NUMBER_TAG: u64 = (<u64>6) << TAG
const LITERAL_TAG: u64 = (<u64>7) << TAG
const KEY_TAG: u64 = (<u64>8) << TAG
const NAME_TAG: u64 = (<u64>9) << TAG
const BYTES_TAG: u64 = (<u64>10) << TAG

/** Stand for the hash of a string that is one of its node's values, and of one that is none. */
const KNOWN_VALUE: u64 = (<u64>12) << TAG
const OTHER_VALUE: u64 = (<u64>13) << TAG

/** With the id of a known key, stands for the hash of the key. */
const KNOWN_KEY: u64 = 0xa0761d6478bd642f

/** What `walkKey` found: the node for the value, and the hash with the key taken in. */
let keyNode: usize = 0
let keyHash: u64 = 0
/** The value was passed, too, and is taken in. */
let isPassed: bool = false

/**
 * Key and colon at `p`, or at the whitespace before, in the object of `frame`. `mayPass`: the value is passed, too,
 * when it is what it was last (`isPassed`).
 */
// @ts-ignore: decorator
@inline
function walkKey(p: usize, depth: i32, frame: usize, h: u64, mayPass: bool): usize {
  p = skipSpace(p)
  if (load<u8>(p) != QUOTE) return failInside(p, IN_KEY, depth)
  const guess = <usize>load<u32>(frame + GUESS)
  let key = <usize>load<u32>(guess)
  if (key && isKeyAt(p + 1, key)) {
    if (hasNonAsciiKey(key)) noteNonAscii()
    p += keyLengthOf(key) + 2
  } else {
    const from = p + 1
    resetEscape()
    p = skipString(from)
    if (!p) return setFailedDepth(depth)
    const isPadded = lookAtEnds(from, p - 1, sawEscape)
    const node = <usize>load<u32>(frame + NODE)
    key = findKey(node, from, p - 1, sawEscape)
    if (key) store<u32>(guess, <u32>key)
    else {
      addKey(depth, hashOfKey(from, p - 1, sawEscape))
      keyNode = follow(node + UNKNOWN_NODE)
      keyHash = h
      const rules = rulesOf(node)
      if (rules & UNKNOWN_NAMES) keyHash = mixBytes(mix(h, NAME_TAG), from, p - 1)
      else if (rules & UNKNOWN_PRESENT) {
        store<u32>(frame + UNKNOWN, load<u32>(frame + UNKNOWN) | (isPadded ? HAS_PADDED : HAS_UNKNOWN))
        if (!isPadded) noteUnknownKey(node, from)
      }
      else if (rules & UNKNOWN_VALUES) keyHash = beginUnknown(frame, h, from, p - 1)
    }
  }
  if (key) {
    store<u32>(frame + GUESS, <u32>(key + NEXT_KEY))
    addKey(depth, KNOWN_KEY ^ <u64>load<u32>(key + KEY_ID))
    keyNode = follow(key + CHILD)
    // Also where the value is skipped: whether a key is there may matter.
    keyHash = mix(h, KEY_TAG | <u64>load<u32>(key + KEY_ID))
    const captures = captureMaskOf(keyNode)
    if (captures) {
      if (isRecording) noteCleared(captures)
      clearCaptures(captures)
    }
  }
  p = skipSpace(p)
  if (load<u8>(p) != COLON) return failInside(p, IN_COLON, depth)
  if (key) {
    const component = load<u32>(key + KEY_COMPONENT)
    if (component) {
      // What is captured is captured of each line, and a template is told of the values themselves.
      const isOpen = mayPass && !isRecording && !captureMaskOf(keyNode)
      const end = isOpen ? recallMember(component - 1, p + 1, depth) : 0
      if (end) {
        keyHash = recallComponent(component - 1, keyHash, p + 1)
        isPassed = true
        return end
      }
      keyHash = beginComponent(component - 1, frame, keyHash, p + 1)
    }
  }
  return p + 1
}

/** A scalar, or a container of which only kind or bytes count. Uses and sets `scalarHash`. */
let scalarHash: u64 = 0
/** Hash of the leaf's bytes where it is known, otherwise 0. */
let leafHash: u64 = 0

// @ts-ignore: decorator
@inline
function walkLeaf(p: usize, c: u8, depth: i32, node: usize, rules: u32): usize {
  const from = p
  if (c == QUOTE) {
    if (rules & STRING_BYTES) {
      const length = recall(node, p)
      if (length) {
        p += length
        leafHash = recalledHash
      } else {
        resetEscape()
        p = skipString(p + 1)
        if (!p) return setFailedDepth(depth)
        // What has no escape and is none of the values is not allowed, whatever it is, mostly.
        if (!(rules & STRING_VALUES)) leafHash = finish(mixBytes(seed(), from, p))
        else if (isValueOf(node, from, p)) leafHash = KNOWN_VALUE
        else if (sawEscape || rules & STRING_OTHERS) leafHash = finish(mixBytes(seed(), from, p))
        else leafHash = OTHER_VALUE
        remember(node, from, p, leafHash)
      }
      scalarHash = mix(mix(scalarHash, BYTES_TAG), leafHash)
      return p
    }
    p = skipString(p + 1)
    if (!p) return setFailedDepth(depth)
    if (rules & STRING_TEXT) scalarHash = mix(scalarHash, STRING_TAG | textClass(node, from + 1, p - 1))
    else scalarHash = mix(scalarHash, STRING_TAG)
  } else if (c == MINUS || isDigit(c)) {
    p = skipNumber(p)
    if (!p) return setFailedDepth(depth)
    if (rules & NUMBER_BYTES) scalarHash = mixBytes(mix(scalarHash, BYTES_TAG), from, p)
    else if (rules & NUMBER_CLASS) {
      const found = numberClass(node, from, p)
      scalarHash = mix(scalarHash, NUMBER_TAG | found)
      if (found == BY_BYTES) scalarHash = mixBytes(scalarHash, from, p)
    } else scalarHash = mix(scalarHash, NUMBER_TAG)
  } else if (c == OPEN_BRACE && (rules & OBJECT_SCHEMA) != 0) {
    p = walkSchema(p, node, depth)
    if (!p) return 0
    scalarHash = mix(mix(scalarHash, OBJECT_TAG | 2), schemaHash)
  } else if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    p = skipValue(p, depth)
    if (!p) return 0
    const isByBytes = (rules & (c == OPEN_BRACE ? OBJECT_BYTES : ARRAY_BYTES)) != 0
    if (isByBytes) scalarHash = mixBytes(mix(scalarHash, BYTES_TAG), from, p)
    else scalarHash = mix(scalarHash, c == OPEN_BRACE ? OBJECT_TAG | 1 : ARRAY_TAG | 1)
  } else if (c == 116 || c == 102 || c == 110) {
    p = skipLiteral(p)
    if (!p) return setFailedDepth(depth)
    scalarHash = mix(scalarHash, LITERAL_TAG | <u64>c)
  } else return failInside(p, IN_VALUE, depth)
  return p
}

/** A leaf that was walked, for the template of the line: what counts by its bytes is noted with them. */
function noteLeaf(c: u8, rules: u32, node: usize, from: usize, to: usize, depth: i32): void {
  const place = rules >>> CAPTURE_SHIFT
  let byBytes: bool = true
  // What was told of numbers is told again of those that are read again, and not of bytes.
  const isOfNumbers = (facts & OF_NUMBERS) != 0 && c != QUOTE && (c < 97 || c == OPEN_BRACE)
  if (c == QUOTE) {
    byBytes = (rules & STRING_BYTES) != 0
    if (rules & LINKED && !isSearchedAt(node)) return noteLink(from, to, node, place)
    if (!byBytes) {
      if (rules & STRING_TEXT) note(TEXT, from, to, node, textClass(node, from + 1, to - 1), place, depth)
      else note(ANY_STRING, from, to, node, 0, place, depth)
    }
  } else if (c == MINUS || isDigit(c)) {
    if (!(rules & NUMBER_BYTES)) {
      const found = rules & NUMBER_CLASS ? numberClass(node, from, to) : 0
      byBytes = found == BY_BYTES
      if (!byBytes) note(rules & NUMBER_CLASS ? NUMBER : ANY_NUMBER, from, to, node, found, place, depth)
    }
  } else if (c == OPEN_BRACE && (rules & OBJECT_SCHEMA) != 0) {
    byBytes = false
    note(SCHEMA, from, to, node, schemaHash, place, depth)
  } else if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    byBytes = (rules & (c == OPEN_BRACE ? OBJECT_BYTES : ARRAY_BYTES)) != 0
    if (!byBytes && !place) noteIgnored(from, to, depth, true)
    else byBytes = true
  }
  if (byBytes && (place || isOfNumbers)) stopRecording()
}

/** The value at `p` by the plan's node `root`. Returns the address right after it, or 0. */
export function walkValue(p: usize, root: usize): usize {
  const start = seed()
  beginNames()
  clearComponents()
  const numberHash = mix(start, NUMBER_TAG)
  let h = start
  let node = root
  let depth = 0
  while (true) {
    p = skipSpace(p)
    const from = p
    const c = load<u8>(p)
    const rules = rulesOf(node)
    if (rules >>> CAPTURE_SHIFT) resetEscape()
    if (rules & SKIP) {
      p = c == OPEN_BRACE || c == OPEN_BRACKET ? skipValue(p, depth) : skipScalar(p, c, depth)
      if (!p) return 0
      if (rules >>> CAPTURE_SHIFT) capture((rules >>> CAPTURE_SHIFT) - 1, from, p, 0, 0)
      if (isRecording) rules >>> CAPTURE_SHIFT ? stopRecording() : noteIgnored(from, p, depth, false)
    } else if (c == OPEN_BRACE && (rules & OBJECT_KEYS) != 0) {
      if (depth == MAX_DEPTH) return failInside(p, AT_DEPTH, depth)
      store<u8>(LEVELS + <usize>++depth, OBJECT)
      const frame = frameOf(depth)
      store<u32>(frame + NODE, <u32>node)
      store<u32>(frame + FROM, <u32>from)
      store<u32>(frame + GUESS, <u32>(node + FIRST_KEY))
      store<u32>(frame + UNKNOWN, 0)
      if (rules & UNKNOWN_VALUES) openUnknown(frame)
      h = mix(h, OBJECT_TAG)
      p = skipSpace(p + 1)
      if (load<u8>(p) != CLOSE_BRACE) {
        openKeys(depth)
        p = walkKey(p, depth, frame, h, false)
        if (!p) return 0
        node = keyNode
        h = keyHash
        continue
      }
      h = mix(h, OBJECT_END)
      p++
      depth--
      if (rules >>> CAPTURE_SHIFT) {
        if (isRecording) stopRecording()
        capture((rules >>> CAPTURE_SHIFT) - 1, from, p, 0, 0)
      }
    } else if (c == OPEN_BRACKET && (rules & (ARRAY_FOLD | ARRAY_ORDERED)) != 0) {
      if (depth == MAX_DEPTH) return failInside(p, AT_DEPTH, depth)
      store<u8>(LEVELS + <usize>++depth, ARRAY)
      const frame = frameOf(depth)
      store<u32>(frame + NODE, <u32>node)
      store<u32>(frame + FROM, <u32>from)
      store<u32>(frame + COUNT, 0)
      store<u32>(frame + DISTINCT_COUNT, 0)
      store<u64>(frame + SEQUENCE, start)
      store<u64>(frame + SET, 0)
      h = mix(h, ARRAY_TAG)
      store<u64>(frame + OUTER_HASH, h)
      p = skipSpace(p + 1)
      if (load<u8>(p) != CLOSE_BRACKET) {
        if (rules & ARRAY_FOLD) h = start
        node = follow(node + ELEMENT)
        continue
      }
      h = rules & ARRAY_FOLD ? closeArray(frame, node) : mix(h, ARRAY_END | lengthClass(node, 0))
      p++
      depth--
      if (rules >>> CAPTURE_SHIFT) {
        if (isRecording) stopRecording()
        capture((rules >>> CAPTURE_SHIFT) - 1, from, p, 0, 0)
      }
    } else {
      scalarHash = h
      leafHash = 0
      p = walkLeaf(p, c, depth, node, rules)
      if (!p) return 0
      h = scalarHash
      if (rules >= LINKED) {
        if (rules >>> CAPTURE_SHIFT) capture((rules >>> CAPTURE_SHIFT) - 1, from, p, 0, leafHash)
        if (rules & LINKED && c == QUOTE) addLink(node, from, p, depth)
      }
      if (isRecording) noteLeaf(c, rules, node, from, p, depth)
    }
    // A value is complete: close what ends here, until a comma asks for the next one.
    while (true) {
      if (!depth) {
        h = finish(h)
        shape = h ? h : 1
        return p
      }
      const end = p
      p = skipSpace(p)
      const c = load<u8>(p)
      const frame = frameOf(depth)
      const outer = <usize>load<u32>(frame + NODE)
      const rules = rulesOf(outer)
      if (load<u8>(LEVELS + <usize>depth) == OBJECT) {
        const unknown = load<u32>(frame + UNKNOWN)
        if (unknown & (IN_UNKNOWN | IN_MEMBER)) {
          h = unknown & IN_MEMBER ? endComponent(frame, depth, h, end) : endUnknown(frame, depth, h)
        }
        if (c == COMMA) {
          p = walkKey(p + 1, depth, frame, h, true)
          if (!p) return 0
          h = keyHash
          if (isPassed) {
            isPassed = false
            continue
          }
          node = keyNode
          break
        }
        if (c != CLOSE_BRACE) return failInside(p, AFTER_MEMBER, depth)
        closeKeys(depth)
        if (unknown && (rules & UNKNOWN_VALUES) != 0) h = closeUnknown(frame, h)
        h = mix(h, OBJECT_END | <u64>(unknown & (HAS_UNKNOWN | HAS_PADDED)))
        p++
        if (rules >>> CAPTURE_SHIFT) {
          if (isRecording) stopRecording()
          capture((rules >>> CAPTURE_SHIFT) - 1, <usize>load<u32>(frame + FROM), p, 0, 0)
        }
      } else {
        if (rules & ARRAY_FOLD) foldElement(frame, depth, h)
        else store<u32>(frame + COUNT, load<u32>(frame + COUNT) + 1)
        if (c == COMMA) {
          if (rules & ARRAY_FOLD) h = start
          node = follow(outer + ELEMENT)
          const captures = captureMaskOf(node)
          if (captures) {
            if (isRecording) noteCleared(captures)
            clearCaptures(captures)
          }
          p++
          if (rules & ARRAY_FOLD && isPlainNumber(node)) {
            // Vectors: of any length, and too long to be compared value by value.
            if (isRecording) stopRecording()
            p = skipNumbers(p)
            // The last one is folded like any element when its turn comes.
            const n = isAfterNumber ? numbersPassed - 1 : numbersPassed
            if (n) foldRun(frame, depth, numberHash, n)
            if (isAfterNumber) {
              h = numberHash
              continue
            }
          }
          break
        }
        if (c != CLOSE_BRACKET) return failInside(p, AFTER_MEMBER, depth)
        const count = load<u32>(frame + COUNT)
        if (depth == linkLevel) closeLinks(count)
        h = rules & ARRAY_FOLD
          ? closeArray(frame, outer)
          : mix(mix(h, <u64>count), ARRAY_END | lengthClass(outer, count))
        p++
        if (rules & LINKED) addList(outer, <usize>load<u32>(frame + FROM), p)
        if (rules >>> CAPTURE_SHIFT) {
          if (isRecording) stopRecording()
          capture((rules >>> CAPTURE_SHIFT) - 1, <usize>load<u32>(frame + FROM), p, count, 0)
        }
      }
      depth--
    }
  }
}
