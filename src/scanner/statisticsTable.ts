// The figures of fields as the module has them in its memory (assembly/statisticsFields.ts, statisticsValues.ts).

import type { CountedPath } from './fieldStatistics.ts'

/** In the order in which a field has them. */
const KINDS = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const
export type CountedKind = (typeof KINDS)[number]

/** Lines are numbers from 0 on, in the order in which they were read. */
export interface CountedField {
  /** Its place among the fields; -1 of the lines' values themselves. */
  readonly parent: number
  /** From its parent; undefined of the first. */
  readonly step: CountedPath[number] | undefined
  readonly lines: number
  readonly first: number
  readonly kinds: readonly {
    readonly kind: CountedKind
    readonly lines: number
    readonly values: number
    readonly first: number
  }[]
  readonly numbers: {
    readonly min: number
    readonly max: number
    readonly sum: number
    readonly whole: number
  }
  /** In code points, elements, members; the shortest is 2^32 - 1 where there is none. */
  readonly lengths: Readonly<
    Record<
      'object' | 'array' | 'string',
      { readonly min: number; readonly max: number; readonly sum: number }
    >
  >
  readonly values: CountedValues
}

export interface CountedValues {
  /** In no order. */
  readonly kept: readonly CountedValue[]
  /** Values that are none of those kept. */
  readonly others: number
  /** Different values, of all; an estimate where there are others. */
  readonly distinct: number
}

export interface CountedValue {
  /** A text that is cut is the beginning of one. */
  readonly value: string | number | boolean | null
  readonly isCut: boolean
  readonly count: number
  readonly first: number
}

/** As in assembly/statisticsFields.ts. */
const FIELD_SIZE = 384
const KIND_SIZE = 24
const AT = {
  parent: 0,
  step: 4,
  keyLength: 8,
  keyText: 12,
  keyCount: 64,
  isMap: 68,
  isOverflown: 72,
  lines: 76,
  first: 84,
  kinds: 88,
  numbers: 232,
  lengths: 264,
  table: 312,
  mask: 316,
  isFull: 328,
  unkept: 336,
} as const
const STEPS = { key: 1, elements: 2 } as const
/** As in assembly/statisticsValues.ts. */
const SLOT_SIZE = 32
const VALUES = { string: 1, number: 2, true: 3, false: 4 } as const
const REGISTERS = 2048

export class FieldTable {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #from: number
  readonly #count: number
  readonly #registersOf: (field: number) => number

