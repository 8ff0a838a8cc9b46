// What is asked of the fields of lines, as the table that the module reads (assembly/fieldPlan.ts): a tree of the
// steps that lead to fields, the tests at its nodes, and a program that combines what they come to.
import { keyBytes } from './keyBytes.ts'

/** A key, an index (0-based, -1 is the last), or every element. */
export type PlanStep = string | number | { readonly each: true }

export const FIELD_OPERATORS = ['equals', 'less', 'atMost', 'more', 'atLeast'] as const
export type FieldOperator = (typeof FIELD_OPERATORS)[number]

/** One question about the values of a field; it is true of a line when it is of one of them. */
export type PlanTest =
  /** `mask`: bits for object 1, array 2, string 4, number 8, true 16, false 32, null 64. */
  | { readonly kind: 'kind'; readonly mask: number }
  | { readonly kind: 'text'; readonly operator: FieldOperator; readonly text: string }
  | { readonly kind: 'starts' | 'ends' | 'contains'; readonly text: string }
  | { readonly kind: 'number'; readonly operator: FieldOperator; readonly value: number }
  | { readonly kind: 'length'; readonly operator: FieldOperator; readonly value: number }
  /** Of strings, by the answer of `ask` alone. */
  | { readonly kind: 'asked' }
  /** True of every value, or of every one that has a length; the first of a line is noted. */
  | { readonly kind: 'captured'; readonly isLength: boolean }
  /** No question: lines are compared by it (lineKeys.ts). */
  | { readonly kind: 'key' }

/** As in assembly/memory.ts. */
export const MOST_CAPTURES = 8

/** How a line is read that has a finding set. */
export type LineWay = 'plain' | 'by-asking' | 'unread' | 'blank'

const LINE_WAYS: readonly LineWay[] = ['plain', 'by-asking', 'unread', 'blank']

export interface FieldPlan {
  /** Captures, MOST_CAPTURES at most, are the first of them. */
  readonly tests: readonly { readonly path: readonly PlanStep[]; readonly test: PlanTest }[]
  /** [verdict]: numbers of the steps that are true of its lines; beside those of `tests`, and behind them. */
  readonly verdictTests: readonly (readonly number[])[]
  /** In postfix order: the number of a test, or what to do with the last values. */
  readonly program: readonly (number | 'and' | 'or' | 'not')[]
}

/** A plan is larger than there is room for: texts of some hundred KB. */
class PlanTooLarge extends Error {
  override name = 'PlanTooLarge'
}

/** As in assembly/fieldPlan.ts. */
const TEST_KINDS = {
  kind: 1,
  text: 2,
  number: 3,
  starts: 4,
  ends: 5,
  contains: 6,
  length: 7,
  asked: 8,
  captured: 9,
  key: 10,
}
const STEPS = { and: 64, or: 65, not: 66 } as const
const HEADER_SIZE = 64 + 4096
const SETS = 64
const PLAN_SIZE = 0x100000
/** Texts may be read so many bytes beyond their ends. */
const SLACK = 16
const FROM_END = 0xffffffff

interface Node {
  readonly keys: Map<string, Node>
  readonly items: Map<number, Node>
  each: Node | undefined
  readonly tests: { readonly number: number; readonly test: PlanTest }[]
}

function makeNode(): Node {
  return { keys: new Map(), items: new Map(), each: undefined, tests: [] }
}

function descend(root: Node, path: readonly PlanStep[]): Node {
  let node = root
  for (const step of path) {
    let child: Node | undefined
    if (typeof step === 'string') {
      child = node.keys.get(step) ?? makeNode()
      node.keys.set(step, child)
    } else if (typeof step === 'number') {
      child = node.items.get(step) ?? makeNode()
      node.items.set(step, child)
    } else {
      child = node.each ?? makeNode()
      node.each = child
    }
    node = child
  }
  return node
}

/**
 * Writes a plan where the module has it. `ways`: how lines are read, and the number of their verdict, by finding
 * set. Throws PlanTooLarge.
 */
export function writeFieldPlan(
  bytes: Uint8Array,
  address: number,
  plan: FieldPlan,
  wayOf: (findingSet: number) => { readonly way: LineWay; readonly verdict: number },
): void {
  const root = makeNode()
  for (const [number, { path, test }] of plan.tests.entries()) {
    descend(root, path).tests.push({ number, test })
  }
  const writer = new PlanWriter(bytes, address)
  const rootAt = plan.tests.length > 0 ? writer.node(root) : 0
  const program = plan.program.map((step) => (typeof step === 'number' ? step : STEPS[step]))
  writer.header(rootAt, Uint8Array.from(program), plan)
  for (let set = 0; set < 4096; set++) {
    const { way, verdict } = wayOf(set)
    bytes[address + SETS + set] = LINE_WAYS.indexOf(way) | (verdict << 2)
  }
}

