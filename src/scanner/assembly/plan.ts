// The plan in memory, as ../planTable.ts writes it (the same offsets stand there): what of a line
// counts for its shape. References between its parts are byte offsets from PLAN; 0 is none.
//
// Header, 64 bytes. Nodes, 80 bytes each. Keys of an object, 64 bytes each and their
// bytes. Bounds, u32 or f64.

import { BACKSLASH, isDigit } from './bytes'
import { PLAN, SPELLED, SPELLED_SIZE } from './memory'

/** Header. */
const ROOT: usize = 0
const CAPTURE_TOTAL: usize = 4
const SEED: usize = 8
/** Plain text: u32 bytes at most, and by the low half of a byte one bit for each high half. */
const PLAIN_LENGTH: usize = 16
/** Place of the capture that is the whole line plus 1, or 0. */
const LINE_CAPTURE: usize = 20
/** The table of components, or 0. */
const COMPONENTS: usize = 24
const PLAIN_BITS: usize = 32

/** Node: what counts of each type of value, see the RULE bits. */
const RULES: usize = 0
const CAPTURE_MASK: usize = 4
export const TEXT_BOUNDS: usize = 8
export const TEXT_BOUND_COUNT: usize = 12
export const NUMBER_BOUNDS: usize = 16
export const NUMBER_BOUND_COUNT: usize = 20
export const ELEMENT: usize = 24
export const LENGTH_BOUNDS: usize = 28
export const LENGTH_BOUND_COUNT: usize = 32
/** The key that began this object last time: a guess, written while walking. */
export const FIRST_KEY: usize = 36
export const UNKNOWN_NODE: usize = 48
/** Two memos for strings that count by their bytes. */
export const MEMOS: usize = 52
/** Of strings that count by class, where MEMOS are not needed: which marks count. */
export const TEXT_MARKS: usize = MEMOS
/** Of strings that count by their bytes, where TEXT_BOUNDS are not needed: see STRING_VALUES. */
const VALUES: usize = TEXT_BOUNDS
const VALUE_COUNT: usize = TEXT_BOUND_COUNT
/** With LINKED: what the text is, and where and how many the kinds are. */
export const LINK: usize = 64
export const LINK_KINDS: usize = 68
export const LINK_KIND_COUNT: usize = 72
/** Where the heads of the chains of keys lie, and how many there are less 1, all bits set. */
const CHAINS: usize = 56
const CHAIN_MASK: usize = 60

export const SKIP: u32 = 1
export const STRING_TEXT: u32 = 2
export const STRING_BYTES: u32 = 4
export const NUMBER_CLASS: u32 = 8
export const NUMBER_BYTES: u32 = 16
export const NUMBER_INTEGER: u32 = 32
export const OBJECT_KEYS: u32 = 64
export const OBJECT_BYTES: u32 = 128
export const ARRAY_FOLD: u32 = 256
export const ARRAY_ORDERED: u32 = 512
export const ARRAY_BYTES: u32 = 1024
/** The names of unknown keys count. */
export const UNKNOWN_NAMES: u32 = 2048
/** Of an array that folds, the first and the last element count by their place. */
export const ARRAY_ENDS: u32 = 4096
/** Strings that count by their bytes: those at VALUES are not told apart. */
export const STRING_VALUES: u32 = 8192
/** Whether there are unknown keys counts. */
export const UNKNOWN_PRESENT: u32 = 16384
/** Which values unknown keys have counts, and not which of them has which. */
export const UNKNOWN_VALUES: u32 = 32768
/** With STRING_VALUES: strings that are not among them count by their bytes. */
export const STRING_OTHERS: u32 = 65536
/** Objects are JSON Schemas: their keywords are the keys, see schema.ts. */
export const OBJECT_SCHEMA: u32 = 131072
/** Texts are ids, or tell what the id beside them is: see links.ts. */
export const LINKED: u32 = 262144
/** Bits 28 to 31: place of the capture plus 1, or 0. */
export const CAPTURE_SHIFT: u32 = 28

