// Ids by which elements of a list belong together, such as calls of tools and what came of them; and names
// that are declared in one place and used in another. They differ from line to line, so of all of them only
// what is wrong counts for the shape; base/linkFaults.ts tells the same of parsed values. Where that cannot
// be told, they count by their hashes.

import { BACKSLASH } from './bytes'
import { finish, mix, mixBytes } from './hash'
import { FRAMES, FRAME_SIZE, LINKS, LINK_HASHES, LINK_NAMES, MAX_LINKS, SPELLED } from './memory'
import { LINK, LINK_KINDS, LINK_KIND_COUNT, follow, isSame, seed, spellOut } from './plan'
import { COUNT } from './folds'
import { touch } from './members'
import { UNCLEAR_WORD, addSpan, askForWord, faultsOfWord, isAsking, resetWords } from './words'

/** What a text is; the numbers of ../linkWords.ts. */
const GIVES: u32 = 1
const OFFERS: u32 = 2
const ANSWERS: u32 = 3
const BY_KIND: u32 = 4
const KIND: u32 = 5
const DECLARES: u32 = 6
const USES: u32 = 7
const ASKS: u32 = 8
const SEARCHED: u32 = 9
const BESIDE: u32 = 10
const ROLE_MASK: u32 = 15
const DEPTH_SHIFT: u32 = 4
const DEPTH_MASK: u32 = 15
const ADJACENT: u32 = 256
/** Beside the role of an id that was answered. */
const ANSWERED: u32 = 512
/** Beside the role of one that stands twice, and of an answer that came too early. */
const PASSED_OVER: u32 = 1024

/** Faults. */
const UNKNOWN_ID: u32 = 1
const UNANSWERED: u32 = 2
const PENDING: u32 = 4
const ANSWERED_TWICE: u32 = 8
const GIVEN_TWICE: u32 = 16
const EARLY: u32 = 32
const UNDECLARED: u32 = 64
/** After those of words.ts. */
const DECLARED_TWICE: u32 = 1024

const LINKS_TAG: u64 = (<u64>14) << 56

const HASH: usize = 0
const ELEMENT: usize = 8
const ROLE: usize = 12
const LINK_SIZE: usize = 16

/** Whether the line has any. */
export let hasLinks: bool = false
/** Ids of the line so far. */
let linkCount: u32 = 0
/** Names of the line so far, u64 each: a hash, and in the lowest bit whether it is used. */
export let nameCount: u32 = 0
/** The level of their list while it is open. */
export let linkLevel: i32 = 0
let isClosed: bool = false
let total: u32 = 0
let isAdjacent: bool = false
/** More than can be told one by one: the ids count by their hashes. */
let isUnclear: bool = false
let allHashes: u64 = 0
/** Not even that. */
let isLost: bool = false
/** What is told of the links of the line, when `shapeWithLinks` has looked at them; 0 when nothing is wrong. */
export let linkMarks: u64 = 0

// @ts-ignore: decorator
@inline
export function resetLinks(): void {
  hasLinks = false
  linkCount = 0
  nameCount = 0
  linkLevel = 0
  isClosed = false
  isUnclear = false
  isLost = false
  allHashes = 0
  linkMarks = 0
  resetWords()
}

// @ts-ignore: decorator
@inline
function at(i: u32): usize {
  return LINKS + <usize>i * LINK_SIZE
}

/** The hash of a string whose text is [from, to), however it is spelled; 0 when that takes too much room. */
export function hashOfId(from: usize, to: usize): u64 {
  for (let p = from; p < to; p++) {
    if (load<u8>(p) != BACKSLASH) continue
    const end = spellOut(from, to)
    return end ? finish(mixBytes(seed(), SPELLED, end)) | 1 : 0
  }
  return finish(mixBytes(seed(), from, to)) | 1
}

// @ts-ignore: decorator
@inline
function noteLinks(p: usize): void {
  touch(p)
  hasLinks = true
}

/** The string of [from, to), quotes included, stands at `node` and inside `depth` containers. */
export function addLink(node: usize, from: usize, to: usize, depth: i32): void {
  const link = load<u32>(node + LINK)
  let role = link & ROLE_MASK
  if (role >= SEARCHED) return noteSpan(from, to, role)
  if (role == ASKS) return ask(node, from, to)
  if (role >= DECLARES) return addName(from, to, role)
  const level = depth - <i32>((link >>> DEPTH_SHIFT) & DEPTH_MASK)
  let hash: u64 = 0
  if (role == KIND) {
    role = kindOf(node, from, to)
    if (!role) return
    noteLinks(from)
  } else {
    noteLinks(from)
    hash = hashOfId(from + 1, to - 1)
    if (!hash) isLost = true
  }
  if (!linkLevel && !isClosed) {
    linkLevel = level
    isAdjacent = (link & ADJACENT) != 0
  }
  // Ids of two lists.
  if (isClosed || level != linkLevel) isLost = true
  if (isLost || linkCount == MAX_LINKS) isUnclear = true
  const element = load<u32>(FRAMES + <usize>level * FRAME_SIZE + COUNT)
  allHashes = mix(allHashes, hash ? hash : finish(mixBytes(seed(), from, to)))
  allHashes = mix(allHashes, (<u64>element << 32) | <u64>role)
  if (isUnclear) return
  const entry = at(linkCount++)
  store<u64>(entry + HASH, hash)
  store<u32>(entry + ELEMENT, element)
  store<u32>(entry + ROLE, role == BY_KIND || hash ? role : role | (KIND << DEPTH_SHIFT))
}

