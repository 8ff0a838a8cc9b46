// Reads lines for all of their fields: which there are, and how much of what. The lines were read before: their
// finding sets say how each may be read. Figures stay in the module's memory until they are asked for; that is
// bounded, whatever the lines are.

import type { LineWay } from './fieldPlan.ts'
import { ASK_LINE } from './fieldPlan.ts'
import { spellPlainly } from './plainSpelling.ts'
import { powersOfTen } from './powersOfTen.ts'
import { LinePieces } from './linePieces.ts'
import { ScannerMemory } from './scannerMemory.ts'
import { FieldTable, type CountedField } from './statisticsTable.ts'

export interface CountedLines {
  /**
   * Writes the words of lines `firstLine` and those after it, whose lowest twelve bits are finding sets, into
   * `words`; as many as there are.
   */
  readonly readWords: (firstLine: number, words: Uint16Array) => void
  readonly wayOf: (findingSet: number) => LineWay
}

export interface StatisticsLimits {
  /** Fields in all; up to 4,096. */
  readonly fields: number
  /** Keys of an object's field that are told apart. */
  readonly keys: number
  /** Steps to a field. */
  readonly depth: number
  /** Different values of a field that are counted one by one. */
  readonly kept: number
  /** Bytes of a text that are kept; up to 1,024. */
  readonly textBytes: number
}

/** To a child: by a key, which is in an array so that it is not taken for a word; every element; every member. */
export type CountedPath = readonly (readonly [key: string] | 'elements' | 'members')[]

/** Where each bin begins, ascending, and where the last one ends, which includes its end. For 1 to 64 bins. */
export type BinEdges = readonly number[]

/** One field alone is looked at, and more closely. */
export interface StatisticsTarget {
  readonly path: CountedPath
  readonly numbers?: BinEdges | undefined
  readonly lengths?: BinEdges | undefined
  readonly sizes?: BinEdges | undefined
  /** Called with each string of the field, quotes included: a view that is overwritten. */
  readonly onText?: ((bytes: Uint8Array) => void) | undefined
}

export interface BinCounts {
  readonly numbers: readonly number[]
  readonly lengths: readonly number[]
  readonly sizes: readonly number[]
  /** Numbers that are in no bin. */
  readonly outside: number
}

export interface CountedTotals {
  readonly lines: number
  readonly notJson: number
  readonly blank: number
  /** Lines with values beyond the depth. */
  readonly tooDeep: number
  /** Fields are left out. */
  readonly isCut: boolean
}

/** As in assembly/memory.ts. */
const MAX_LINES = 8192
const LINE_WAYS: readonly LineWay[] = ['plain', 'by-asking', 'unread', 'blank']
/** What the module asks, as in assembly/statisticsNumber.ts and statisticsCounts.ts. */
const ASK_NUMBER = -2
const ASK_TIME = -3
/** How the module is told of children that have no key. */
const ELEMENTS = -1
const MEMBERS = -2

/** Places in the region, as in assembly/statisticsMemory.ts. */
const AT = {
  limits: 8,
  isCut: 28,
  totals: 32,
  overflows: 52,
  target: 56,
  asksTexts: 60,
  answer: 64,
  bins: { numbers: 72, lengths: 88, sizes: 104 },
  counts: { numbers: 256, lengths: 256 + 65 * 8, sizes: 256 + 65 * 8 * 2 },
  edges: { numbers: 2048, lengths: 2048 + 65 * 8, sizes: 2048 + 65 * 8 * 2 },
} as const
const MAX_BINS = 64

/** Objects whose keys are not told apart, at most; and how often it is begun again because of one. */
const MOST_MAPS = 64
/** Of an object with fewer keys it is not said that they are ids. */
const FEW_KEYS = 32

export class FieldStatistics {
  readonly #memory: ScannerMemory
  readonly #pieces: LinePieces
  readonly #lines: CountedLines
  readonly #target: StatisticsTarget | undefined
  readonly #maps: CountedPath[]
  readonly #keyLimit: number
  #usualKeys: readonly string[]
  readonly #words = new Uint16Array(MAX_LINES)
  #line = 0
  #restarts = 0