/** Key. */
export const CHILD: usize = 0
const KEY_LENGTH: usize = 4
/** The key that followed this one last time: a guess, written while walking. */
export const NEXT_KEY: usize = 8
export const KEY_ID: usize = 12
const KEY_NON_ASCII: usize = 16
/** The next key of the same chain, or 0. */
const KEY_CHAIN: usize = 20
/** The component that the key's value is plus 1, or 0. */
export const KEY_COMPONENT: usize = 24
/** Of keywords of a schema: what each says by being there. CHILD is its role, and from bit 8 on its flags. */
export const KEY_MARKS: usize = 28
/** The first 16 bytes of key and closing quote, and which of them count. */
const KEY_BLOCK: usize = 32
const KEY_BLOCK_MASK: usize = 48
/** All bytes of key and closing quote. */
const KEY_BYTES: usize = 64

export function planRoot(): usize {
  const root = load<u32>(PLAN + ROOT)
  return root ? PLAN + <usize>root : 0
}

export function captureTotal(): u32 {
  return load<u32>(PLAN + CAPTURE_TOTAL)
}

/** Place of the capture that is the whole line plus 1, or 0. */
export function lineCapture(): u32 {
  return load<u32>(PLAN + LINE_CAPTURE)
}

/** The table that components.ts reads, or 0. */
// @ts-ignore: decorator
@inline
export function componentTable(): usize {
  const table = load<u32>(PLAN + COMPONENTS)
  return table ? PLAN + <usize>table : 0
}

export function seed(): u64 {
  return load<u64>(PLAN + SEED)
}

/** Whether [from, to) is not empty and plain text by the plan. Bytes up to 15 after `to` are read. */
export function isPlainText(from: usize, to: usize): bool {
  if (to == from || to - from > <usize>load<u32>(PLAN + PLAIN_LENGTH)) return false
  const bits = v128.load(PLAN + PLAIN_BITS)
  const bitOfHigh = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0)
  while (true) {
    const v = v128.load(from)
    const allowed = i8x16.swizzle(bits, v128.and(v, i8x16.splat(15)))
    const wanted = i8x16.swizzle(bitOfHigh, i8x16.shr_u(v, 4))
    const others = i8x16.bitmask(i8x16.eq(v128.and(allowed, wanted), i8x16.splat(0)))
    if (others) return from + <usize>ctz(others) >= to
    from += 16
    if (from >= to) return true
  }
}

// @ts-ignore: decorator
@inline
export function rulesOf(node: usize): u32 {
  return load<u32>(node + RULES)
}

/** Only whether it is a finite number counts, and it is not captured. */
// @ts-ignore: decorator
@inline
export function isPlainNumber(node: usize): bool {
  return rulesOf(node) == NUMBER_CLASS && !load<u32>(node + NUMBER_BOUND_COUNT)
}

/** Bit k: capture k is this node's or one inside it. */
// @ts-ignore: decorator
@inline
export function captureMaskOf(node: usize): u32 {
  return load<u32>(node + CAPTURE_MASK)
}

// @ts-ignore: decorator
@inline
export function follow(address: usize): usize {
  return PLAN + <usize>load<u32>(address)
}

/**
 * Whether the key of JSON text that begins at `p`, after its opening quote, is `key`, spelled
 * without escapes. Keys that cannot be are encoded so that they never match here.
 */
// @ts-ignore: decorator
@inline
export function isKeyAt(p: usize, key: usize): bool {
  const found = v128.and(v128.load(p), v128.load(key + KEY_BLOCK_MASK))
  if (!i8x16.all_true(i8x16.eq(found, v128.load(key + KEY_BLOCK)))) return false
  const length = <usize>load<u32>(key + KEY_LENGTH)
  return length < 16 || isSame(p + 16, key + KEY_BYTES + 16, length + 1 - 16)
}

// @ts-ignore: decorator
@inline
export function keyLengthOf(key: usize): usize {
  return <usize>load<u32>(key + KEY_LENGTH)
}

// @ts-ignore: decorator
@inline
export function hasNonAsciiKey(key: usize): bool {
  return load<u32>(key + KEY_NON_ASCII) != 0
}

