// A place in the values of lines: the tree of the paths that are read.
import type { JsonPath } from '../../../json/jsonPath.ts'

export class FieldNode {
  readonly path: JsonPath
  /** Its place among the fields; -1 where it is only on the way to one. */
  field = -1
  keys: Map<string, FieldNode> | undefined
  /** By index; from -1 on from the end. */
  items: Map<number, FieldNode> | undefined
  countsFromEnd = false
  /** Of the line in which it was met last. */
  stamp = 0

  constructor(path: JsonPath) {
    this.path = path
  }

  addKey(key: string): FieldNode {
    const child = new FieldNode([...this.path, key])
    this.keys ??= new Map()
    this.keys.set(key, child)
    return child
  }

  /** The node at a path from here, with all on the way. */
  descend(path: JsonPath): FieldNode {
    const [step, ...rest] = path
    if (step === undefined) return this
    const child =
      typeof step === 'string'
        ? (this.keys?.get(step) ?? this.addKey(step))
        : (this.items?.get(step) ?? this.#addItem(step))
    return child.descend(rest)
  }

  *children(): Generator<FieldNode> {
    if (this.keys) yield* this.keys.values()
    if (this.items) yield* this.items.values()
  }

  #addItem(index: number): FieldNode {
    const child = new FieldNode([...this.path, index])
    this.items ??= new Map()
    this.items.set(index, child)
    if (index < 0) this.countsFromEnd = true
    return child
  }
}
