// Has a reader of fields look at every line: at those that have a field that is new, while all others are counted by the
// scanner.
import { COUNT_STRIDE, FieldSpans } from '../../../scanner/fieldSpans.ts'
import { SpanPlan, SpanPlanTooLarge } from '../../../scanner/spanPlan.ts'
import type { SpanRows } from '../../../scanner/spanRows.ts'
import type { FieldPlace, FieldReader } from './fieldReader.ts'

const LF = 10

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** `chunks` are whole lines of JSON, each with its line feed. */
export async function findFields(
  chunks: AsyncIterable<Uint8Array>,
  reader: FieldReader,
  wasm: WebAssembly.Module,
): Promise<void> {
  const finder = new FieldFinder(reader, wasm)
  for await (const chunk of chunks) finder.read(chunk)
  reader.endFinding()
}

class FieldFinder {
  readonly #reader: FieldReader
  readonly #wasm: WebAssembly.Module
  #spans: FieldSpans | undefined
  #places: readonly FieldPlace[] = []
  /** [number of a place]: its place in `#places`. */
  #numbers: readonly number[] = []
  /** Of the reader, when that was planned. */
  #plannedSize = -1
  /** There are more places than the scanner has room for. */
  #isTooLarge = false

  constructor(reader: FieldReader, wasm: WebAssembly.Module) {
    this.#reader = reader
    this.#wasm = wasm
  }

  read(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length) {
      if (this.#spans) at += this.#count(this.#spans, chunk.subarray(at))
      at = this.#readNew(chunk, at)
    }
  }

  /** Counts lines up to one that has something new, which is read; returns the bytes of all of them. */
  #count(spans: FieldSpans, lines: Uint8Array): number {
    if (this.#isTooLarge) return 0
    const reader = this.#reader
    spans.push(lines)
    for (let next = spans.nextRows(); next !== 'end'; next = spans.nextRows()) {
      if (next === 'rows') this.#addCounts(spans)
      else {
        const { size } = reader
        reader.read(decoder.decode(spans.bytes.subarray(spans.lineFrom, spans.lineTo)), 0)
        if (size !== reader.size) break
      }
    }
    return spans.unread
  }

  #addCounts(spans: FieldSpans): void {
    if (spans.rowEnds.length === 0) return
    const { counts } = spans
    for (const [place, { field }] of this.#places.entries()) {
      const found = this.#reader.fields[field]
      if (found) found.lines += counts[COUNT_STRIDE * (this.#numbers[place] as number)] as number
    }
  }

  /** Reads lines from `at` on, up to one that has nothing new; returns where the next one begins. */
  #readNew(chunk: Uint8Array, at: number): number {
    const reader = this.#reader
    for (let size = -1; at < chunk.length && (size !== reader.size || this.#isTooLarge); ) {
      size = reader.size
      const end = chunk.indexOf(LF, at)
      reader.read(decoder.decode(chunk.subarray(at, end)), 0)
      at = end + 1
    }
    if (this.#plannedSize !== reader.size && !this.#isTooLarge) this.#plan()
    return at
  }

  #plan(): void {
    this.#plannedSize = this.#reader.size
    this.#places = this.#reader.places()
    const plan = new SpanPlan(this.#places)
    this.#numbers = plan.numbers
    const unexpected = plan.numbers.filter((_, place) => (this.#places[place]?.field ?? -1) < 0)
    const rows: SpanRows = { kind: 'known', unexpected }
    try {
      if (this.#spans) this.#spans.setPlan(plan, rows)
      else this.#spans = new FieldSpans(this.#wasm, plan, rows)
    } catch (error) {
      if (!(error instanceof SpanPlanTooLarge)) throw error
      this.#isTooLarge = true
    }
  }
}
