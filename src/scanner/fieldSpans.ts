// Where the values of some fields stand in lines of JSON, line by line. Nothing is parsed or decoded, and what is
// not asked for is passed without being looked into.
import { ScannerMemory } from './scannerMemory.ts'
import type { SpanPlan } from './spanPlan.ts'
import type { SpanRows } from './spanRows.ts'

/** Bytes that are copied and read at a time, so that both find them in the processor's cache. */
const PIECE = 512 * 1024
/** Bytes of rows that are written at a time; beyond them, the module may store some. */
const ROWS = 512 * 1024
const ROWS_SLACK = 64
const LF = 10

/** As in assembly/fieldSpans.ts. */
const EVENT_WORDS = 3
const FIELD_MASK = 0xffff
const ESCAPED = 0x10000
const LINE = 0x20000
const FORGET = 0x40000
/** As in assembly/fieldRows.ts. */
const ODD = 1
/** In words. */
export const COUNT_STRIDE = 4
/** In bytes. */
const COUNT_OFFSET = 4

/** Values of one field that a line can have several of: [from, to) in `bytes`, in their order. */
export interface ManySpans {
  readonly from: number[]
  readonly to: number[]
  /** It is a string with escapes. */
  readonly isEscaped: boolean[]
}

export class FieldSpans {
  /** [number of a field]: where its value begins in `bytes`; -1 where the line has none. */
  from = new Int32Array(0)
  to = new Int32Array(0)
  /** 1: it is a string with escapes. */
  isEscaped = new Uint8Array(0)
  /** [number of a field]: of those that a line can have several values of. */
  many: readonly (ManySpans | undefined)[] = []
  /** The line's own range, without its line feed. */
  lineFrom = 0
  lineTo = 0
  readonly #memory: ScannerMemory
  #lists: readonly ManySpans[] = []
  /** Events that are still to be looked at; those after `#at` of the first of them. */
  #queue: Uint32Array[] = []
  #at = 0
  #chunk: Uint8Array = new Uint8Array(0)
  /** Of the chunk, what has not been copied yet; of the piece, where its next line and its end are. */
  #rest = 0
  #next = 0
  #end = 0
  /** What `nextRows` has written, until anything else is called: where in `bytes` the first row begins, and each ends. */
  rowsFrom = 0
  rowEnds = new Uint32Array(0)
  /** The line after them has to be written otherwise. */
  #isOdd = false

