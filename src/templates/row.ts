// One row of what a batch is made from: a line of JSON Lines, whose values fill the placeholders.
import { isObject, type JsonPath, valueAt } from '../json/jsonPath.ts'
import { createLocator, type Locator } from '../json/locate.ts'
import { wellFormed, wellFormedJson } from './wellFormed.ts'

/** The column of rows that have no columns of their own: texts, numbers. */
export const PROMPT_COLUMN = 'prompt'

export class Row {
  /** The line. */
  readonly source: string
  readonly #values: Readonly<Record<string, unknown>>
  /** The line is no object: it is the value of `PROMPT_COLUMN`. */
  readonly #isBare: boolean
  #locator: Locator | undefined
  /** Names that were asked for and that this row lacks. */
  missing: string[] | undefined
  /** Half a surrogate pair was replaced in a value that was asked for. */
  hasBrokenText = false

  private constructor(source: string, value: unknown) {
    this.source = source
    this.#isBare = !isObject(value)
    this.#values = isObject(value) ? value : { [PROMPT_COLUMN]: value }
  }

  /** Undefined for a line that is not JSON. */
  static read(line: string): Row | undefined {
    try {
      return new Row(line, JSON.parse(line))
    } catch {
      return undefined
    }
  }

  get columns(): readonly string[] {
    return Object.keys(this.#values)
  }

  /** The value as it was read; undefined where there is none, which is not remembered. */
  peek(column: string): unknown {
    return valueAt(this.#values, this.#pathOf(column))
  }

  /** A text as it is, null and what lacks as nothing, anything else as its JSON with its digits. */
  text(column: string): string {
    const path = this.#pathOf(column)
    const value = this.#valueAt(column, path)
    if (value === undefined || value === null) return ''
    return typeof value === 'string'
      ? this.#told(value, wellFormed(value))
      : this.#sourceOf(path, value)
  }

  /**
   * JSON of the value itself; undefined where the row lacks it. A text that is a column and JSON of anything
   * but a text stands for that: tables have nothing but texts. Within a value a text is one.
   */
  json(column: string): string | undefined {
    const path = this.#pathOf(column)
    const value = this.#valueAt(column, path)
    if (value === undefined) return undefined
    if (typeof value !== 'string') return this.#wellFormedSource(this.#sourceOf(path, value))
    if (path.length > 1) return this.#wellFormedSource(this.#sourceOf(path, value))
    const meant = jsonMeant(value)
    return meant === undefined ? JSON.stringify(this.text(column)) : this.#wellFormedSource(meant)
  }

  #valueAt(column: string, path: JsonPath): unknown {
    const value = valueAt(this.#values, path)
    if (value === undefined && !this.missing?.includes(column)) (this.missing ??= []).push(column)
    return value
  }

  #wellFormedSource(source: string): string {
    return this.#told(source, wellFormedJson(source))
  }

  #told(text: string, well: string): string {
    if (well !== text) this.hasBrokenText = true
    return well
  }

  /** A column of this name, or a path through objects and lists: `a.b.0`. */
  #pathOf(column: string): JsonPath {
    if (Object.hasOwn(this.#values, column)) return [column]
    const path: (string | number)[] = []
    let current: unknown = this.#values
    for (const step of column.split('.')) {
      const next = Array.isArray(current) && /^\d+$/.test(step) ? Number(step) : step
      path.push(next)
      current = valueAt(current, [next])
    }
    return path
  }

  /** As the line has it: JSON.parse would change long numbers. */
  #sourceOf(path: JsonPath, value: unknown): string {
    if (typeof value === 'boolean') return String(value)
    this.#locator ??= createLocator(this.source)
    const place = this.#locator.rangeOfPath(this.#isBare ? path.slice(1) : path)?.value
    return place ? this.source.slice(place.from, place.to) : JSON.stringify(value)
  }
}

/** Numbers, true, false, null, lists and objects, with the digits of the text. */
function jsonMeant(text: string): string | undefined {
  if (!/^\s*(?:[[{]|-?\d|true\b|false\b|null\b)/.test(text)) return undefined
  try {
    JSON.parse(text)
    // Line breaks are between tokens: none can stand in a text of JSON.
    return text.trim().replace(/[\r\n]+/g, ' ')
  } catch {
    return undefined
  }
}
