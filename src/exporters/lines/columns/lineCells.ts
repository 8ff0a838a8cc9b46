// Lines as rows of cells: what of each line is in which column, by where it stands in the line's bytes.
import { lastAtMost } from '../../../base/bisect.ts'
import { ByteWriter } from '../../cells/byteWriter.ts'
import { writeString } from '../../cells/stringBytes.ts'
import { EACH, type FieldPath, isEach, isMany } from '../../../fields/fieldPath.ts'
import { FieldSpans, type ManySpans } from '../../../scanner/fieldSpans.ts'
import { type SpanField, SpanPlan } from '../../../scanner/spanPlan.ts'
import type { SpanColumn } from '../../../scanner/spanRows.ts'
import type { FieldReader } from '../fields/fieldReader.ts'
import type { ColumnSource, ExportColumn } from './exportColumn.ts'
import { type RowForm, spanRows } from './rowForm.ts'
import { lengthOfValue } from './valueLength.ts'

/** Arrays, and the values of paths with `[*]`, in a cell. */
export type ArrayWay = 'json' | 'joined' | 'counted' | 'rows'

export interface CellOptions {
  readonly arrays: ArrayWay
  /** Between elements that are joined. */
  readonly separator: string
  /** An object is no value where members of it are columns. */
  readonly isFlat: boolean
}

/** What a cell can be. Of a cell one of these is called, with UTF-8 [from, to) of `bytes`. */
export interface CellSink {
  /** The line has nothing there. */
  missing(): void
  null(): void
  /** A string as it is written in the line, with its quotes. */
  string(bytes: Uint8Array, from: number, to: number, isEscaped: boolean): void
  /** A number, true, or false, as it is written. */
  scalar(bytes: Uint8Array, from: number, to: number): void
  /** An object or array, as it is written, or an array of such values. */
  json(bytes: Uint8Array, from: number, to: number): void
  /** Elements that were joined. */
  joined(bytes: Uint8Array, from: number, to: number): void
  count(count: number): void
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const QUOTE = 34
const COMMA = 44
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const N = 110
const OPEN_BRACE = 123

/** A source of a column, with the numbers of the fields that are read for it. */
interface Source extends ColumnSource {
  readonly field: number
  /** What becomes a row each, or is joined: elements of the array there, or of that at the first `[*]`. */
  readonly elements: number | undefined
  /** It is what stands there, whatever becomes of arrays. */
  readonly isDirect: boolean
  /** It has a `[*]`, and another behind it. */
  readonly isMany: boolean
  readonly isManyEach: boolean
}

/** What of a chunk comes next: lines that were written, a line whose rows are to be written, or nothing. */
export type NextCells = 'written' | 'line' | 'end'

export class LineCells {
  /** Rows of the line: 1, or as many as the longest of its arrays has elements. */
  rows = 1
  readonly #columns: readonly (readonly Source[])[]
  readonly #spans: FieldSpans
  readonly #arrays: ArrayWay
  readonly #separator: Uint8Array
  readonly #scratch = new ByteWriter()
  /** Columns with several sources. */
  readonly #choosing: readonly number[]
  /** [column]: the source that the line has; undefined for none of several. */
  readonly #present: (Source | undefined)[]
  readonly #more: FieldReader | undefined
  /** Most rows are written by the scanner. */
  readonly #isFormed: boolean

