// What is made of each line whose fields were found: a row of CSV, an object, or a count, as words that the module has
// (assembly/fieldRows.ts).

/** A field by its number in the plan. */
export interface SpanSource {
  readonly field: number
  /** How long its value is. */
  readonly isLength: boolean
  /** How many elements it has where it is an array. */
  readonly isCounted: boolean
}

/** The first that the line has is written. */
export type SpanColumn = readonly SpanSource[]

export type SpanMember =
  | { readonly key: string; readonly column: SpanColumn }
  | { readonly key: string; readonly members: readonly SpanMember[] }

export type SpanRows =
  | {
      readonly kind: 'csv'
      readonly columns: readonly SpanColumn[]
      readonly delimiter: ',' | '\t'
      readonly isFormulaSafe: boolean
      /** Null is a word, and not an empty cell. */
      readonly hasNulls: boolean
    }
  | {
      readonly kind: 'objects'
      /** Of lines that are no object. */
      readonly whole: SpanColumn
      /** Keys are JSON and have their colon. */
      readonly members: readonly SpanMember[]
    }
  | {
      /** Nothing is written: lines are counted for each field, but for those that have something else. */
      readonly kind: 'known'
      /** Numbers of fields that no line should have. */
      readonly unexpected: readonly number[]
    }

/** As in assembly/fieldRows.ts. */
const KINDS = { csv: 1, objects: 2, known: 3 } as const
const IS_FORMULA_SAFE = 1
const HAS_NULLS = 2
const IS_LENGTH = 0x10000
const IS_COUNTED = 0x20000
const VALUE = 1
const OPENING = 2
const CLOSING = 3

/** `put`: keeps a text where the module finds it, and returns where. */
export function rowWords(rows: SpanRows, put: (text: Uint8Array) => number): readonly number[] {
  if (rows.kind === 'objects') {
    const { kind, whole, members } = rows
    return [KINDS[kind], 0, 0, 0, ...columnWords(whole), ...memberWords(members, put)]
  }
  if (rows.kind === 'known') {
    return [KINDS[rows.kind], 0, 0, rows.unexpected.length, ...rows.unexpected]
  }
  const { kind, columns, delimiter, isFormulaSafe, hasNulls } = rows
  const flags = (isFormulaSafe ? IS_FORMULA_SAFE : 0) | (hasNulls ? HAS_NULLS : 0)
  const head = [KINDS[kind], flags, delimiter.charCodeAt(0), columns.length]
  return [...head, ...columns.flatMap(columnWords)]
}

function columnWords(column: SpanColumn): readonly number[] {
  const sources = column.map(
    ({ field, isLength, isCounted }) =>
      field | (isLength ? IS_LENGTH : 0) | (isCounted ? IS_COUNTED : 0),
  )
  return [sources.length, ...sources]
}

function memberWords(
  members: readonly SpanMember[],
  put: (text: Uint8Array) => number,
): readonly number[] {
  const words = members.flatMap((member) => {
    const key = new TextEncoder().encode(member.key)
    const place = [key.length, put(key)]
    return 'column' in member
      ? [VALUE, ...place, ...columnWords(member.column)]
      : [OPENING, ...place, ...memberWords(member.members, put)]
  })
  return [...words, CLOSING]
}