/** The string of [from, to), quotes included, may ask for the word JSON. */
function ask(node: usize, from: usize, to: usize): void {
  if (!kindOf(node, from, to)) return
  noteLinks(from)
  askForWord()
}

/** The array of [from, to) ends, at a node that takes part in links. */
export function addList(node: usize, from: usize, to: usize): void {
  const role = load<u32>(node + LINK) & ROLE_MASK
  if (role >= SEARCHED) noteSpan(from, to, role)
}

function noteSpan(from: usize, to: usize, role: u32): void {
  touch(from)
  addSpan(from, to, role == BESIDE)
}

function addName(from: usize, to: usize, role: u32): void {
  hasLinks = true
  const hash = hashOfId(from + 1, to - 1)
  if (!hash) isLost = true
  const name = (hash & ~1) | <u64>(role == USES)
  if (isLost || nameCount == MAX_LINKS) isUnclear = true
  allHashes = mix(mix(allHashes, name), DECLARES)
  if (isUnclear) return touch(from)
  store<u64>(LINK_NAMES + (<usize>nameCount << 3), name)
  nameCount++
}

/** The `count` names at `from`, as `addName` took them in before. False when they cannot be told one by one. */
export function addNames(from: usize, count: u32): bool {
  if (isUnclear || isLost || nameCount + count > MAX_LINKS) return false
  hasLinks = true
  for (let i: u32 = 0; i < count; i++) {
    const name = load<u64>(from + (<usize>i << 3))
    allHashes = mix(mix(allHashes, name), DECLARES)
    store<u64>(LINK_NAMES + (<usize>nameCount << 3), name)
    nameCount++
  }
  return true
}

/** UNDECLARED when a name is used and declared nowhere, DECLARED_TWICE when one is declared again. */
function faultsOfNames(): u32 {
  let faults: u32 = 0
  for (let i: u32 = 0; i < nameCount; i++) {
    const name = nameAt(i)
    const isUsed = (name & 1) != 0
    // Of what is declared, those before it; of what is used, all.
    const wanted = isUsed ? name - 1 : name
    const end = isUsed ? nameCount : i
    let k: u32 = 0
    while (k < end && nameAt(k) != wanted) k++
    if (isUsed && k == end) faults |= UNDECLARED
    if (!isUsed && k < end) faults |= DECLARED_TWICE
  }
  return faults
}

// @ts-ignore: decorator
@inline
function nameAt(i: u32): u64 {
  return load<u64>(LINK_NAMES + (<usize>i << 3))
}

/** What an element with the text of [from, to), quotes included, is; 0 when it is nothing. */
function kindOf(node: usize, from: usize, to: usize): u32 {
  const length = to - from
  let kind = follow(node + LINK_KINDS)
  for (let i = load<u32>(node + LINK_KIND_COUNT); i > 0; i--) {
    const size = <usize>load<u32>(kind)
    if (size == length && isSame(from, kind + 8, length)) return load<u32>(kind + 4)
    kind += (size + 8 + 15) & ~15
  }
  for (let p = from; p < to; p++) {
    if (load<u8>(p) != BACKSLASH) continue
    touch(from)
    isUnclear = true
    return KIND
  }
  return 0
}

/** Whether strings at `node` are ids or names, and do not say what one is. */
export function isIdAt(node: usize): bool {
  const role = load<u32>(node + LINK) & ROLE_MASK
  return role != KIND && role != ASKS
}

/** Whether the links of the line are told one by one, so that a template can stand for it. */
export function linksAreClear(): bool {
  return !isUnclear && !isAsking
}

/** Whether strings at `node` are but searched for a word. */
export function isSearchedAt(node: usize): bool {
  return (load<u32>(node + LINK) & ROLE_MASK) >= SEARCHED
}

/** The list of `linkLevel` ends after `count` elements. */
export function closeLinks(count: u32): void {
  total = count
  linkLevel = 0
  isClosed = true
}

/** The shape of a line that has links, with what is wrong with them taken in; 0 when that is not told. */
export function shapeWithLinks(shape: u64): u64 {
  let word: u64 = 0
  const wordFaults = isAsking ? faultsOfWord() : 0
  if (isLost || wordFaults == UNCLEAR_WORD) return 0
  if (isUnclear) word = mix(mix(allHashes, total), <u64>wordFaults)
  else {
    resolveKinds()
    const faults = linkCount ? (isAdjacent ? faultsOfAdjacent() : faultsOfScattered()) : 0
    word = <u64>(faults | faultsOfNames() | wordFaults)
    if (!word) return shape
  }
  linkMarks = word
  const h = finish(mix(mix(mix(seed(), shape), LINKS_TAG), word))
  return h ? h : 1
}

