// The columns of a file whose format names none: what most of its first lines have in common. They are
// chosen once, from the beginning of the file, and stay as they are.
import { msg, verbatim } from '../i18n/message.ts'
import { shortText } from '../base/cutText.ts'
import { textWidth } from '../base/textWidth.ts'
import { isObject } from '../json/jsonPath.ts'
import type { Column } from './defineFormat.ts'

/** The line itself not counted. */
const MOST_COLUMNS = 6
/** Of those that share the rest of the width: each needs room to be read. */
const MOST_FLEXIBLE = 3

/** Cells on average from which a text is read rather than looked up. */
const LONG_TEXT = 28
/** Of ten values, this many are shown whole. */
const SHOWN_WHOLE = 0.9

/** CSS pixels: one cell in the font of the rows, the padding of a cell, and the bounds of a width. */
const CHARACTER_WIDTH = 7.3
const PADDING = 20
const MIN_WIDTH = 64
const MAX_WIDTH = 220

/** Characters of a value, and their cells, that count for the width. */
const LENGTH_LIMIT = 400
/** Characters of a key that are its title. */
const TITLE_LIMIT = 40

/** What is known of the values of a key. */
interface Field {
  readonly key: string
  /** Objects that have it, null or not. */
  present: number
  nested: number
  /** Cells of each value that is neither null, an object nor an array. */
  readonly lengths: number[]
}

type Kind = 'short' | 'long' | 'nested'

/**
 * The first scalar fields that most objects of the sample have, in the order of the file; long texts share
 * what room is left. Where there is none, an object or array does, as compact text, and where lines differ,
 * the line itself. None where most of the sample are no objects.
 */
export function columnsOfSample(sample: readonly unknown[]): readonly Column[] {
  const objects = sample.filter(isObject)
  if (2 * objects.length <= sample.length) return []
  const fields = fieldsOf(objects)
  const shared = fields.filter(({ present }) => 2 * present > objects.length)
  const kinds = new Map(shared.map((field) => [field, kindOf(field)]))
  const of = (kind: Kind) => shared.filter((field) => kinds.get(field) === kind)

  const long = of('long').slice(0, MOST_FLEXIBLE)
  const flexible = long.length > 0 ? long : of('nested').slice(0, 1)
  const isAllShown = shared.length === fields.length
  const needsLine = flexible.length === 0 && !isAllShown
  const room = MOST_COLUMNS - flexible.length
  const shown = new Set([...of('short').slice(0, room), ...flexible])
  const inOrder = shared.filter((field) => shown.has(field))
  // Some column takes the rest.
  const isRest = (field: Field) => flexible.length === 0 && !needsLine && field === inOrder.at(-1)
  const columns = inOrder.map((field) => columnOf(field, flexible.includes(field) || isRest(field)))
  if (columns.length === 0) return []
  return needsLine ? [...columns, WHOLE_LINE] : columns
}

/** No key has a space before it but by mistake. */
const WHOLE_LINE: Column = { id: ' line', title: msg('text'), paths: [[]] }

/** In the order in which keys occur first. */
function fieldsOf(objects: readonly Readonly<Record<string, unknown>>[]): readonly Field[] {
  const fields = new Map<string, Field>()
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      let field = fields.get(key)
      if (!field) fields.set(key, (field = { key, present: 0, nested: 0, lengths: [] }))
      field.present++
      const length = lengthOf(value)
      if (length !== undefined) field.lengths.push(length)
      else if (value !== null) field.nested++
    }
  }
  return [...fields.values()]
}

/** Cells of a scalar; undefined for null and what is none. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') {
    return Math.min(textWidth(value.slice(0, LENGTH_LIMIT)), LENGTH_LIMIT)
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value).length : undefined
}

/** Undefined for what holds nothing but null. */
function kindOf({ nested, lengths }: Field): Kind | undefined {
  if (nested > lengths.length) return 'nested'
  if (lengths.length === 0) return undefined
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return total / lengths.length >= LONG_TEXT ? 'long' : 'short'
}

function columnOf(field: Field, isFlexible: boolean): Column {
  const { key } = field
  // A title that is empty, or looks so, could not be pressed.
  const title = shortText(key.trim() === '' ? JSON.stringify(key) : key, TITLE_LIMIT)
  const column = { id: key, title: verbatim(title), paths: [[key]] }
  return isFlexible ? column : { ...column, width: widthOf(field, title) }
}

function widthOf({ lengths }: Field, title: string): number {
  const ascending = lengths.toSorted((a, b) => a - b)
  const whole = ascending[Math.ceil(SHOWN_WHOLE * ascending.length) - 1] ?? 0
  const characters = Math.max(whole, textWidth(title))
  const width = Math.ceil(characters * CHARACTER_WIDTH + PADDING)
  return Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH))
}
