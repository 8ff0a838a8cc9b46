// What of a line counts for its shape: lines of equal shape get one verdict. A plan is a tree (or a
// graph, for recursive schemas) of nodes, made from a format's schema elsewhere, and encoded here
// into the table that the WebAssembly module walks. When unsure, take `bytes`: finer is never wrong.

import { assert, present } from '../base/assert.ts'

interface Capturing {
  /** Reports place, kind and hash of this value for every line; 0 to MAX_CAPTURES - 1. */
  readonly capture?: number
}

/** Nothing counts, not even the type. */
export interface SkipNode extends Capturing {
  readonly kind: 'skip'
}

/** Only the type counts: object, array, string, number, true, false or null. */
export interface KindNode extends Capturing {
  readonly kind: 'kind'
}

/** Type and bytes as they stand in the text count, whitespace and escapes included. */
export interface BytesNode extends Capturing {
  readonly kind: 'bytes'
  /**
   * Texts that are not told apart as long as they are written without escapes; none needs any
   * (isPlainJson). Not for what is captured.
   */
  readonly values?: readonly string[]
}

/** Of a string counts its length class; of other values the type. */
export interface TextNode extends Capturing {
  readonly kind: 'text'
  /**
   * Lengths in code points, ascending, each the least of its class: [1] tells empty from not empty,
   * [1, 513] also those of over 512. A lone surrogate is one.
   */
  readonly bounds: readonly number[]
}

/** Of a number counts its class, always whether it is finite; of other values the type. */
export interface NumberNode extends Capturing {
  readonly kind: 'number'
  /** Whether it counts that it is an integer as JavaScript sees it: 1.0 and 1e2 are. */
  readonly integer: boolean
  /** Whether the number is below, at or above each of these counts; 0 for the sign. At most 16. */
  readonly bounds: readonly number[]
}

/** Of an object count the known keys present, in order, with their values; of others the type. */
export interface ObjectNode extends Capturing {
  readonly kind: 'object'
  readonly keys: ReadonlyMap<string, PlanNode>
  /** Other keys do not count at all; or their names do, and of their values what the node says. */
  readonly unknown: 'ignore' | PlanNode
}

/**
 * Of an array counts the set of its distinct elements, with `ends` also the first and the last; of
 * other values the type. With `ordered`, all elements in sequence and their number.
 */
export interface ArrayNode extends Capturing {
  readonly kind: 'array'
  readonly element: PlanNode
  readonly ends?: boolean
  readonly ordered?: boolean
  /** Lengths, ascending, each the least of its class; empty or not counts always. */
  readonly bounds: readonly number[]
}

/** Each type of value by a node of its own, for unions; a type without node counts by itself. */
export interface TypesNode extends Capturing {
  readonly kind: 'types'
  readonly string?: TextNode | BytesNode
  readonly number?: NumberNode | BytesNode
  readonly object?: ObjectNode | BytesNode
  readonly array?: ArrayNode | BytesNode
}

/** For recursion; must return the same node each time. */
export interface LazyNode {
  readonly kind: 'lazy'
  readonly node: () => PlanNode
}

export type PlanNode =
  | SkipNode
  | KindNode
  | BytesNode
  | TextNode
  | NumberNode
  | ObjectNode
  | ArrayNode
  | TypesNode
  | LazyNode

/** Texts that need no look by whoever reads captures. */
export interface PlainText {
  /** ASCII characters, not quotes or backslashes. */
  readonly characters: string
  /** In characters. */
  readonly maxLength: number
}

export interface ScanPlan {
  /** Little-endian table, as assembly/plan.ts describes it. */
  readonly bytes: Uint8Array
  /** Captures are numbered from 0 to this, exclusive. */
  readonly captureCount: number
}

export const MAX_CAPTURES = 8
export const MAX_NUMBER_BOUNDS = 16
/** Bytes of an encoded plan at most (assembly/memory.ts); some 8,000 keys. */
export const MAX_PLAN_BYTES = 0x100000

type Node = Exclude<PlanNode, LazyNode>

/** Sizes, offsets and bits of assembly/plan.ts. */
const HEADER_SIZE = 64
const NODE_SIZE = 64
const KEY_HEADER_SIZE = 64
const BLOCK = 16
const MEMOS_SIZE = 160
const RULE = {
  skip: 1,
  stringText: 2,
  stringBytes: 4,
  numberClass: 8,
  numberBytes: 16,
  numberInteger: 32,
  objectKeys: 64,
  objectBytes: 128,
  arrayFold: 256,
  arrayOrdered: 512,
  arrayBytes: 1024,
  unknownNames: 2048,
  arrayEnds: 4096,
  stringValues: 8192,
} as const
const CAPTURE_SHIFT = 16

/** A node by what it says of each type. */
interface Parts {
  readonly text?: TextNode
  /** Of strings that count by their bytes. */
  readonly values?: readonly string[]
  readonly number?: NumberNode
  readonly object?: ObjectNode
  readonly array?: ArrayNode
  readonly rules: number
}

/**
 * The plan as a table; undefined when it is larger than MAX_PLAN_BYTES. Captured strings that
 * `plainText` fits have a kind of their own.
 */