  /** `rows`: what `nextRows` writes of a plan without fields that have several values. Throws SpanPlanTooLarge. */
  constructor(wasm: WebAssembly.Module, plan: SpanPlan, rows?: SpanRows) {
    this.#memory = new ScannerMemory(wasm, (_, from, to) => {
      // More events than there is room for, of one line: they are kept, and the module goes on.
      this.#queue.push(new Uint32Array(this.#memory.buffer.slice(from, to)))
      return 0
    })
    this.setPlan(plan, rows)
  }

  /** Before anything is pushed. Throws SpanPlanTooLarge, and is of no use afterwards. */
  setPlan(plan: SpanPlan, rows?: SpanRows): void {
    const { bytes, exports } = this.#memory
    plan.write(bytes, exports.planAddress(), rows)
    const count = plan.isMany.length
    this.from = new Int32Array(count)
    this.to = new Int32Array(count)
    this.isEscaped = new Uint8Array(count)
    this.many = plan.isMany.map((isMany) =>
      isMany ? { from: [], to: [], isEscaped: [] } : undefined,
    )
    this.#lists = this.many.filter((list) => list !== undefined)
  }

  /** In which the spans are. Another one after each `next`. */
  get bytes(): Uint8Array {
    return this.#memory.bytes
  }

  /** Elements of the array, or members of the object, that begins at `from` of `bytes`. */
  countIn(from: number): number {
    return this.#memory.exports.countIn(from)
  }

  /** Where in the chunk the next line begins. */
  get unread(): number {
    return this.#rest - (this.#end - this.#next)
  }

  /** Of rows that are counts, until anything else is called: how many lines have field i, at COUNT_STRIDE * i. */
  get counts(): Uint32Array {
    const { buffer, exports } = this.#memory
    const length = COUNT_STRIDE * this.from.length
    return new Uint32Array(buffer, exports.captureFromAddress() + COUNT_OFFSET, length)
  }

  /** `chunk`: whole lines of JSON, each with its line feed. They are read by `next`. */
  push(chunk: Uint8Array): void {
    this.#chunk = chunk
    this.#rest = 0
    this.#next = 0
    this.#end = 0
    this.#queue = []
    this.#at = 0
    this.#isOdd = false
  }

  /**
   * Goes on in the chunk: by lines whose rows are written, or by one that has to be written otherwise, of which there
   * are the spans. Throws as `next`.
   */
  nextRows(): 'rows' | 'line' | 'end' {
    if (this.#isOdd) {
      this.#isOdd = false
      this.#readSpans(this.#next + 1)
      if (this.next()) return 'line'
    }
    if (this.#next === this.#end && !this.#copyPiece()) return 'end'
    const length = this.#end - this.#memory.bufferFrom
    this.#memory.reserve(length + ROWS + 2 * ROWS_SLACK)
    const { exports, buffer } = this.#memory
    this.rowsFrom = this.#end + ROWS_SLACK
    this.#next = exports.writeSpans(this.#next, this.#end, this.rowsFrom, this.rowsFrom + ROWS)
    const header = new Uint32Array(buffer, exports.headerAddress(), 2)
    const [count, why] = header as unknown as [number, number]
    this.rowEnds = new Uint32Array(buffer, exports.endsAddress(), count)
    this.#isOdd = why === ODD
    return 'rows'
  }

  /**
   * Goes to the next line of the chunk; false at its end. Throws ScannerMemoryError when a line is too long for
   * this machine.
   */
  next(): boolean {
    this.from.fill(-1)
    for (const list of this.#lists) {
      list.from.length = 0
      list.to.length = 0
      list.isEscaped.length = 0
    }
    for (;;) {
      const events = this.#queue[0]
      if (events) {
        if (this.#take(events)) return true
        this.#queue.shift()
        this.#at = 0
      } else if (!this.#readMore()) return false
    }
  }

  /** Takes events up to the end of a line; false where they end before. */
  #take(events: Uint32Array): boolean {
    const { from, to, isEscaped, many } = this
    for (let at = this.#at; at < events.length; at += EVENT_WORDS) {
      const what = events[at] as number
      const first = events[at + 1] as number
      const second = events[at + 2] as number
      if (what < LINE) {
        const field = what & FIELD_MASK
        const list = many[field]
        if (list) {
          list.from.push(first)
          list.to.push(second)
          list.isEscaped.push(what >= ESCAPED)
        } else {
          from[field] = first
          to[field] = second
          isEscaped[field] = what >> 16
        }
      } else if (what < FORGET) {
        this.lineFrom = first
        this.lineTo = second
        this.#at = at + EVENT_WORDS
        return true
      } else this.#forget(what & FIELD_MASK, first, second)
    }
    return false
  }

  /** Values of fields [fieldFrom, fieldTo) that stand from `address` on. */
  #forget(fieldFrom: number, fieldTo: number, address: number): void {
    for (let field = fieldFrom; field < fieldTo; field++) {
      const list = this.many[field]
      if (!list) {
        this.from[field] = -1
        continue
      }
      while ((list.from.at(-1) ?? -1) >= address) {
        list.from.pop()
        list.to.pop()
        list.isEscaped.pop()
      }
    }
  }

  #readMore(): boolean {
    if (this.#next === this.#end && !this.#copyPiece()) return false
    this.#readSpans(this.#end)
    return true
  }

  /** Of the lines that begin before `to`. */
  #readSpans(to: number): void {
    const { exports, buffer } = this.#memory
    this.#next = exports.readSpans(this.#next, to)
    const [bytes] = new Uint32Array(buffer, exports.headerAddress(), 1) as unknown as [number]
    this.#queue.push(new Uint32Array(buffer, exports.captureFromAddress(), bytes / 4))
  }

  /** The next lines of the chunk; false when all have been read. */
  #copyPiece(): boolean {
    const from = this.#rest
    if (from === this.#chunk.length) return false
    let to = Math.min(this.#chunk.length, from + PIECE)
    const lastLf = this.#chunk.lastIndexOf(LF, to - 1)
    to = lastLf < from ? this.#chunk.indexOf(LF, to) + 1 : lastLf + 1
    this.#memory.shrink(0)
    this.#memory.reserve(to - from)
    const { bytes, bufferFrom } = this.#memory
    bytes.set(this.#chunk.subarray(from, to), bufferFrom)
    this.#next = bufferFrom
    this.#end = bufferFrom + to - from
    this.#rest = to
    return true
  }
}
