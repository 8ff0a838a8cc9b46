// Columns of an export as texts: a path as people read and type it, how long what is there is, or the first of
// several that a line has; and how it is called, if otherwise than by its path.
import { EACH, type FieldPath } from '../../../fields/fieldPath.ts'
import { formatFieldPath } from '../../../fields/fieldPathText.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { readPath } from '../../../json/readPath.ts'

export interface ColumnSource {
  readonly path: FieldPath
  /** The length of strings, arrays and objects there. */
  readonly isLength: boolean
}

export interface ExportColumn {
  readonly name?: string
  /** The first that a line has is in its cell; one or more. */
  readonly sources: readonly ColumnSource[]
  /** `$`: the whole line. An empty path is only what of a line is no field: a value that is no object. */
  readonly isWholeLine: boolean
}

/** Steps of a path that someone may type: it is followed by recursion. */
const MOST_STEPS = 200

/** A name goes up to the next dot or bracket and may have spaces in it; in quotes it may be anything. */
const SYNTAX = { name: /[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?/y, isAlone: true }

/** `"name": ` before a column. */
const NAME = /^\s*("(?:[^"\\]|\\.)*")\s*:/

const LENGTH = /^\s*length\s*\((.*)\)\s*$/is

/** What stands between those of which the first counts, outside of quotes. */
const ELSE = /"(?:[^"\\]|\\.)*"|(\s\?\?\s)/g

/** `a.b`, `a[*].b`, `length(a)`, `a ?? b`, `"name": a`; undefined for what is none of these. */
export function parseColumn(text: string): ExportColumn | undefined {
  const [whole = '', quoted] = NAME.exec(text) ?? []
  const name = quoted === undefined ? undefined : parsedName(quoted)
  if (name === null) return undefined
  const sources: ColumnSource[] = []
  for (const part of alternatives(text.slice(whole.length))) {
    const inner = LENGTH.exec(part)?.[1]
    const path = parseColumnPath(inner ?? part)
    if (!path) return undefined
    sources.push({ path, isLength: inner !== undefined })
  }
  return {
    ...(name !== undefined && { name }),
    sources,
    isWholeLine: text.slice(whole.length).trim() === '$',
  }
}

/** Null for what is no string of JSON. */
function parsedName(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}

function alternatives(text: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: found, 1: split, index } of text.matchAll(ELSE)) {
    if (split === undefined) continue
    parts.push(text.slice(from, index))
    from = index + found.length
  }
  return [...parts, text.slice(from)]
}

function parseColumnPath(text: string): FieldPath | undefined {
  const { steps, to, fault } = readPath(text, 0, SYNTAX)
  if (fault || to < text.length || steps.length > MOST_STEPS) return undefined
  return steps.map((step) => step ?? EACH)
}

/** As `parseColumn` reads it. */
export function formatColumn({ name, sources }: Omit<ExportColumn, 'isWholeLine'>): string {
  const text = sources.map(formatSource).join(' ?? ')
  return name === undefined ? text : `${JSON.stringify(name)}: ${text}`
}

function formatSource({ path, isLength }: ColumnSource): string {
  const text = formatFieldPath(path)
  return isLength ? `length(${text})` : text
}

/** A column for a field that was found. */
export function columnOfPath(path: JsonPath): ExportColumn {
  return { sources: [{ path, isLength: false }], isWholeLine: false }
}

/** What columns without a path are called: of whole lines, and of those that are no object. */
const WHOLE_LINE = 'line'
const NO_OBJECT = 'value'

/**
 * A title for each column: `a.b`, as most programs have it, and with brackets and quotes where others have that
 * title already; of several paths the first. All are different.
 */
export function columnTitles(columns: readonly ExportColumn[]): readonly string[] {
  const taken = new Set<string>()
  // Those of the fields first: the column of whole lines gives way.
  const titles = columns.map(({ name, sources }) => {
    const source = sources[0] as ColumnSource
    if (name !== undefined) {
      const title = unusedTitle([name], taken)
      taken.add(title)
      return title
    }
    if (source.path.length === 0 && !source.isLength) return ''
    const precise = formatSource(source)
    const title = unusedTitle([plainTitle(source) ?? precise, precise], taken)
    taken.add(title)
    return title
  })
  return titles.map((title, i) => {
    const { name, sources, isWholeLine } = columns[i] as ExportColumn
    const { path, isLength } = sources[0] as ColumnSource
    if (name !== undefined || path.length > 0 || isLength) return title
    const unused = unusedTitle([isWholeLine ? WHOLE_LINE : NO_OBJECT], taken)
    taken.add(unused)
    return unused
  })
}

/**
 * Of the only names that mean nothing by themselves, the empty one and an index, as they stand in paths; so are
 * halves of surrogate pairs, which have no UTF-8.
 */
function plainTitle({ path, isLength }: ColumnSource): string | undefined {
  if (isLength) return undefined
  const names = path.filter((step) => typeof step === 'string')
  const isPlain =
    names.length === path.length && names.every((name) => name !== '' && name.isWellFormed())
  return isPlain ? names.join('.') : undefined
}

function unusedTitle(names: readonly string[], taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(name))
  if (free !== undefined) return free
  const last = names.at(-1) as string
  for (let n = 2; ; n++) if (!taken.has(`${last}_${n}`)) return `${last}_${n}`
}