export function encodePlan(root: PlanNode, plainText?: PlainText): ScanPlan | undefined {
  const nodes = collectNodes(resolve(root))
  const masks = captureMasks(nodes)
  const table = new PlanTable(nodes)
  nodes.forEach((node, i) => table.writeNode(i, node, present(masks.get(node), 'mask')))
  const captureCount = 32 - Math.clz32(present(masks.get(present(nodes[0], 'root')), 'mask'))
  table.writeHeader(captureCount, plainText)
  const bytes = table.finish()
  return bytes.length > MAX_PLAN_BYTES ? undefined : { bytes, captureCount }
}

function resolve(node: PlanNode): Node {
  let found = node
  while (found.kind === 'lazy') found = found.node()
  return found
}

function childrenOf(node: Node): Node[] {
  const { object, array } = partsOf(node)
  const children: PlanNode[] = []
  if (object) children.push(...object.keys.values(), unknownNode(object))
  if (array) children.push(array.element)
  return children.map(resolve)
}

const IGNORED: SkipNode = { kind: 'skip' }

function unknownNode({ unknown }: ObjectNode): PlanNode {
  return unknown === 'ignore' ? IGNORED : unknown
}

/** All nodes that can be reached, the root first. */
function collectNodes(root: Node): Node[] {
  const nodes = new Set([root])
  for (const node of nodes) for (const child of childrenOf(node)) nodes.add(child)
  return [...nodes]
}

/** Per node the captures in it, itself included, one bit each. */
function captureMasks(nodes: readonly Node[]): Map<Node, number> {
  const masks = new Map(nodes.map((node) => [node, ownMask(node)]))
  for (let changed = true; changed; ) {
    changed = false
    for (const node of nodes) {
      const before = masks.get(node) ?? 0
      const after = childrenOf(node).reduce((mask, child) => mask | (masks.get(child) ?? 0), before)
      if (after !== before) {
        masks.set(node, after)
        changed = true
      }
    }
  }
  return masks
}

function ownMask({ capture }: Node): number {
  if (capture === undefined) return 0
  assert(capture >= 0 && capture < MAX_CAPTURES, 'captures are numbered from 0 to 7')
  return 1 << capture
}

function partsOf(node: Node): Parts {
  switch (node.kind) {
    case 'skip':
      return { rules: RULE.skip }
    case 'kind':
      return { rules: 0 }
    case 'bytes':
      return {
        ...stringParts(node),
        rules: stringParts(node).rules | RULE.numberBytes | RULE.objectBytes | RULE.arrayBytes,
      }
    case 'text':
      return { text: node, rules: RULE.stringText }
    case 'number':
      return { number: node, rules: RULE.numberClass | (node.integer ? RULE.numberInteger : 0) }
    case 'object':
      return {
        object: node,
        rules: RULE.objectKeys | (node.unknown === 'ignore' ? 0 : RULE.unknownNames),
      }
    case 'array':
      return { array: node, rules: arrayRules(node) }
    case 'types':
      return typesParts(node)
  }
}

function stringParts({ values }: BytesNode): Parts {
  return values
    ? { values, rules: RULE.stringBytes | RULE.stringValues }
    : { rules: RULE.stringBytes }
}

function arrayRules({ ordered, ends }: ArrayNode): number {
  if (ordered) return RULE.arrayOrdered
  return RULE.arrayFold | (ends ? RULE.arrayEnds : 0)
}

const TYPE_RULES = {
  number: RULE.numberBytes,
  object: RULE.objectBytes,
  array: RULE.arrayBytes,
}

function typesParts(node: TypesNode): Parts {
  let all: Parts = { rules: 0 }
  for (const type of ['string', 'number', 'object', 'array'] as const) {
    const part = node[type]
    if (!part) continue
    assert(part.capture === undefined, 'a capture belongs to the node that holds the types')
    const parts =
      part.kind !== 'bytes'
        ? partsOf(part)
        : type === 'string'
          ? stringParts(part)
          : { rules: TYPE_RULES[type] }
    all = { ...all, ...parts, rules: all.rules | parts.rules }
  }
  return all
}

/** Whether the text stands in JSON as it is, between quotes. */
export function isPlainJson(text: string): boolean {
  return text.isWellFormed() && JSON.stringify(text).length === text.length + 2
}

/** The bytes under construction. Grows as keys and bounds are added after the nodes. */
class PlanTable {
  readonly #places: Map<Node, number>
  #bytes: Uint8Array<ArrayBuffer>
  #view: DataView
  #used: number
  #keyCount = 0

  constructor(nodes: readonly Node[]) {
    this.#places = new Map(nodes.map((node, i) => [node, HEADER_SIZE + i * NODE_SIZE]))
    this.#used = HEADER_SIZE + nodes.length * NODE_SIZE
    this.#bytes = new Uint8Array(this.#used * 2)
    this.#view = new DataView(this.#bytes.buffer)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#used)
  }