  /**
   * `maps`: objects whose keys are not told apart; others are found. `usualKeys`: of the lines' values, as many as
   * `limits.keys`; these are told apart all the same, since one line with keys of its own says nothing about those
   * that all lines have.
   */
  constructor(
    wasm: WebAssembly.Module,
    lines: CountedLines,
    limits: StatisticsLimits,
    options: {
      readonly target?: StatisticsTarget
      readonly maps?: readonly CountedPath[]
      readonly usualKeys?: readonly string[]
    } = {},
  ) {
    this.#lines = lines
    this.#target = options.target
    this.#maps = [...(options.maps ?? [])]
    this.#keyLimit = limits.keys
    this.#usualKeys = (options.usualKeys ?? []).slice(0, limits.keys)
    this.#memory = new ScannerMemory(wasm, (what, from, to) => this.#answer(what, from, to), true)
    this.#pieces = new LinePieces(this.#memory)
    const { bytes, buffer, exports } = this.#memory
    const region = exports.bufferAddress()
    const { fields, keys, depth, kept, textBytes } = limits
    new Uint32Array(buffer, region + AT.limits, 5).set([fields, keys, depth, kept, textBytes])
    new BigUint64Array(buffer, exports.statisticsPowersAddress()).set(powersOfTen())
    for (let set = 0; set < 4096; set++) {
      bytes[exports.statisticsWaysAddress() + set] = LINE_WAYS.indexOf(lines.wayOf(set))
    }
    this.#begin()
  }

