// A value in the text of a line, looked into only where it is asked for. What is taken over is copied as
// it is written, so numbers keep their digits, texts their escapes, and a key that stands twice stands twice.
import type { JsonPath } from '../json/jsonPath.ts'
import { childrenAt, memberNameAt, skipSpace, skipValue } from '../json/walkText.ts'

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/** JSON text of a value. A string has its quotes. */
export type Raw = string

export class JsonNode {
  /** The key or 0-based index in `parent`; an empty key at the root. */
  readonly step: string | number
  readonly #text: string
  readonly #from: number
  readonly #to: number
  readonly #parent: JsonNode | undefined
  #children: readonly JsonNode[] | undefined

  /** `text` is valid JSON; the value stands in [from, to). */
  constructor(
    text: string,
    from: number,
    to: number,
    parent?: JsonNode,
    step: string | number = '',
  ) {
    this.#text = text
    this.#from = from
    this.#to = to
    this.#parent = parent
    this.step = step
  }

  get raw(): Raw {
    return this.#text.slice(this.#from, this.#to)
  }

  get kind(): JsonKind {
    switch (this.#text[this.#from] ?? '') {
      case '{':
        return 'object'
      case '[':
        return 'array'
      case '"':
        return 'string'
      case 't':
      case 'f':
        return 'boolean'
      case 'n':
        return 'null'
      default:
        return 'number'
    }
  }

  get path(): JsonPath {
    return this.#parent === undefined ? [] : [...this.#parent.path, this.step]
  }

  /** Members of an object or elements of an array in the order of the text; of others, none. */
  get children(): readonly JsonNode[] {
    this.#children ??= Array.from(childrenAt(this.#text, this.#from), (child, index) => {
      const { keyFrom, keyTo, valueFrom, valueTo } = child
      const step = keyFrom < 0 ? index : memberNameAt(this.#text, keyFrom, keyTo)
      return new JsonNode(this.#text, valueFrom, valueTo, this, step)
    })
    return this.#children
  }

  /** Elements of an array; none of anything else. */
  get items(): readonly JsonNode[] {
    return this.kind === 'array' ? this.children : []
  }

  /** Members of an object, each key once: the last one counts, as JSON.parse has it. */
  get members(): readonly JsonNode[] {
    if (this.kind !== 'object') return []
    const all = this.children
    const last = new Map(all.map((child) => [child.step, child]))
    return last.size === all.length ? all : [...last.values()]
  }

  /** The member of an object; undefined where there is none or it is null, which stands for nothing. */
  get(key: string): JsonNode | undefined {
    if (this.kind !== 'object') return undefined
    const { children } = this
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (child?.step === key) return child.kind === 'null' ? undefined : child
    }
    return undefined
  }

  /** The characters of a string; undefined for other values. */
  get string(): string | undefined {
    if (this.kind !== 'string') return undefined
    const { raw } = this
    return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1)
  }

  get number(): number | undefined {
    return this.kind === 'number' ? Number(this.raw) : undefined
  }

  get isTrue(): boolean {
    return this.raw === 'true'
  }
}

/** The root of a line; undefined where it is not JSON. A byte order mark before it is passed over. */
export function readNode(line: string): JsonNode | undefined {
  const text = line.startsWith('\uFEFF') ? line.slice(1) : line
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  const from = skipSpace(text, 0)
  return new JsonNode(text, from, skipValue(text, from))
}