class PlanWriter {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #from: number
  #top: number

  constructor(bytes: Uint8Array, address: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset)
    this.#from = address
    this.#top = address + HEADER_SIZE
  }

  header(root: number, program: Uint8Array, { tests, verdictTests }: FieldPlan): void {
    this.#u32(this.#from, root)
    this.#u32(this.#from + 4, this.#text(program))
    this.#u32(this.#from + 8, program.length)
    this.#u32(this.#from + 12, tests.filter(({ test }) => test.kind === 'captured').length)
    this.#u64(this.#from + 16, (1n << BigInt(tests.length)) - 1n)
    for (const [verdict, numbers] of verdictTests.entries()) {
      const bits = numbers.reduce((sum, number) => sum | (1n << BigInt(number)), 0n)
      this.#u64(this.#from + 24 + verdict * 8, bits)
    }
  }

  /** Writes a node and all below it; returns its address. */
  node(node: Node): number {
    const at = this.#room(32)
    const keys = [...node.keys]
    this.#u32(
      at,
      this.#list(keys, 32, (entry, [key, child]) => {
        const text = keyBytes(key)
        this.#u32(entry + 4, this.node(child))
        this.#u32(entry + 8, text.length)
        this.#u32(entry + 12, this.#text(text))
        for (let i = 0; i < Math.min(8, text.length); i++) {
          this.#bytes[entry + 16 + i] = text[i] as number
          this.#bytes[entry + 24 + i] = 0xff
        }
      }),
    )
    this.#u32(at + 4, keys.length)
    this.#u32(
      at + 8,
      this.#list([...node.items], 16, (entry, [index, child]) => {
        this.#u32(entry + 4, this.node(child))
        this.#view.setInt32(entry + 8, index, true)
      }),
    )
    this.#u32(at + 12, node.each ? this.node(node.each) : 0)
    this.#u32(
      at + 16,
      this.#list(node.tests, 32, (entry, { number, test }) => {
        this.#test(entry, number, test)
      }),
    )
    const indexes = [...node.items.keys()]
    const limit = indexes.some((index) => index < 0) ? FROM_END : Math.max(-1, ...indexes) + 1
    this.#u32(at + 20, limit)
    return at
  }

  #test(at: number, number: number, test: PlanTest): void {
    this.#bytes[at + 6] = number
    // There is no UTF-8 of half a surrogate pair.
    const isAsked = 'text' in test && !test.text.isWellFormed()
    this.#bytes[at + 4] = isAsked ? TEST_KINDS.asked : TEST_KINDS[test.kind]
    if ('operator' in test) this.#bytes[at + 5] = FIELD_OPERATORS.indexOf(test.operator)
    if ('mask' in test) this.#u32(at + 8, test.mask)
    if (test.kind === 'captured' && test.isLength) this.#u32(at + 8, 1)
    if ('value' in test) this.#view.setFloat64(at + 24, test.value, true)
    if ('text' in test) {
      const text = encoder.encode(test.text)
      if (!hasShortEscape(text)) this.#u32(at + 8, 1)
      this.#u32(at + 12, text.length)
      this.#u32(at + 16, this.#text(text))
    }
  }

  /** Entries that are linked by their first word; the address of the first, or 0. */
  #list<T>(items: readonly T[], size: number, write: (at: number, item: T) => void): number {
    let next = 0
    for (const item of [...items].reverse()) {
      const at = this.#room(size)
      this.#u32(at, next)
      write(at, item)
      next = at
    }
    return next
  }

  #text(bytes: Uint8Array): number {
    const at = this.#room(bytes.length + SLACK)
    this.#bytes.set(bytes, at)
    return at
  }

  /** Zeros, at a multiple of 8. */
  #room(size: number): number {
    const at = this.#top
    this.#top = (at + size + 7) & ~7
    if (this.#top > this.#from + PLAN_SIZE) throw new PlanTooLarge()
    this.#bytes.fill(0, at, this.#top)
    return at
  }

  #u32(at: number, value: number): void {
    this.#view.setUint32(at, value, true)
  }

  #u64(at: number, value: bigint): void {
    this.#view.setBigUint64(at, value, true)
  }
}

/** Whether a character of the text can be written as an escape of two bytes, or has to be one. */
function hasShortEscape(text: Uint8Array): boolean {
  return text.some((byte) => byte < 0x20 || byte === 0x22 || byte === 0x2f || byte === 0x5c)
}

const encoder = new TextEncoder()

/** What a line that is asked for as a whole is called (assembly/fieldTests.ts). */
export const ASK_LINE = -1
