// Values of JSON that follow one another across line breaks, found and copied onto lines by the WebAssembly
// module (assembly/elements.ts). It works on a window of the text, from the value that is being read to the
// last byte that has come; places count from the window's first byte.

import { OUTPUT_SIZE, WindowEngine } from './windowEngine.ts'

/**
 * - `whole`: the value ends at `at`
 * - `more`: the bytes end; go on at `at` when there are more of them
 * - `broken`: the byte at `at` cannot stand where it does: the value's end cannot be told
 * - `bad-word`: what ends at `at` is neither a number nor a literal
 * - `closed`: the bracket that ends the elements is at `at`
 * - `odd`: what is at `at` does not belong between elements
 * - `full`: the next element is whole, and there is no room for it in the output
 */
export type ElementStop = 'whole' | 'more' | 'broken' | 'bad-word' | 'closed' | 'odd' | 'full'

/** In the order of the numbers in assembly/elements.ts. @internal For tests, too. */
export const ELEMENT_STOPS: readonly ElementStop[] = [
  'whole',
  'more',
  'broken',
  'bad-word',
  'closed',
  'odd',
  'full',
]

/** What may come next: `first` an element or the closing bracket, `next` an element, `after` a comma. */
export type ElementPhase = 'first' | 'next' | 'after' | 'inside' | 'ended'

/** In the order of the numbers in assembly/elements.ts. @internal For tests, too. */
export const ELEMENT_PHASES: readonly ElementPhase[] = ['first', 'next', 'after', 'inside', 'ended']

export interface SplitPlace {
  readonly phase: ElementPhase
  /** Where the element begins that is `inside` or `ended`. */
  readonly start: number
  readonly at: number
}

export interface PassOptions {
  /** No more bytes will come. */
  readonly isLast: boolean
}

export interface ElementEngine {
  /** Makes room for a window of `length` bytes, and keeps what is there. */
  reserve(length: number): void
  /** Gives room back of which only `length` bytes are in use. */
  shrink(length: number): void
  /** The first `length` bytes of the window, to be read and written; stale after `reserve` and `shrink`. */
  window(length: number): Uint8Array
  /** The next value begins with this byte. */
  beginValue(first: number): void
  /**
   * Passes the value that began at `start` and was read up to `at`; the window has `to` bytes. `start` is
   * undefined where earlier bytes of the value are gone: less of it is checked then.
   */
  passValue(
    start: number | undefined,
    at: number,
    to: number,
    options: PassOptions,
  ): { readonly stop: ElementStop; readonly at: number }
  /**
   * Copies whole elements to the output, up to what is none. `isLoose`: there may be commas between them or
   * not, and no bracket ends them.
   */
  split(
    place: SplitPlace,
    to: number,
    options: PassOptions & { readonly isLoose: boolean },
  ): SplitPlace & {
    readonly stop: ElementStop
    readonly count: number
    readonly output: Uint8Array
  }
  /** Takes line breaks out of the whole value [from, to) of the window; returns its new end. */
  compact(from: number, to: number): number
}

const IS_LAST = 1
const IS_KEPT = 2
const IS_LOOSE = 4

export class WasmElements extends WindowEngine implements ElementEngine {
  beginValue(first: number): void {
    this.memory.exports.beginValue(first)
  }

  passValue(
    start: number | undefined,
    at: number,
    to: number,
    { isLast }: PassOptions,
  ): { stop: ElementStop; at: number } {
    const from = this.from
    if (isLast) this.endWindow(to)
    const flags = (isLast ? IS_LAST : 0) | (start === undefined ? 0 : IS_KEPT)
    const { exports } = this.memory
    const stop = exports.passValue(from + (start ?? at), from + at, from + to, flags)
    return { stop: ELEMENT_STOPS[stop] as ElementStop, at: (this.#state[0] as number) - from }
  }

  split(
    { phase, start, at }: SplitPlace,
    to: number,
    { isLast, isLoose }: PassOptions & { readonly isLoose: boolean },
  ): SplitPlace & { stop: ElementStop; count: number; output: Uint8Array } {
    const from = this.from
    if (isLast) this.endWindow(to)
    const { exports, bytes, bufferFrom } = this.memory
    const stop = exports.splitElements(
      from + start,
      from + at,
      from + to,
      ELEMENT_PHASES.indexOf(phase),
      bufferFrom,
      bufferFrom + OUTPUT_SIZE,
      (isLast ? IS_LAST : 0) | (isLoose ? IS_LOOSE : 0),
    )
    const [stopped, began, next, outputTo, count] = this.#state as unknown as number[]
    return {
      stop: ELEMENT_STOPS[stop] as ElementStop,
      at: (stopped as number) - from,
      start: (began as number) - from,
      phase: ELEMENT_PHASES[next as number] as ElementPhase,
      output: bytes.subarray(bufferFrom, outputTo),
      count: count as number,
    }
  }

  compact(from: number, to: number): number {
    const base = this.from
    return this.memory.exports.compactValue(base + from, base + to, base + from, 1) - base
  }

  get #state(): Uint32Array {
    const { buffer, exports } = this.memory
    return new Uint32Array(buffer, exports.elementStateAddress(), 5)
  }
}