  constructor(
    bytes: Uint8Array,
    from: number,
    count: number,
    registersOf: (field: number) => number,
  ) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset)
    this.#from = from
    this.#count = count
    this.#registersOf = registersOf
  }

  fields(): CountedField[] {
    const places = new Map<number, number>()
    const found: CountedField[] = []
    for (let i = 0; i < this.#count; i++) {
      const at = this.#from + i * FIELD_SIZE
      if (this.#u32(at + AT.lines) === 0) continue
      places.set(at, found.length)
      found.push(this.#read(at, places.get(this.#u32(at + AT.parent)) ?? -1))
    }
    return found
  }

  /** The field at an address; undefined when no line has it. */
  field(at: number): CountedField | undefined {
    return at === 0 || this.#u32(at + AT.lines) === 0 ? undefined : this.#read(at, -1)
  }

  /** Objects that have too many keys; or the one that has the most, `few` or more. Not those inside of each other. */
  crowded(few: number | undefined): CountedPath[] {
    const found: number[] = []
    let most = 0
    for (let i = 0; i < this.#count; i++) {
      const at = this.#from + i * FIELD_SIZE
      const keys = this.#u32(at + AT.keyCount)
      if (few === undefined) {
        if (this.#u32(at + AT.isOverflown) !== 0) found.push(at)
      } else if (keys >= few && keys > most && this.#u32(at + AT.isMap) === 0) {
        most = keys
        found[0] = at
      }
    }
    const all = new Set(found)
    return found.filter((at) => !this.#isBelow(at, all)).map((at) => this.#path(at))
  }

  #isBelow(at: number, others: ReadonlySet<number>): boolean {
    for (let up = this.#u32(at); up !== 0; up = this.#u32(up)) if (others.has(up)) return true
    return false
  }

  #path(at: number): CountedPath {
    const path: CountedPath[number][] = []
    for (let up = at; this.#u32(up) !== 0; up = this.#u32(up)) {
      const step = this.#step(up)
      if (step !== undefined) path.push(step)
    }
    return path.reverse()
  }

  #step(at: number): CountedPath[number] | undefined {
    const step = this.#u32(at + AT.step)
    if (step === 0) return undefined
    if (step !== STEPS.key) return step === STEPS.elements ? 'elements' : 'members'
    return [this.#text(this.#u32(at + AT.keyText), this.#u32(at + AT.keyLength), false)]
  }

  #read(at: number, parent: number): CountedField {
    const kinds = KINDS.map((kind, i) => {
      const from = at + AT.kinds + i * KIND_SIZE
      const [lines, , first] = [this.#u32(from + 8), 0, this.#u32(from + 16)]
      return { kind, values: this.#u64(from), lines, first }
    })
    const length = (i: number) => {
      const from = at + AT.lengths + i * 16
      return { min: this.#u32(from), max: this.#u32(from + 4), sum: this.#u64(from + 8) }
    }
    const numbers = at + AT.numbers
    return {
      parent,
      step: this.#step(at),
      lines: this.#u32(at + AT.lines),
      first: this.#u32(at + AT.first),
      kinds: kinds.filter(({ lines }) => lines > 0),
      numbers: {
        min: this.#view.getFloat64(numbers, true),
        max: this.#view.getFloat64(numbers + 8, true),
        sum: this.#view.getFloat64(numbers + 16, true),
        whole: this.#u64(numbers + 24),
      },
      lengths: { object: length(0), array: length(1), string: length(2) },
      values: this.#values(at),
    }
  }

  #values(at: number): CountedValues {
    const table = this.#u32(at + AT.table)
    const kept: CountedValue[] = []
    const slots = table === 0 ? 0 : this.#u32(at + AT.mask) + 1
    for (let i = 0; i < slots; i++) {
      const slot = table + i * SLOT_SIZE
      const count = this.#u64(slot + 8)
      if (count === 0) continue
      const isCut = this.#bytes[slot + 21] === 1
      kept.push({ value: this.#value(slot, isCut), isCut, count, first: this.#u32(slot + 16) })
    }
    const others = this.#u64(at + AT.unkept)
    const distinct =
      this.#u32(at + AT.isFull) === 0
        ? kept.length
        : Math.max(kept.length + 1, this.#estimate(this.#registersOf(at)))
    return { kept, others, distinct }
  }

  #value(slot: number, isCut: boolean): CountedValue['value'] {
    const kind = this.#bytes[slot + 20]
    if (kind === VALUES.number) return this.#view.getFloat64(slot + 24, true)
    if (kind === VALUES.true) return true
    if (kind === VALUES.false) return false
    if (kind !== VALUES.string) return null
    return this.#text(this.#u32(slot + 24), this.#view.getUint16(slot + 22, true), isCut)
  }

  /** A text in the usual spelling, which may be cut within a character or an escape. */
  #text(at: number, length: number, isCut: boolean): string {
    let text = decoder.decode(this.#bytes.subarray(at, at + length), { stream: isCut })
    if (isCut) {
      decoder.decode()
      text = withoutHalfEscape(text)
    }
    return JSON.parse(`"${text}"`) as string
  }

  /** Of HyperLogLog, with counting of empty registers where there are many. */
  #estimate(registers: number): number {
    let sum = 0
    let empty = 0
    for (let i = 0; i < REGISTERS; i++) {
      const zeros = this.#bytes[registers + i] as number
      sum += 2 ** -zeros
      if (zeros === 0) empty++
    }
    const raw = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum
    const isSmall = raw <= 2.5 * REGISTERS && empty > 0
    return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : raw)
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, true)
  }

  #u64(at: number): number {
    return this.#u32(at) + this.#u32(at + 4) * 2 ** 32
  }
}

/** Without the beginning of an escape at the end. */
function withoutHalfEscape(text: string): string {
  const [tail, slashes = ''] = /(\\+)(?:u[\da-f]{0,3})?$/.exec(text) ?? ['']
  return slashes.length % 2 === 0
    ? text
    : text.slice(0, text.length - tail.length + slashes.length - 1)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
