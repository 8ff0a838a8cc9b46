// Which fields of lines are read, as the table that the module has (assembly/fieldSpans.ts): a tree of the steps
// that lead to them. Fields are numbered so that those below a place follow each other.
import type { PlanStep } from './fieldPlan.ts'
import { keyBytes } from './keyBytes.ts'
import { rowWords, type SpanRows } from './spanRows.ts'

export type SpanPath = readonly PlanStep[]

export interface SpanField {
  readonly path: SpanPath
  /** It has no value where it is an object with members, if any of those are fields. */
  readonly isOpened?: boolean
}

/** As in assembly/memory.ts. */
const PLAN_SIZE = 0x100000
const HEADER_SIZE = 16
const NODE_SIZE = 40
const KEY_SIZE = 40
const INDEX_SIZE = 16
/** Keys may be read so many bytes beyond their ends. */
const SLACK = 16
const NO_FIELD = 0xffffffff
const FROM_END = 0xffffffff

/** There are more fields than there is room for: paths of some hundred KB. */
export class SpanPlanTooLarge extends Error {
  override name = 'SpanPlanTooLarge'
}

class SpanNode {
  readonly keys = new Map<string, SpanNode>()
  readonly items = new Map<number, SpanNode>()
  each: SpanNode | undefined
  /** A value of a line can stand there several times. */
  readonly isMany: boolean
  /** Of those that ask for it, their places among the fields. */
  readonly asked: number[] = []
  isOpened = false
  number = NO_FIELD

  constructor(isMany: boolean) {
    this.isMany = isMany
  }

  descend(path: SpanPath): SpanNode {
    const [step, ...rest] = path
    if (step === undefined) return this
    return this.#child(step).descend(rest)
  }

  #child(step: PlanStep): SpanNode {
    if (typeof step === 'object') return (this.each ??= new SpanNode(true))
    if (typeof step === 'string') return childOf(this.keys, step, this.isMany)
    return childOf(this.items, step, this.isMany)
  }
}

function childOf<Step>(children: Map<Step, SpanNode>, step: Step, isMany: boolean): SpanNode {
  const known = children.get(step)
  if (known) return known
  const child = new SpanNode(isMany)
  children.set(step, child)
  return child
}

/** A number for each of the fields that differ, by which the module names them. */
export class SpanPlan {
  /** [place among the fields]: its number. */
  readonly numbers: readonly number[]
  /** [number]: whether a line can have several values of it. */
  readonly isMany: readonly boolean[]
  readonly #root = new SpanNode(false)

  constructor(fields: readonly SpanField[]) {
    for (const [place, { path, isOpened }] of fields.entries()) {
      const node = this.#root.descend(path)
      node.asked.push(place)
      node.isOpened ||= isOpened === true
    }
    const numbers: number[] = []
    const isMany: boolean[] = []
    const number = (node: SpanNode): void => {
      if (node.asked.length > 0) {
        node.number = isMany.length
        isMany.push(node.isMany)
        for (const place of node.asked) numbers[place] = node.number
      }
      for (const child of childrenOf(node)) number(child)
    }
    number(this.#root)
    this.numbers = numbers
    this.isMany = isMany
  }

  /** Writes it where the module has plans, with what rows are made of it. Throws SpanPlanTooLarge. */
  write(bytes: Uint8Array, address: number, rows?: SpanRows): void {
    const writer = new Writer(bytes, address)
    writer.root(writer.node(this.#root))
    if (rows) writer.rows(rows, this.isMany.length)
  }
}

function* childrenOf({ keys, items, each }: SpanNode): Generator<SpanNode> {
  yield* keys.values()
  yield* items.values()
  if (each) yield each
}

class Writer {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #from: number
  #top: number
  /** The fields so far. */
  #fields = 0

  constructor(bytes: Uint8Array, address: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset)
    this.#from = address
    this.#top = address
    this.#room(HEADER_SIZE)
  }

  root(node: number): void {
    this.#u32(this.#from, node)
  }

  rows(rows: SpanRows, fields: number): void {
    const words = rowWords(rows, (text) => {
      const at = this.#room(text.length + SLACK)
      this.#bytes.set(text, at)
      return at
    })
    const form = this.#room(4 * words.length)
    for (const [i, word] of words.entries()) this.#u32(form + 4 * i, word)
    this.#u32(this.#from + 8, form)
    this.#u32(this.#from + 12, fields)
  }

  /** Writes a node and all below it, in the order of their numbers; returns its address. */
  node(node: SpanNode): number {
    const at = this.#room(NODE_SIZE)
    this.#u32(at + 16, node.number)
    this.#u32(at + 24, this.#fields)
    if (node.number !== NO_FIELD) this.#fields++
    this.#u32(at + 32, node.isOpened ? 1 : 0)
    this.#u32(at + 4, node.keys.size)
    let link = at
    for (const [key, child] of node.keys) {
      const entry = this.#room(KEY_SIZE)
      this.#u32(link, entry)
      link = entry
      this.#u32(entry + 4, this.node(child))
      this.#key(entry, key)
    }
    link = at + 8
    for (const [index, child] of node.items) {
      const entry = this.#room(INDEX_SIZE)
      this.#u32(link, entry)
      link = entry
      this.#u32(entry + 4, this.node(child))
      this.#view.setInt32(entry + 8, index, true)
    }
    if (node.each) this.#u32(at + 12, this.node(node.each))
    const indexes = [...node.items.keys()]
    const limit = indexes.some((index) => index < 0) ? FROM_END : Math.max(-1, ...indexes) + 1
    this.#u32(at + 20, limit)
    this.#u32(at + 28, this.#fields)
    return at
  }

  #key(entry: number, key: string): void {
    const text = keyBytes(key)
    const at = this.#room(text.length + SLACK)
    this.#bytes.set(text, at)
    this.#u32(entry + 8, text.length)
    this.#u32(entry + 12, at)
    for (let i = 0; i < Math.min(8, text.length); i++) {
      this.#bytes[entry + 16 + i] = text[i] as number
      this.#bytes[entry + 24 + i] = 0xff
    }
  }

  /** Zeros, at a multiple of 8. */
  #room(size: number): number {
    const at = this.#top
    this.#top = (at + size + 7) & ~7
    if (this.#top > this.#from + PLAN_SIZE) throw new SpanPlanTooLarge()
    this.#bytes.fill(0, at, this.#top)
    return at
  }

  #u32(at: number, value: number): void {
    this.#view.setUint32(at, value, true)
  }
}