/** The key among those of `node` that [from, to) of JSON text spells, or 0. */
export function findKey(node: usize, from: usize, to: usize, isEscaped: bool): usize {
  if (isEscaped) {
    to = spellOut(from, to)
    if (!to) return 0
    from = SPELLED
  }
  const length = to - from
  let key = <usize>load<u32>(follow(node + CHAINS) + (chainOf(from, length, load<u32>(node + CHAIN_MASK)) << 2))
  while (key) {
    key += PLAN
    if (<usize>load<u32>(key + KEY_LENGTH) == length && isSame(from, key + KEY_BYTES, length)) return key
    key = <usize>load<u32>(key + KEY_CHAIN)
  }
  return 0
}

/** Keys that have length, first and last byte in common share a chain; ../planTable.ts says the same. */
// @ts-ignore: decorator
@inline
function chainOf(from: usize, length: usize, mask: u32): usize {
  if (!length) return 0
  return <usize>((<u32>length * 7 + <u32>load<u8>(from) * 3 + <u32>load<u8>(from + length - 1) * 5) & mask)
}

/** Whether [from, to), quotes included, is one of the node's values, each u32 length and its bytes. */
export function isValueOf(node: usize, from: usize, to: usize): bool {
  const length = to - from
  let value = follow(node + VALUES)
  for (let i = load<u32>(node + VALUE_COUNT); i > 0; i--) {
    const size = <usize>load<u32>(value)
    if (size == length && isSame(from, value + 4, length)) return true
    value += (size + 4 + 15) & ~15
  }
  return false
}

/** Bytes up to 15 after both are read. */
// @ts-ignore: decorator
@inline
export function isSame(a: usize, b: usize, length: usize): bool {
  while (length >= 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(a), v128.load(b)))) return false
    a += 16
    b += 16
    length -= 16
  }
  return !(~i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) & ((1 << <i32>length) - 1))
}

/**
 * Writes the string of [from, to) without its escapes to SPELLED, in UTF-8. A lone surrogate becomes
 * three bytes that are not UTF-8, as no key of a plan has them. Returns the end, or 0 for lack of room.
 */
export function spellOut(from: usize, to: usize): usize {
  let out = SPELLED
  let p = from
  while (p < to) {
    if (out + 4 > SPELLED + SPELLED_SIZE) return 0
    let c = <u32>load<u8>(p)
    if (c != BACKSLASH) {
      store<u8>(out++, c)
      p++
      continue
    }
    c = <u32>load<u8>(p, 1)
    if (c != 117) {
      store<u8>(out++, plainEscape(<u8>c))
      p += 2
      continue
    }
    c = hexAt(p + 2)
    p += 6
    if ((c & 0xfc00) == 0xd800 && p + 6 <= to && load<u16>(p) == 0x755c) {
      const low = hexAt(p + 2)
      if ((low & 0xfc00) == 0xdc00) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)
        p += 6
      }
    }
    out = storeCodePoint(out, c)
  }
  return out
}

function plainEscape(c: u8): u8 {
  if (c == 110) return 10
  if (c == 116) return 9
  if (c == 114) return 13
  if (c == 98) return 8
  return c == 102 ? 12 : c
}

/** The value of four hexadecimal digits. */
export function hexAt(p: usize): u32 {
  let value: u32 = 0
  for (let i: usize = 0; i < 4; i++) {
    const c = load<u8>(p + i)
    value = (value << 4) | (isDigit(c) ? <u32>c - 48 : (<u32>c | 32) - 87)
  }
  return value
}

function storeCodePoint(out: usize, c: u32): usize {
  if (c < 0x80) {
    store<u8>(out, c)
    return out + 1
  }
  if (c < 0x800) {
    store<u8>(out, 0xc0 | (c >> 6))
    store<u8>(out, 0x80 | (c & 63), 1)
    return out + 2
  }
  if (c < 0x10000) {
    store<u8>(out, 0xe0 | (c >> 12))
    store<u8>(out, 0x80 | ((c >> 6) & 63), 1)
    store<u8>(out, 0x80 | (c & 63), 2)
    return out + 3
  }
  store<u8>(out, 0xf0 | (c >> 18))
  store<u8>(out, 0x80 | ((c >> 12) & 63), 1)
  store<u8>(out, 0x80 | ((c >> 6) & 63), 2)
  store<u8>(out, 0x80 | (c & 63), 3)
  return out + 4
}
