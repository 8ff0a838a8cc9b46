// Members that are the same from line to line, such as options: of each component the value that it had last is
// kept as it was written. One that comes again is passed by comparing its bytes: its hash and its elements are
// where they were noted last (components.ts). Kept is only what nothing else was noted of, see `touch`.

import { CLOSE_BRACE, COMMA, skipSpace } from './bytes'
import { facts } from './facts'
import { addNames, nameCount } from './links'
import { LINK_NAMES, MAX_COMPONENTS, MEMBERS, MEMBER_SIZE } from './memory'
import { isSame } from './plan'

/**
 * Of a component: bytes of the value, 0 when none is kept; how many containers it was in; how many names it declares
 * or uses, and these (links.ts); its bytes.
 */
const LENGTH: usize = 0
const DEPTH: usize = 4
const NAME_COUNT: usize = 8
const NAMES: usize = 16
const BYTES: usize = 48
const MAX_NAMES: u32 = 4
const MAX_BYTES: usize = MEMBER_SIZE - BYTES

/** Names that the line had where the component began that is walked. */
let namesBefore: u32 = 0
/** Where the last value begins that something was noted of that is not in its component's hash. Per line. */
let touched: usize = 0

// @ts-ignore: decorator
@inline
export function resetTouched(): void {
  touched = 0
}

/** Of the value at `p` something is noted beside its hash: whatever it stands in has to be walked every time. */
// @ts-ignore: decorator
@inline
export function touch(p: usize): void {
  touched = max(touched, p)
}

/** A component begins after the colon at `p`: what is around it is touched, and not the value itself. */
// @ts-ignore: decorator
@inline
export function beginMember(p: usize): void {
  touch(p)
  namesBefore = nameCount
}

// @ts-ignore: decorator
@inline
function memberAt(i: u32): usize {
  return MEMBERS + <usize>i * MEMBER_SIZE
}

/** The address after the value at `p`, or after whitespace there, when it is what component `i` was last; or 0. */
// @ts-ignore: decorator
@inline
export function recallMember(i: u32, p: usize, depth: i32): usize {
  const member = memberAt(i)
  const n = <usize>load<u32>(member, LENGTH)
  if (!n) return 0
  p = skipSpace(p)
  if (!isSame(p, member + BYTES, n)) return 0
  p += n
  // A number may go on.
  const c = load<u8>(p)
  if (c > 32 && c != COMMA && c != CLOSE_BRACE) return 0
  if (depth > load<i32>(member, DEPTH)) return 0
  const names = load<u32>(member, NAME_COUNT)
  return !names || addNames(member + NAMES, names) ? p : 0
}

/** Component `i` was walked and is [from, to), inside `depth` containers: kept when it can be, else nothing is. */
export function keepMember(i: u32, from: usize, to: usize, depth: i32): void {
  const member = memberAt(i)
  const length = to - from
  store<u32>(member, 0, LENGTH)
  const names = nameCount - namesBefore
  if (length > MAX_BYTES || touched >= from || facts || names > MAX_NAMES) return
  let all: v128 = i64x2.splat(0)
  for (let at: usize = 0; at < length; at += 16) {
    const v = v128.load(from + at)
    all = v128.or(all, v)
    v128.store(member + at, v, BYTES)
  }
  // That there are bytes of 0x80 and above is noted of the line.
  if (i8x16.bitmask(all)) return
  for (let k: u32 = 0; k < names; k++) {
    store<u64>(member + (<usize>k << 3), load<u64>(LINK_NAMES + (<usize>(namesBefore + k) << 3)), NAMES)
  }
  store<u32>(member, names, NAME_COUNT)
  store<i32>(member, depth, DEPTH)
  store<u32>(member, <u32>length, LENGTH)
}

export function forgetMembers(): void {
  memory.fill(MEMBERS, 0, <usize>MAX_COMPONENTS * MEMBER_SIZE)
}
