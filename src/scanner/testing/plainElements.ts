// What assembly/elements.ts does, byte by byte and plainly: the two are held to each other.

import {
  type ElementEngine,
  type ElementStop,
  type PassOptions,
  type SplitPlace,
} from '../elementEngine.ts'
import { OUTPUT_SIZE } from '../windowEngine.ts'
import { MAX_DEPTH } from '../syntaxCodes.ts'

const code = (c: string): number => c.charCodeAt(0)
const QUOTE = code('"')
const BACKSLASH = code('\\')
const LF = code('\n')
const SPACES = ' \t\r\n'
const WORD_ENDS = `${SPACES},:"[]{}`
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

const isOneOf = (set: string, c: number | undefined): boolean =>
  c !== undefined && set.includes(String.fromCharCode(c))

export class PlainElements implements ElementEngine {
  #bytes = new Uint8Array(64)
  readonly #output = new Uint8Array(OUTPUT_SIZE)
  #isWord = false
  /** The brackets that are open. */
  #open = ''
  #inString = false
  #isEscaped = false

  reserve(length: number): void {
    if (length <= this.#bytes.length) return
    const larger = new Uint8Array(length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  shrink(): void {}

  window(length: number): Uint8Array {
    return this.#bytes.subarray(0, length)
  }

  beginValue(first: number): void {
    this.#isWord = !isOneOf('[{"', first)
    this.#open = ''
    this.#inString = false
    this.#isEscaped = false
  }

  passValue(
    start: number | undefined,
    from: number,
    to: number,
    _options?: PassOptions,
  ): { stop: ElementStop; at: number } {
    let at = from
    for (; at < to && !this.#isWord; at++) {
      const c = this.#bytes[at] as number
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (c === BACKSLASH) this.#isEscaped = true
        else if (c === QUOTE) {
          this.#inString = false
          if (this.#open === '') return { stop: 'whole', at: at + 1 }
        }
        if (c === LF) return { stop: 'broken', at }
      } else if (c === QUOTE) this.#inString = true
      else if (c === BACKSLASH) return { stop: 'broken', at }
      else if (isOneOf('[{', c)) {
        if (this.#open.length === MAX_DEPTH || this.#lacksKey(start, at)) {
          return { stop: 'broken', at }
        }
        this.#open += String.fromCharCode(c)
      } else if (isOneOf(']}', c)) {
        if (!isOneOf('[]{}', c) || this.#open.at(-1) !== (c === code(']') ? '[' : '{')) {
          return { stop: 'broken', at }
        }
        this.#open = this.#open.slice(0, -1)
        if (this.#open === '') return { stop: 'whole', at: at + 1 }
      }
    }
    if (!this.#isWord) return { stop: 'more', at }
    while (at < to && !isOneOf(WORD_ENDS, this.#bytes[at])) at++
    if (at === to) return { stop: 'more', at }
    const isBad =
      start !== undefined && !WORD.test(String.fromCharCode(...this.#bytes.subarray(start, at)))
    return { stop: isBad ? 'bad-word' : 'whole', at }
  }

  split(
    place: SplitPlace,
    to: number,
    { isLoose }: PassOptions & { readonly isLoose: boolean },
  ): SplitPlace & { stop: ElementStop; count: number; output: Uint8Array } {
    let { phase, start, at } = place
    let stop: ElementStop = 'more'
    let count = 0
    let written = 0
    for (;;) {
      if (phase !== 'inside' && phase !== 'ended') {
        while (at < to && isOneOf(SPACES, this.#bytes[at])) at++
        if (at === to) break
        const c = this.#bytes[at] as number
        if (c === code(',') && (phase === 'after' || isLoose)) {
          if (phase === 'after') phase = 'next'
          at++
          continue
        }
        if (c === code(']') && phase !== 'next' && !isLoose) stop = 'closed'
        else if (phase === 'after' || isOneOf(',:]}', c)) stop = 'odd'
        if (stop !== 'more') break
        this.beginValue(c)
        start = at
        phase = 'inside'
      }
      if (phase === 'inside') {
        const passed = this.passValue(start, at, to)
        at = passed.at
        stop = passed.stop
        if (stop !== 'whole') break
        phase = 'ended'
      }
      if (written + (at - start) + 1 > OUTPUT_SIZE) {
        stop = 'full'
        break
      }
      const line = joined(this.#bytes.subarray(start, at))
      this.#output.set(line, written)
      written += line.length
      this.#output[written++] = LF
      count++
      phase = isLoose ? 'first' : 'after'
      stop = 'more'
    }
    return { stop, phase, start, at, count, output: this.#output.subarray(0, written) }
  }

  compact(from: number, to: number): number {
    const line = joined(this.#bytes.subarray(from, to))
    this.#bytes.set(line, from)
    return from + line.length
  }

  #lacksKey(start: number | undefined, at: number): boolean {
    if (start === undefined || this.#open.at(-1) !== '{') return false
    let before = at - 1
    while (before > start && isOneOf(SPACES, this.#bytes[before])) before--
    return this.#bytes[before] === code(',')
  }
}

/** The value without the whitespace between tokens that holds a line break. */
function joined(bytes: Uint8Array): Uint8Array {
  const text = Array.from(bytes, (c) => String.fromCharCode(c)).join('')
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+|[^" \t\r\n]+/gs) ?? []
  let out = ''
  tokens.forEach((token, i) => {
    if (!/^[ \t\r\n]+$/.test(token) || !/[\r\n]/.test(token)) out += token
    else if (![out.at(-1), tokens[i + 1]?.[0]].some((c) => WORD_ENDS.includes(c ?? ','))) out += ' '
  })
  return Uint8Array.from(out, (c) => c.charCodeAt(0))
}