  /**
   * `more`: has found the columns, and there is another column for what of a line is in none of them. `form`: what is
   * written of most lines without being asked cell by cell. Throws SpanPlanTooLarge.
   */
  constructor(
    wasm: WebAssembly.Module,
    columns: readonly ExportColumn[],
    { arrays, separator, isFlat }: CellOptions,
    {
      more,
      form,
    }: { readonly more?: FieldReader | undefined; readonly form?: RowForm | undefined } = {},
  ) {
    this.#more = more
    const fields: SpanField[] = []
    const ask = (field: SpanField): number => fields.push(field) - 1
    const asked = columns.map(({ sources, isWholeLine }) =>
      sources.map((source) => {
        const { path } = source
        const isOpened = !isWholeLine && !source.isLength && (isFlat || path.length === 0)
        return {
          ...source,
          field: ask({ path, isOpened }),
          elements: needsElements(source, arrays) ? ask({ path: elementsOf(path) }) : undefined,
        }
      }),
    )
    const plan = new SpanPlan(fields)
    const numberOf = (place: number): number => plan.numbers[place] as number
    this.#columns = asked.map((sources) =>
      sources.map(({ field, elements, ...source }) => ({
        ...source,
        field: numberOf(field),
        elements: elements === undefined ? undefined : numberOf(elements),
        isDirect: elements === undefined && !isMany(source.path),
        isMany: isMany(source.path),
        isManyEach: source.path.filter(isEach).length > 1,
      })),
    )
    // What makes several rows, or lists of several values, is written cell by cell.
    this.#isFormed =
      form !== undefined && !more && this.#columns.flat().every(({ isDirect }) => isDirect)
    const spanColumns = this.#columns.map((sources) => spanColumn(sources, arrays))
    this.#spans = new FieldSpans(
      wasm,
      plan,
      form && this.#isFormed ? spanRows(form, spanColumns) : undefined,
    )
    this.#arrays = arrays
    this.#separator = new TextEncoder().encode(separator)
    this.#present = this.#columns.map((sources) => sources[0])
    this.#choosing = [...this.#columns.keys()].filter(
      (column) => this.#columns[column]?.length !== 1,
    )
  }

  get columnCount(): number {
    return this.#columns.length + (this.#more ? 1 : 0)
  }

  /** `chunk`: whole lines of JSON, each with its line feed. */
  push(chunk: Uint8Array): void {
    this.#spans.push(chunk)
  }

  /** Of lines that were written: until anything else is called, where in `bytes` their rows begin, and each ends. */
  get written(): Pick<FieldSpans, 'bytes' | 'rowsFrom' | 'rowEnds'> {
    return this.#spans
  }

  /** Goes on in the chunk. Throws ScannerMemoryError. */
  next(): NextCells {
    if (this.#isFormed) {
      const next = this.#spans.nextRows()
      if (next === 'rows') return 'written'
      if (next === 'end') return next
    } else if (!this.#spans.next()) return 'end'
    this.rows = 1
    for (const column of this.#choosing) {
      this.#present[column] = this.#columns[column]?.find((source) => this.#has(source))
    }
    if (this.#arrays === 'rows') {
      for (const source of this.#present) {
        if (source) this.rows = Math.max(this.rows, this.#elementsIn(source)?.from.length ?? 1)
      }
    }
    return 'line'
  }

  /** The cell of a column in a row of the line, from 0 on. */
  write(column: number, row: number, sink: CellSink): void {
    if (column === this.#columns.length) {
      this.#writeMore(sink)
      return
    }
    const source = this.#present[column]
    if (!source || !this.#has(source)) {
      sink.missing()
      return
    }
    if (source.isDirect) {
      this.#writeSingle(source, sink)
      return
    }
    const list = this.#elementsIn(source)
    if (list && this.#arrays === 'rows') this.#writeElement(source, list, row, sink)
    else if (source.isMany) {
      const all = this.#many(source.field)
      this.#writeMany(source, all, 0, all.from.length, sink)
    } else if (list && this.#arrays === 'joined') {
      this.#writeMany(source, list, 0, list.from.length, sink)
    } else this.#writeSingle(source, sink)
  }

  /** Paths with their values, as one JSON object. */
  #writeMore(sink: CellSink): void {
    const { bytes, lineFrom, lineTo } = this.#spans
    const text = decoder.decode(bytes.subarray(lineFrom, lineTo))
    this.#more?.read(text, 0)
    const rest = this.#more?.rest ?? []
    if (rest.length === 0) {
      sink.missing()
      return
    }
    const members = rest.map(
      ({ path, from, to }) => `${JSON.stringify(path)}:${text.slice(from, to)}`,
    )
    const scratch = this.#scratch
    scratch.length = 0
    scratch.text(`{${members.join()}}`)
    sink.json(scratch.bytes, 0, scratch.length)
  }

  #has({ field }: Source): boolean {
    const list = this.#spans.many[field]
    return list ? list.from.length > 0 : (this.#spans.from[field] as number) >= 0
  }

  #many(field: number): ManySpans {
    return this.#spans.many[field] as ManySpans
  }

  /** The elements that the line has for a source; undefined where there is no array. */
  #elementsIn({ isMany, field, elements }: Source): ManySpans | undefined {
    if (elements === undefined) return undefined
    const isArray = isMany || this.#spans.bytes[this.#spans.from[field] as number] === OPEN_BRACKET
    return isArray ? this.#many(elements) : undefined
  }

  #writeElement(source: Source, elements: ManySpans, row: number, sink: CellSink): void {
    if (row >= elements.from.length) {
      sink.missing()
      return
    }
    if (!source.isMany) {
      this.#writeOf(source, elements, row, sink)
      return
    }
    const values = this.#many(source.field)
    const from = firstFrom(values.from, elements.from[row] as number)
    const to = firstFrom(values.from, elements.to[row] as number)
    if (source.isManyEach && to > from) this.#writeList(source, values, from, to, sink)
    else if (to > from) this.#writeOf(source, values, from, sink)
    else sink.missing()
  }

  /** Values [from, to) of a list as one cell. */
  #writeMany(source: Source, list: ManySpans, from: number, to: number, sink: CellSink): void {
    if (this.#arrays === 'counted') sink.count(to - from)
    else if (this.#arrays === 'joined') this.#writeJoined(source, list, from, to, sink)
    else this.#writeList(source, list, from, to, sink)
  }

  #writeJoined(source: Source, list: ManySpans, from: number, to: number, sink: CellSink): void {
    const scratch = this.#scratch
    const { bytes } = this.#spans
    scratch.length = 0
    for (let i = from; i < to; i++) {
      if (i > from) scratch.copy(this.#separator, 0, this.#separator.length)
      const start = list.from[i] as number
      const end = list.to[i] as number
      if (source.isLength) scratch.text(String(this.#lengthIn(list, i) ?? 'null'))
      else if (bytes[start] !== QUOTE) scratch.copy(bytes, start, end)
      else if (list.isEscaped[i] === true) writeString(scratch, bytes, start + 1, end - 1)
      else scratch.copy(bytes, start + 1, end - 1)
    }
    sink.joined(scratch.bytes, 0, scratch.length)
  }

  #writeList(source: Source, list: ManySpans, from: number, to: number, sink: CellSink): void {
    const scratch = this.#scratch
    scratch.length = 0
    scratch.byte(OPEN_BRACKET)
    for (let i = from; i < to; i++) {
      if (i > from) scratch.byte(COMMA)
      if (source.isLength) scratch.text(String(this.#lengthIn(list, i) ?? 'null'))
      else scratch.copy(this.#spans.bytes, list.from[i] as number, list.to[i] as number)
    }
    scratch.byte(CLOSE_BRACKET)
    sink.json(scratch.bytes, 0, scratch.length)
  }

  #lengthIn({ from, to, isEscaped }: ManySpans, i: number): number | undefined {
    return lengthOfValue(this.#spans, from[i] as number, to[i] as number, isEscaped[i] === true)
  }

  #writeOf(source: Source, { from, to, isEscaped }: ManySpans, i: number, sink: CellSink): void {
    this.#writeValue(source, from[i] as number, to[i] as number, isEscaped[i] === true, sink)
  }

  #writeSingle(source: Source, sink: CellSink): void {
    const { field } = source
    const { bytes, from, to, isEscaped } = this.#spans
    const start = from[field] as number
    const end = to[field] as number
    if (this.#arrays === 'counted' && !source.isLength && bytes[start] === OPEN_BRACKET) {
      sink.count(this.#spans.countIn(start))
    } else this.#writeValue(source, start, end, isEscaped[field] === 1, sink)
  }

  #writeValue(
    { isLength }: Source,
    from: number,
    to: number,
    isEscaped: boolean,
    sink: CellSink,
  ): void {
    const { bytes } = this.#spans
    const first = bytes[from] as number
    if (isLength) {
      const length = lengthOfValue(this.#spans, from, to, isEscaped)
      if (length === undefined) sink.missing()
      else sink.count(length)
    } else if (first === QUOTE) sink.string(bytes, from, to, isEscaped)
    else if (first === N) sink.null()
    else if (first === OPEN_BRACE || first === OPEN_BRACKET) sink.json(bytes, from, to)
    else sink.scalar(bytes, from, to)
  }
}

function spanColumn(sources: readonly Source[], arrays: ArrayWay): SpanColumn {
  return sources.map(({ field, isLength }) => ({
    field,
    isLength,
    isCounted: arrays === 'counted' && !isLength,
  }))
}

/** The first place of ascending addresses that is at `address` or behind it. */
function firstFrom(addresses: readonly number[], address: number): number {
  return lastAtMost(addresses, addresses.length, address - 1) + 1
}

function needsElements({ path, isLength }: ColumnSource, arrays: ArrayWay): boolean {
  if (arrays === 'rows') return !isLength || isMany(path)
  return arrays === 'joined' && !isLength && !isMany(path)
}

function elementsOf(path: FieldPath): FieldPath {
  const first = path.findIndex(isEach)
  return first < 0 ? [...path, EACH] : path.slice(0, first + 1)
}