  writeHeader(captureCount: number, plainText?: PlainText): void {
    this.#setWord(0, HEADER_SIZE)
    this.#setWord(4, captureCount)
    if (!plainText) return
    this.#setWord(16, plainText.maxLength)
    for (const character of plainText.characters) {
      const code = character.charCodeAt(0)
      assert(code > 0x20 && code < 0x7f && !'"\\'.includes(character), 'plain text is ASCII')
      // By the low half of the byte, one bit for each high half.
      const at = 32 + (code & 15)
      this.#bytes[at] = (this.#bytes[at] as number) | (1 << (code >> 4))
    }
  }

  writeNode(index: number, node: Node, captureMask: number): void {
    const at = HEADER_SIZE + index * NODE_SIZE
    const { rules, text, values, number, object, array } = partsOf(node)
    const capture = node.capture === undefined ? 0 : node.capture + 1
    this.#setWord(at, rules | (capture << CAPTURE_SHIFT))
    this.#setWord(at + 4, captureMask)
    if (rules & RULE.stringBytes) this.#setWord(at + 52, this.#allocate(MEMOS_SIZE))
    if (text) this.#writeBounds(at + 8, text.bounds, 4)
    if (values) {
      assert(node.capture === undefined, 'a captured value counts by its own bytes')
      this.#writeValues(at + 8, values)
    }
    if (number) {
      assert(number.bounds.length <= MAX_NUMBER_BOUNDS, 'a number has at most 16 bounds')
      this.#writeBounds(at + 16, number.bounds, 8)
    }
    if (array) {
      this.#setWord(at + 24, this.#placeOf(array.element))
      this.#writeBounds(at + 28, array.bounds, 4)
    }
    if (object) {
      this.#setWord(at + 48, this.#placeOf(unknownNode(object)))
      this.#setWord(at + 44, object.keys.size)
      this.#setWord(at + 40, this.#allocate(0))
      let lengths = 0n
      for (const [key, child] of object.keys) {
        lengths |= 1n << BigInt(this.#writeKey(key, this.#placeOf(child)) % 64)
      }
      this.#view.setBigUint64(at + 56, lengths, true)
    }
  }

  #placeOf(node: PlanNode): number {
    return present(this.#places.get(resolve(node)), 'place of a node')
  }

  /** Place and count at `at`; the bounds themselves behind everything written so far. */
  #writeBounds(at: number, bounds: readonly number[], width: 4 | 8): void {
    const place = this.#allocate(bounds.length * width)
    this.#setWord(at, place)
    this.#setWord(at + 4, bounds.length)
    bounds.forEach((bound, i) => {
      assert(i === 0 || bound > (bounds[i - 1] as number), 'bounds ascend')
      if (width === 8) this.#view.setFloat64(place + i * 8, bound, true)
      // Lengths beyond 32 bits are never reached.
      else this.#setWord(place + i * 4, Math.min(Math.max(0, Math.ceil(bound)), 0xffffffff))
    })
  }

  /** Place and count at `at`; the values one after the other behind everything written so far. */
  #writeValues(at: number, values: readonly string[]): void {
    this.#setWord(at, this.#allocate(0))
    this.#setWord(at + 4, values.length)
    for (const value of values) {
      assert(isPlainJson(value), 'values are told by their bytes')
      const bytes = new TextEncoder().encode(`"${value}"`)
      const place = this.#allocate(bytes.length + 4)
      this.#setWord(place, bytes.length)
      this.#bytes.set(bytes, place + 4)
    }
  }

  /** Returns the key's length in bytes. */
  #writeKey(key: string, child: number): number {
    const bytes = new TextEncoder().encode(`${key}"`)
    assert(key.isWellFormed(), 'keys of a plan are well-formed text')
    const size = KEY_HEADER_SIZE + Math.ceil(bytes.length / BLOCK) * BLOCK
    const at = this.#allocate(size)
    this.#setWord(at, child)
    this.#setWord(at + 4, bytes.length - 1)
    this.#setWord(at + 12, ++this.#keyCount)
    this.#setWord(at + 16, bytes.some((byte) => byte >= 0x80) ? 1 : 0)
    this.#setWord(at + 20, size)
    this.#bytes.set(bytes, at + KEY_HEADER_SIZE)
    // JSON text spells these keys with escapes: their block, masked to zeros, matches nothing.
    const isPlain = bytes.every(
      (byte, i) => byte >= 0x20 && byte !== 0x5c && (byte !== 0x22 || i === bytes.length - 1),
    )
    if (isPlain) {
      const block = bytes.subarray(0, BLOCK)
      this.#bytes.set(block, at + 32)
      this.#bytes.fill(0xff, at + 48, at + 48 + block.length)
    } else this.#bytes.fill(0xff, at + 32, at + 48)
    return bytes.length - 1
  }

  /** Room at the end, on a multiple of 16. */
  #allocate(size: number): number {
    const at = Math.ceil(this.#used / BLOCK) * BLOCK
    this.#used = at + size
    if (this.#used > this.#bytes.length) {
      const grown = new Uint8Array(this.#used * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return at
  }

  #setWord(at: number, value: number): void {
    this.#view.setUint32(at, value, true)
  }
}
