// Where the fields of a line stand in its text: those that were asked for, or all there are. The line is walked
// once and never parsed; what is not asked for is crossed without being looked into.
import type { TextOffset } from '../../../base/units.ts'
import { formatPath, type JsonPath } from '../../../json/jsonPath.ts'
import {
  isContainerAt,
  isObjectAt,
  memberNameAt,
  skipSpace,
  skipString,
  skipValue,
} from '../../../json/walkText.ts'
import { FieldNode } from './fieldNode.ts'

/** Fields that can still be looked at as columns; others stand together in a last one. */
export const MOST_FIELDS = 1000

/** Objects and fields that are told apart while fields are looked for. */
const MOST_NODES = 4 * MOST_FIELDS

/** Code units of a path that can be the title of a column. */
const LONGEST_PATH = 300

/** Objects in objects that are unfolded. */
const MOST_DEPTH = 16

const COMMA = 44
const CLOSE_BRACKET = 93
const CLOSE_BRACE = 125

export interface Field {
  readonly path: JsonPath
  /** Lines that have it, as far as they were read while fields were looked for. */
  lines: number
}

/** Where values stand; `isOpened`: members of objects there have places of their own. */
export interface FieldPlace {
  readonly path: JsonPath
  readonly field: number
  readonly isOpened: boolean
}

/** Half-open range in the text that was read, of a field that has no column. */
export interface RestOfLine {
  readonly path: string
  readonly from: TextOffset
  readonly to: TextOffset
}

export class FieldReader {
  readonly fields: Field[] = []
  /** Lines of a field that found no place among the columns. */
  linesWithMore = 0
  /** [field]: where its value begins in the text that was read; -1 where the line has none. */
  readonly from: TextOffset[] = []
  /** [field]: where it ends. */
  readonly to: TextOffset[] = []
  /** Of the line read last, where there are fields without a column. */
  rest: RestOfLine[] = []
  readonly #root = new FieldNode([])
  readonly #isFlat: boolean
  #isFinding: boolean
  #nodes = 1
  #stamp = 0
  #hasMore = false
  #text = ''

  private constructor(isFlat: boolean, isFinding: boolean) {
    this.#isFlat = isFlat
    this.#isFinding = isFinding
  }

  /** Finds the fields of the lines that it reads. `isFlat`: objects are unfolded, `a.b`. */
  static finding(isFlat: boolean): FieldReader {
    return new FieldReader(isFlat, true)
  }

  /** Finds these fields, in their order. */
  static ofPaths(paths: readonly JsonPath[], isFlat: boolean): FieldReader {
    const reader = new FieldReader(isFlat, false)
    for (const path of paths) reader.#addField(reader.#root.descend(path))
    return reader
  }

  /** How many places there are, and fields: neither ever becomes less. */
  get size(): number {
    return this.#nodes + this.fields.length
  }