  /** Reads the lines that end in `chunk`. Throws ScannerMemoryError when a line is too long for this machine. */
  push(chunk: Uint8Array): void {
    for (const length of this.#pieces.push(chunk)) this.#read(length)
  }

  /** Reads the last line when no LF ends it. */
  finish(): void {
    for (const length of this.#pieces.finish()) this.#read(length)
  }

  get linesRead(): number {
    return this.#line
  }

  /** Whether `beginsAgain` would say so: there is no use in reading on. */
  get isCrowded(): boolean {
    return this.#crowded().length > 0
  }

  /** Whether the keys of the lines' values will be one field when it begins again: which are usual counts from then on. */
  get isRootCrowded(): boolean {
    return this.#crowded().some((path) => path.length === 0)
  }

  /** As for the constructor, before it begins again. */
  tellUsualKeys(keys: readonly string[]): void {
    this.#usualKeys = keys.slice(0, this.#keyLimit)
  }

  /**
   * Whether an object turned out to have too many keys, so that all lines are to be read again from the first, with
   * those keys as one field: then everything is forgotten, and the next chunk is the first one.
   */
  beginsAgain(): boolean {
    const found = this.#crowded()
    if (found.length === 0) return false
    this.#maps.push(...found)
    this.#restarts++
    this.#begin()
    return true
  }

  /** Objects whose keys are not told apart. */
  get maps(): readonly CountedPath[] {
    return this.#maps
  }

  totals(): CountedTotals {
    const [lines, notJson, blank, tooDeep] = new Uint32Array(
      this.#memory.buffer,
      this.#region + AT.totals,
      4,
    ) as unknown as [number, number, number, number]
    const isCut = this.#word(AT.isCut) > 0 || this.#word(AT.overflows) > 0
    return { lines, notJson, blank, tooDeep, isCut }
  }

  /** Fields that were met, parents before their children. */
  fields(): CountedField[] {
    return this.#table().fields()
  }

  /** The field that alone is looked at; undefined when it was not met. */
  target(): CountedField | undefined {
    return this.#table().field(this.#word(AT.target))
  }

  binCounts(): BinCounts {
    const read = (name: 'numbers' | 'lengths' | 'sizes'): number[] => {
      const at = this.#region + AT.counts[name]
      const counts = new BigUint64Array(this.#memory.buffer, at, MAX_BINS + 1)
      return Array.from(counts.subarray(0, binsOf(this.#target?.[name]) + 1), Number)
    }
    const numbers = read('numbers')
    const outside = numbers.pop() ?? 0
    return {
      numbers,
      lengths: read('lengths').slice(0, -1),
      sizes: read('sizes').slice(0, -1),
      outside,
    }
  }

  #crowded(): CountedPath[] {
    const overflows = this.#word(AT.overflows)
    if (this.#target || (overflows === 0 && this.#word(AT.isCut) === 0)) return []
    if (this.#restarts >= MOST_MAPS) return []
    const found = this.#table().crowded(overflows > 0 ? undefined : FEW_KEYS)
    return this.#maps.length + found.length > MOST_MAPS ? [] : found
  }

  get #region(): number {
    return this.#memory.exports.bufferAddress()
  }

  #word(at: number): number {
    return new Uint32Array(this.#memory.buffer, this.#region + at, 1)[0] as number
  }

  #table(): FieldTable {
    const { exports, bytes } = this.#memory
    return new FieldTable(bytes, exports.statisticsFieldsAddress(), this.#word(0), (field) =>
      exports.statisticsRegistersAddress(field),
    )
  }

  #begin(): void {
    this.#pieces.reset()
    this.#line = 0
    const { exports } = this.#memory
    exports.resetStatistics()
    for (const path of this.#maps) {
      if (path.length === 0) for (const key of this.#usualKeys) this.#place([[key]])
      exports.mergeStatisticsKeys(this.#place(path))
    }
    const target = this.#target
    if (!target) return
    const view = new DataView(this.#memory.buffer, this.#region)
    view.setUint32(AT.target, this.#place(target.path), true)
    view.setUint32(AT.asksTexts, target.onText ? 1 : 0, true)
    for (const name of ['numbers', 'lengths', 'sizes'] as const) {
      const edges = target[name]
      const count = binsOf(edges)
      view.setUint32(AT.bins[name] + 8, count, true)
      for (const [i, edge] of edges?.entries() ?? []) {
        view.setFloat64(AT.edges[name] + i * 8, edge, true)
      }
      const width = edges ? (edges[count] as number) - (edges[0] as number) : 0
      view.setFloat64(AT.bins[name], width > 0 ? count / width : 0, true)
    }
  }

  /** The field at a path, which is made where there was none. */
  #place(path: CountedPath): number {
    const { exports, bytes, bufferFrom } = this.#memory
    let field = exports.statisticsFieldsAddress()
    for (const step of path) {
      if (typeof step === 'string') {
        field = exports.addStatisticsField(field, 0, step === 'elements' ? ELEMENTS : MEMBERS)
        continue
      }
      // In the usual spelling, as the module has texts.
      const key = encoder.encode(JSON.stringify(step[0]).slice(1, -1))
      bytes.set(key, bufferFrom)
      field = exports.addStatisticsField(field, bufferFrom, key.length)
    }
    return field
  }

  /** The first `length` bytes of the buffer are whole lines. */
  #read(length: number): void {
    const { exports, bufferFrom } = this.#memory
    const to = bufferFrom + length
    for (let from = bufferFrom; from < to; ) {
      this.#lines.readWords(this.#line, this.#words)
      new Uint16Array(this.#memory.buffer, exports.tagsAddress(), MAX_LINES).set(this.#words)
      from = exports.countFields(from, to, this.#line === 0 ? 1 : 0, this.#line)
      this.#line += exports.statisticsLines()
    }
  }

  #answer(what: number, from: number, to: number): number {
    const bytes = this.#memory.bytes.subarray(from, to)
    if (what === ASK_TIME) {
      this.#target?.onText?.(bytes)
      return 0
    }
    const text = decoder.decode(bytes)
    if (what === ASK_NUMBER) {
      const view = new DataView(this.#memory.buffer, this.#region)
      view.setFloat64(AT.answer, Number(text), true)
      return 0
    }
    return what === ASK_LINE ? this.#plainLine(text) : 0
  }

  /** Where a line stands that says the same as `text`, and whose keys are all different; 0 when that is no JSON. */
  #plainLine(text: string): number {
    let plain: Uint8Array
    try {
      plain = encoder.encode(`${spellPlainly(JSON.parse(text))}\n`)
    } catch {
      return 0
    }
    // Memory that grows does not move: the module goes on reading where it was.
    this.#memory.reserve(this.#pieces.held + 1 + plain.length)
    const at = this.#memory.bufferFrom + this.#pieces.held + 1
    this.#memory.bytes.set(plain, at)
    return at
  }
}

function binsOf(edges: BinEdges | undefined): number {
  return edges ? edges.length - 1 : 0
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
