// One row of what a batch is made from: a line of JSON Lines, whose values fill the placeholders.
import { isObject } from '../json/jsonPath.ts'
import { childrenAt, memberNameAt, skipSpace } from '../json/walkText.ts'
import { wellFormed, wellFormedJson } from './wellFormed.ts'

/** The column of rows that have no columns of their own: texts, numbers. */
export const PROMPT_COLUMN = 'prompt'

export class Row {
  /** The line. */
  readonly source: string
  readonly #values: Readonly<Record<string, unknown>>
  /** Names that were asked for and that this row lacks. */
  missing: string[] | undefined
  /** Half a surrogate pair was replaced in a value that was asked for. */
  hasBrokenText = false

  private constructor(source: string, values: Readonly<Record<string, unknown>>) {
    this.source = source
    this.#values = values
  }

  /** Undefined for a line that is not JSON. */
  static read(line: string): Row | undefined {
    try {
      const value: unknown = JSON.parse(line)
      return new Row(line, isObject(value) ? value : { [PROMPT_COLUMN]: value })
    } catch {
      return undefined
    }
  }

  get columns(): readonly string[] {
    return Object.keys(this.#values)
  }

  /** A text as it is, null and what lacks as nothing, anything else as its JSON with its digits. */
  text(column: string): string {
    const value = this.#find(column)
    if (value === undefined || value === null) return ''
    return typeof value === 'string'
      ? this.#told(value, wellFormed(value))
      : this.#sourceOf(column, value)
  }

  /**
   * JSON of the value itself. A text that is JSON of anything but a text stands for that: tables have
   * nothing but texts.
   */
  json(column: string): string {
    const value = this.#find(column)
    if (value === undefined) return 'null'
    const source = typeof value === 'string' ? jsonMeant(value) : this.#sourceOf(column, value)
    if (source !== undefined) return this.#told(source, wellFormedJson(source))
    return JSON.stringify(this.text(column))
  }

  /** A column of this name, or a path through objects: `a.b`. */
  #find(column: string): unknown {
    const value = findValue(this.#values, column)
    if (value === undefined && !this.missing?.includes(column)) (this.missing ??= []).push(column)
    return value
  }

  #told(text: string, well: string): string {
    if (well !== text) this.hasBrokenText = true
    return well
  }

  /** As the line has it: JSON.parse would change long numbers. */
  #sourceOf(column: string, value: unknown): string {
    if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value)
    const source = Object.hasOwn(this.#values, column)
      ? memberSource(this.source, column)
      : undefined
    return source ?? JSON.stringify(value)
  }
}

function findValue(values: Readonly<Record<string, unknown>>, column: string): unknown {
  if (Object.hasOwn(values, column)) return values[column]
  let current: unknown = values
  for (const step of column.split('.')) {
    if (Array.isArray(current)) current = /^\d+$/.test(step) ? current[Number(step)] : undefined
    else if (isObject(current) && Object.hasOwn(current, step)) current = current[step]
    else return undefined
  }
  return current
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

/** The last value of this key; undefined where the line is no object. */
function memberSource(line: string, key: string): string | undefined {
  let source: string | undefined
  for (const child of childrenAt(line, skipSpace(line, 0))) {
    if (child.keyFrom < 0) return undefined
    if (memberNameAt(line, child.keyFrom, child.keyTo) === key) {
      source = line.slice(child.valueFrom, child.valueTo)
    }
  }
  return source
}