  /** All places that are told apart while fields are looked for, with the fields that they are; -1 for none. */
  places(): readonly FieldPlace[] {
    const places: FieldPlace[] = []
    const add = (node: FieldNode): void => {
      places.push({ path: node.path, field: node.field, isOpened: this.#unfolds(node) })
      for (const child of node.children()) add(child)
    }
    add(this.#root)
    return places
  }

  /** From now on the fields are those that were found. */
  endFinding(): void {
    this.#isFinding = false
  }

  /** Reads the value that begins at `at` or after space; valid JSON. */
  read(text: string, at: TextOffset): void {
    this.#text = text
    this.#stamp++
    this.#hasMore = false
    this.rest = []
    this.from.fill(-1)
    this.#value(this.#root, skipSpace(text, at))
    if (this.#hasMore) this.linesWithMore++
    this.#text = ''
  }

  /** Notes where the value of a node stands, and returns its end. */
  #value(node: FieldNode, at: TextOffset): TextOffset {
    const text = this.#text
    // Of a key that is there twice the last one counts.
    if (node.stamp === this.#stamp) this.#forget(node)
    node.stamp = this.#stamp
    let to = -1
    if (isContainerAt(text, at)) {
      if (isObjectAt(text, at)) {
        if (this.#opens(node, at)) {
          to = this.#members(node, at)
          if (this.#isFlat || node === this.#root) return to
        }
      } else if (node.items) to = this.#elements(node, node.items, at)
    }
    if (to < 0) to = skipValue(text, at)
    if (node.field < 0 && this.#isFinding && !this.#addField(node)) this.#hasMore = true
    if (node.field >= 0) this.#note(node.field, at, to)
    else this.#noteRest(node.path, at, to)
    return to
  }

  /** Whether the members of the object at `at` are looked at. Empty ones are values. */
  #opens(node: FieldNode, at: TextOffset): boolean {
    const isWanted = this.#isFinding ? this.#unfolds(node) : node.keys !== undefined
    return isWanted && this.#text.charCodeAt(skipSpace(this.#text, at + 1)) !== CLOSE_BRACE
  }

  #unfolds(node: FieldNode): boolean {
    return node === this.#root || (this.#isFlat && node.path.length < MOST_DEPTH)
  }

  #note(field: number, at: TextOffset, to: TextOffset): void {
    if (this.#isFinding) (this.fields[field] as Field).lines++
    this.from[field] = at
    this.to[field] = to
  }

  /** Where all fields are wanted, and there are more than have a place. */
  #noteRest(path: JsonPath, from: TextOffset, to: TextOffset): void {
    if (this.#isFinding || this.linesWithMore === 0) return
    this.rest.push({ path: formatPath(path), from, to })
  }

  #forget(node: FieldNode): void {
    if (node.field >= 0 && (this.from[node.field] as number) >= 0) {
      this.from[node.field] = -1
      if (this.#isFinding) (this.fields[node.field] as Field).lines--
    }
    for (const child of node.children()) if (child.stamp === this.#stamp) this.#forget(child)
  }

  #members(node: FieldNode, at: TextOffset): TextOffset {
    const text = this.#text
    let i = skipSpace(text, at + 1)
    for (;;) {
      const keyTo = skipString(text, i)
      const key = memberNameAt(text, i, keyTo)
      const from = skipSpace(text, skipSpace(text, keyTo) + 1)
      const child = node.keys?.get(key) ?? (this.#isFinding ? this.#addNode(node, key) : undefined)
      if (child) i = this.#value(child, from)
      else {
        i = skipValue(text, from)
        if (this.#isFinding) this.#hasMore = true
        else if (this.linesWithMore > 0) this.#noteRest([...node.path, key], from, i)
      }
      i = skipSpace(text, i)
      if (text.charCodeAt(i) !== COMMA) return i + 1
      i = skipSpace(text, i + 1)
    }
  }

  #elements(node: FieldNode, items: ReadonlyMap<number, FieldNode>, at: TextOffset): TextOffset {
    const text = this.#text
    const starts: TextOffset[] = []
    let i = skipSpace(text, at + 1)
    for (let index = 0; i < text.length && text.charCodeAt(i) !== CLOSE_BRACKET; index++) {
      const item = items.get(index)
      if (node.countsFromEnd) starts.push(i)
      i = skipSpace(text, item ? this.#value(item, i) : skipValue(text, i))
      if (text.charCodeAt(i) === COMMA) i = skipSpace(text, i + 1)
    }
    if (node.countsFromEnd) {
      for (const [index, item] of items) {
        const start = index < 0 ? starts[starts.length + index] : undefined
        if (start !== undefined) this.#value(item, start)
      }
    }
    return i + 1
  }

  /** Undefined when there are too many. */
  #addNode(parent: FieldNode, key: string): FieldNode | undefined {
    const path = [...parent.path, key]
    if (this.#nodes >= MOST_NODES || formatPath(path).length > LONGEST_PATH) return undefined
    this.#nodes++
    return parent.addKey(key)
  }

  /** False when there are too many. */
  #addField(node: FieldNode): boolean {
    if (this.#isFinding && this.fields.length >= MOST_FIELDS) return false
    if (node.field >= 0) return true
    node.field = this.fields.length
    this.fields.push({ path: node.path, lines: 0 })
    this.from.push(-1)
    this.to.push(-1)
    return true
  }
}