/** Gives each id by kind the role that its element has, and drops those of elements without one. */
function resolveKinds(): void {
  let kept: u32 = 0
  for (let i: u32 = 0; i < linkCount; ) {
    const element = load<u32>(at(i) + ELEMENT)
    let end = i
    let kind: u32 = 0
    for (; end < linkCount && load<u32>(at(end) + ELEMENT) == element; end++) {
      const role = load<u32>(at(end) + ROLE)
      if (role >>> DEPTH_SHIFT == KIND) kind = role & ROLE_MASK
    }
    for (; i < end; i++) {
      let role = load<u32>(at(i) + ROLE)
      if (role >>> DEPTH_SHIFT == KIND) continue
      if (role == BY_KIND) role = kind
      if (!role) continue
      store<u64>(at(kept) + HASH, load<u64>(at(i) + HASH))
      store<u32>(at(kept) + ELEMENT, element)
      store<u32>(at(kept++) + ROLE, role)
    }
  }
  linkCount = kept
}

// @ts-ignore: decorator
@inline
function roleAt(i: u32): u32 {
  return load<u32>(at(i) + ROLE)
}

/** The first place of an id that is given in [from, to) and has the hash, or `to`. */
function findGiven(hash: u64, from: u32, to: u32): u32 {
  for (let i = from; i < to; i++) {
    const role = roleAt(i)
    if (load<u64>(at(i) + HASH) == hash && (role & ROLE_MASK) != ANSWERS && !(role & PASSED_OVER)) return i
  }
  return to
}

// @ts-ignore: decorator
@inline
function answer(i: u32): u32 {
  const role = roleAt(i)
  store<u32>(at(i) + ROLE, role | ANSWERED)
  return role & ANSWERED ? ANSWERED_TWICE : 0
}

/** `fault` when some id of [from, to) wants an answer and has none. */
function openIn(from: u32, to: u32, fault: u32): u32 {
  for (let i = from; i < to; i++) if (roleAt(i) == GIVES) return fault
  return 0
}

/** Marks ids of [from, to) that are given before, from `first` on. */
function giveAll(first: u32, from: u32, to: u32): u32 {
  let faults: u32 = 0
  for (let i = from; i < to; i++) {
    const role = roleAt(i)
    if ((role & ROLE_MASK) == ANSWERS) continue
    if (findGiven(load<u64>(at(i) + HASH), first, i) == i) continue
    faults |= GIVEN_TWICE
    store<u32>(at(i) + ROLE, role | PASSED_OVER)
  }
  return faults
}

function endOfElement(i: u32): u32 {
  const element = load<u32>(at(i) + ELEMENT)
  while (i < linkCount && load<u32>(at(i) + ELEMENT) == element) i++
  return i
}

function faultsOfAdjacent(): u32 {
  let faults: u32 = 0
  // The ids that answers may be to are [open, openEnd).
  let open: u32 = 0
  let openEnd: u32 = 0
  let next: u32 = 0
  for (let i: u32 = 0; i < linkCount; ) {
    const element = load<u32>(at(i) + ELEMENT)
    const end = endOfElement(i)
    if (element != next) {
      faults |= openIn(open, openEnd, UNANSWERED)
      open = openEnd
    }
    let gives = false
    for (let k = i; k < end; k++) {
      if ((roleAt(k) & ROLE_MASK) != ANSWERS) {
        gives = true
        continue
      }
      const given = findGiven(load<u64>(at(k) + HASH), open, openEnd)
      faults |= given == openEnd ? UNKNOWN_ID : answer(given)
    }
    if (gives) {
      faults |= openIn(open, openEnd, UNANSWERED)
      faults |= giveAll(i, i, end)
      open = i
      openEnd = end
    }
    next = element + 1
    i = end
  }
  return faults | openIn(open, openEnd, next < total ? UNANSWERED : PENDING)
}

function faultsOfScattered(): u32 {
  let faults: u32 = 0
  for (let i: u32 = 0; i < linkCount; ) {
    const end = endOfElement(i)
    for (let k = i; k < end; k++) {
      const role = roleAt(k)
      if ((role & ROLE_MASK) != ANSWERS) continue
      const given = findGiven(load<u64>(at(k) + HASH), 0, i)
      if (given < i) {
        faults |= answer(given)
        store<u32>(at(k) + ROLE, role | PASSED_OVER)
      }
    }
    faults |= giveAll(0, i, end)
    i = end
  }
  for (let k: u32 = 0; k < linkCount; k++) {
    if (roleAt(k) != ANSWERS) continue
    const given = findGiven(load<u64>(at(k) + HASH), 0, linkCount)
    faults |= given == linkCount ? UNKNOWN_ID : EARLY | answer(given)
  }
  return faults | openIn(0, linkCount, UNANSWERED)
}

/**
 * For templates, of id `i` among those of a line in their order: the place of the first that is the same
 * text. Keeps it for those that follow.
 */
export function firstLike(hash: u64, i: u32): u32 {
  store<u64>(LINK_HASHES + (<usize>i << 3), hash)
  let k: u32 = 0
  while (load<u64>(LINK_HASHES + (<usize>k << 3)) != hash) k++
  return k
}
