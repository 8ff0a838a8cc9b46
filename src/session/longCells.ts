// Cells of lines that are too long to be parsed for a row: where their values stand is looked up in their bytes, and
// only what a cell can show of a value is decoded.
import type { LineId } from '../base/units.ts'
import type { LineContent } from '../document/contentReader.ts'
import type { FieldPath } from '../fields/fieldPath.ts'
import { FieldSpans } from '../scanner/fieldSpans.ts'
import { SpanPlan } from '../scanner/spanPlan.ts'
import { lengthOfValue } from '../exporters/lines/columns/valueLength.ts'
import type { OpenDocument } from './openDocument.ts'
import type { ShownColumn } from './shownColumns.ts'

/**
 * Bytes of lines that are looked into for one window of rows, the first such line aside; the rows of further ones
 * are shown as text.
 */
const LONG_BYTES_LIMIT = 128 * 1024 * 1024
/** Of that first line. */
const LONGEST_LINE = 512 * 1024 * 1024
/** Lines whose cells are kept, so that scrolling to and fro does not read them again. */
const MOST_KEPT = 400

const QUOTE = 34
const LF = 10
/** Bytes that a code unit takes at most, as itself and as an escape. */
const UNIT_BYTES = 3
const ESCAPE_BYTES = 6

const WHOLE_ESCAPES = /^(?:[^\\]|\\u[\da-f]{4}|\\[^u])*/i

/** What a cell can show. */
export interface CellBounds {
  /** Code units of a value that are decoded at most. */
  readonly units: number
  /** Values of one field. */
  readonly values: number
}

interface Kept {
  readonly contentRef: number
  readonly columns: string
  readonly texts: readonly string[]
}

const kept = new WeakMap<OpenDocument, Map<LineId, Kept>>()

/**
 * The values of all columns of lines of JSON, each cut after `bounds.units` code units, '' where a line has none;
 * undefined for a line that is too much to read. `lines`: as they are now, cut or not. Rejects with ReadFailure.
 */
export async function longCells(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  columns: readonly ShownColumn[],
  lines: readonly LineContent[],
  bounds: CellBounds,
): Promise<readonly (readonly string[] | undefined)[]> {
  const known = kept.get(doc) ?? new Map<LineId, Kept>()
  kept.set(doc, known)
  const key = columns.map(({ id }) => id).join('\n')
  let reader: LongLineReader | undefined
  let bytesRead = 0
  const cells: (readonly string[] | undefined)[] = []
  for (const { id, contentRef, byteLength } of lines) {
    const before = known.get(id)
    if (before?.contentRef === contentRef && before.columns === key) {
      cells.push(before.texts)
      continue
    }
    const isTooMuch = bytesRead > 0 && bytesRead + byteLength > LONG_BYTES_LIMIT
    if (isTooMuch || byteLength > LONGEST_LINE) {
      cells.push(undefined)
      continue
    }
    bytesRead += byteLength
    // One at a time: several would be in memory at once.
    const [content] = await doc.lines.readContents([id])
    reader ??= new LongLineReader(wasm, columns, bounds)
    const texts = content && reader.read(content.bytes)
    cells.push(texts)
    if (texts && content.contentRef === contentRef) {
      known.delete(id)
      known.set(id, { contentRef, columns: key, texts })
      const [oldest] = known.keys()
      if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest)
    }
  }
  return cells
}

/** The first of these that a line has is what the cell shows. */
function pathsOf({ field, paths }: ShownColumn): readonly FieldPath[] {
  return field ? [field.path] : paths
}

class LongLineReader {
  readonly #spans: FieldSpans
  readonly #columns: readonly { readonly isLength: boolean; readonly fields: readonly number[] }[]
  readonly #bounds: CellBounds

  constructor(wasm: WebAssembly.Module, columns: readonly ShownColumn[], bounds: CellBounds) {
    const asked = columns.map(pathsOf)
    const plan = new SpanPlan(asked.flat().map((path) => ({ path })))
    let next = 0
    this.#columns = columns.map((column, i) => ({
      isLength: column.field?.isLength === true,
      fields: (asked[i] ?? []).map(() => plan.numbers[next++] as number),
    }))
    this.#spans = new FieldSpans(wasm, plan)
    this.#bounds = bounds
  }

  /** `bytes`: a line of JSON. */
  read(bytes: Uint8Array): readonly string[] | undefined {
    const from = bytes[0] === 0xef ? 3 : 0
    const line = new Uint8Array(bytes.length - from + 1)
    line.set(bytes.subarray(from))
    line[line.length - 1] = LF
    this.#spans.push(line)
    if (!this.#spans.next()) return undefined
    return this.#columns.map(({ fields, isLength }) => this.#cell(fields, isLength))
  }

  #cell(fields: readonly number[], isLength: boolean): string {
    const { from, isEscaped, many, to } = this.#spans
    for (const field of fields) {
      const list = many[field]
      if (list) {
        const count = Math.min(list.from.length, this.#bounds.values)
        const texts = Array.from({ length: count }, (_, i) =>
          this.#text(
            list.from[i] as number,
            list.to[i] as number,
            list.isEscaped[i] === true,
            isLength,
          ),
        )
        return texts.filter((text) => text !== undefined).join(', ')
      }
      const start = from[field] as number
      if (start >= 0) {
        return this.#text(start, to[field] as number, isEscaped[field] === 1, isLength) ?? ''
      }
    }
    return ''
  }

  #text(from: number, to: number, isEscaped: boolean, isLength: boolean): string | undefined {
    if (isLength) return lengthOfValue(this.#spans, from, to, isEscaped)?.toString()
    if (this.#spans.bytes[from] !== QUOTE) return this.#decoded(from, to, UNIT_BYTES)
    if (!isEscaped) return this.#decoded(from + 1, to - 1, UNIT_BYTES)
    const text = this.#decoded(from + 1, to - 1, ESCAPE_BYTES)
    return JSON.parse(`"${WHOLE_ESCAPES.exec(text)?.[0] ?? ''}"`) as string
  }

  /** The first code units of UTF-8 [from, to), none of them of a character that is cut. */
  #decoded(from: number, to: number, unitBytes: number): string {
    const end = from + this.#bounds.units * unitBytes
    const bytes = this.#spans.bytes.subarray(from, Math.min(to, end))
    // What is left of a character that is cut stays in a decoder that nobody asks again.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: to > end })
  }
}
