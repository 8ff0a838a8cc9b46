// The table of a plan under construction.
import { assert, present } from '../base/assert.ts'
import { SCHEMA_FORMATS, SCHEMA_KEYWORDS } from '../base/jsonSchema/schemaKeywords.ts'
import { encodeComponents } from './componentTable.ts'
import { kindCode, linkWord } from './linkWords.ts'
import type { OpenObject, PlanComponents } from './planComponents.ts'
import { type Node, planPartsOf, resolve, RULE, unknownNode } from './planParts.ts'
import {
  isPlainJson,
  MAX_NUMBER_BOUNDS,
  type Link,
  type ObjectNode,
  type PlainText,
  type PlanNode,
} from './scanPlan.ts'

/** Sizes and offsets of assembly/plan.ts. */
const HEADER_SIZE = 64
const NODE_SIZE = 80
const KEY_HEADER_SIZE = 64
const BLOCK = 16
const MEMOS_SIZE = 160
const CAPTURE_SHIFT = 28
const MAX_CHAIN_BITS = 7

/** As assembly/plan.ts finds it. */
function chainOf(key: Uint8Array, mask: number): number {
  if (key.length === 0) return 0
  return (key.length * 7 + (key[0] as number) * 3 + (key.at(-1) ?? 0) * 5) & mask
}

/** Grows as keys and bounds are added after the nodes. */
export class PlanTable {
  readonly #places: Map<Node, number>
  #bytes: Uint8Array<ArrayBuffer>
  #view: DataView
  #used: number
  #keyCount = 0
  readonly #components: PlanComponents | undefined

  constructor(nodes: readonly Node[], components?: PlanComponents) {
    this.#components = components
    this.#places = new Map(nodes.map((node, i) => [node, HEADER_SIZE + i * NODE_SIZE]))
    this.#used = HEADER_SIZE + nodes.length * NODE_SIZE
    this.#bytes = new Uint8Array(this.#used * 2)
    this.#view = new DataView(this.#bytes.buffer)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#used)
  }

  /** `wholeLine`: the capture that is the line itself. */
  writeHeader(captureCount: number, plainText?: PlainText, wholeLine?: number): void {
    this.#setWord(0, HEADER_SIZE)
    this.#setWord(4, captureCount)
    if (wholeLine !== undefined) this.#setWord(20, wholeLine + 1)
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
    const { rules, text, values, number, object, array, schema } = planPartsOf(node)
    const capture = node.capture === undefined ? 0 : node.capture + 1
    this.#setWord(at, rules | (capture << CAPTURE_SHIFT))
    this.#setWord(at + 4, captureMask)
    if (rules & RULE.stringBytes) this.#setWord(at + 52, this.#allocate(MEMOS_SIZE))
    if (text) {
      this.#writeBounds(at + 8, text.bounds, 4)
      this.#setWord(at + 52, text.marks ?? 0)
    }
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
    if (schema) this.#writeKeywords(at)
    if (node.link) this.#writeLink(at + 64, node.link)
    if (object) {
      this.#setWord(at + 48, this.#placeOf(unknownNode(object)))
      this.#writeKeys(at, object)
    }
  }

  /** The keywords of a JSON Schema as the keys of `at`, and after them the formats that there are. */
  #writeKeywords(at: number): void {
    this.#writeChains(at, SCHEMA_KEYWORDS, (keyword, { role, flags, marks }) => {
      const place = this.#writeKey(keyword, role | (flags << 8))
      this.#setWord(place + 28, marks)
      return place
    })
    // The count stands where objects have the guess for their first key.
    this.#writeValues(at + 48, SCHEMA_FORMATS, at + 36)
  }

  #writeKeys(at: number, object: ObjectNode): void {
    const own = this.#components?.open.find((each) => each.object === object)
    this.#writeChains(at, object.keys, (key, child) =>
      this.#writeKey(key, this.#placeOf(child), own?.members.get(key)),
    )
  }

  /**
   * The keys of the node at `at`, in chains of those that have length, first and last byte in common.
   * `write` returns the place of a key.
   */
  #writeChains<T>(
    at: number,
    keys: ReadonlyMap<string, T>,
    write: (key: string, of: T) => number,
  ): void {
    const mask = 2 ** Math.min(MAX_CHAIN_BITS, Math.ceil(Math.log2(keys.size + 1))) - 1
    const heads = this.#allocate((mask + 1) * 4)
    this.#setWord(at + 56, heads)
    this.#setWord(at + 60, mask)
    for (const [key, of] of keys) {
      const bytes = new TextEncoder().encode(key)
      const place = write(key, of)
      const head = heads + chainOf(bytes, mask) * 4
      this.#setWord(place + 20, this.#view.getUint32(head, true))
      this.#setWord(head, place)
    }
  }

  /** After the nodes, which have their keys. */
  writeComponents(components: PlanComponents): void {
    const at = this.#allocate(0)
    const placeOf = ({ object }: OpenObject): number => {
      const place = [...this.#places].find(([node]) => planPartsOf(node).object === object)
      return present(place, 'node of an open object')[1]
    }
    const table = encodeComponents(components, at, placeOf)
    this.#allocate(table.length)
    this.#bytes.set(table, at)
    this.#setWord(24, at)
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

  /** The place at `at`; the values one after the other behind everything written so far. */
  #writeValues(at: number, values: readonly string[], countAt = at + 4): void {
    this.#setWord(at, this.#allocate(0))
    this.#setWord(countAt, values.length)
    for (const value of values) {
      assert(isPlainJson(value), 'values are told by their bytes')
      const bytes = new TextEncoder().encode(`"${value}"`)
      const place = this.#allocate(bytes.length + 4)
      this.#setWord(place, bytes.length)
      this.#bytes.set(bytes, place + 4)
    }
  }

  /** What the text is; the place and count of kinds; and those, each with its number. */
  #writeLink(at: number, link: Link): void {
    this.#setWord(at, linkWord(link))
    const kinds = [...(link.kinds ?? [])]
    this.#setWord(at + 4, this.#allocate(0))
    this.#setWord(at + 8, kinds.length)
    for (const [text, kind] of kinds) {
      assert(isPlainJson(text), 'kinds are told by their bytes')
      const bytes = new TextEncoder().encode(`"${text}"`)
      const place = this.#allocate(bytes.length + 8)
      this.#setWord(place, bytes.length)
      this.#setWord(place + 4, kindCode(kind))
      this.#bytes.set(bytes, place + 8)
    }
  }

  /** Returns its place. */
  #writeKey(key: string, child: number, component?: number): number {
    const bytes = new TextEncoder().encode(`${key}"`)
    assert(key.isWellFormed(), 'keys of a plan are well-formed text')
    const size = KEY_HEADER_SIZE + Math.ceil(bytes.length / BLOCK) * BLOCK
    const at = this.#allocate(size)
    this.#setWord(at, child)
    this.#setWord(at + 4, bytes.length - 1)
    this.#setWord(at + 12, ++this.#keyCount)
    this.#setWord(at + 16, bytes.some((byte) => byte >= 0x80) ? 1 : 0)
    if (component !== undefined) this.#setWord(at + 24, component + 1)
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
    return at
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
