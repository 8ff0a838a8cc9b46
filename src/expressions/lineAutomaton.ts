// Runs an expression over the bytes of lines, without decoding them: an automaton of the engine's
// program, built as far as the bytes ask for. One look at a table for each character, and a bound on
// the work that may be done before the caller gets back control.
import { CharacterClasses } from './characterClasses.ts'
import { Op, Assertion, type Program, testOf } from './program.ts'
import { codePointAt, lengthAt } from './utf8.ts'

/** The state in which a line begins. A state is where its row of the table begins. */
export const BEGIN = 0
/** Instead of a state: a match has been found. */
export const MATCHED = -1
const UNKNOWN = -2

/** Entries of the table and states at most; then it is built again. */
const MOST_ENTRIES = 2 ** 21
const MOST_STATES = 4096
/** Steps of the program that may be followed at once: some milliseconds. */
const MOST_WORK = 100_000

/** What stood before a state: nothing, a letter, digit or underscore, or another character. */
type Before = 'nothing' | 'word' | 'other'

interface State {
  /** Steps to go on with, ascending, before anything that reads no character. */
  readonly steps: readonly number[]
  readonly before: Before
}

export class LineAutomaton {
  /** Where `run` stopped. */
  at = 0
  readonly #program: Program
  readonly #classes: CharacterClasses
  /** Whether the program asks where words begin and end. */
  readonly #asksForWords: boolean
  /** [state + class]: the next state. */
  #next = new Int32Array(0)
  #states: State[] = []
  #numbers = new Map<string, number>()
  /** [number of a state]: whether a line that ends there matches. */
  #isEnd: (boolean | undefined)[] = []
  #work = 0

  constructor(program: Program) {
    this.#program = program
    const isWordTest = { edges: [48, 58, 65, 91, 95, 96, 97, 123], passes: isWord }
    const tests = program.inst.flatMap((instruction) => testOf(instruction) ?? [])
    this.#classes = new CharacterClasses([isWordTest, ...tests])
    this.#asksForWords = program.inst.some(
      ({ op, arg }) =>
        op === Op.emptyWidth && (arg & (Assertion.wordEdge | Assertion.noWordEdge)) !== 0,
    )
    this.#forget()
  }

  /**
   * Whether bytes, a line without its end, hold a match. `check` is called whenever much has been done: what it
   * throws ends the test.
   */
  test(bytes: Uint8Array, check: () => void = () => {}): boolean {
    let state = this.run(BEGIN, bytes, 0, bytes.length)
    while (this.at < bytes.length && state !== MATCHED) {
      check()
      state = this.run(state, bytes, this.at, bytes.length)
    }
    return this.matchesAt(state)
  }

  /**
   * Goes on from a state over bytes [from, to) of a line, which do not end within a character; stops
   * at `at` when a match is found or much has been done. States are good until the next line.
   */
  run(from: number, bytes: Uint8Array, first: number, to: number): number {
    if (from === MATCHED) return MATCHED
    const { ofBmp } = this.#classes
    let next = this.#next
    let state = from
    let at = first
    this.#work = 0
    while (at < to) {
      const byte = bytes[at] as number
      let of: number
      if (byte < 0x80) {
        of = ofBmp[byte] as number
        at++
      } else {
        of = this.#classes.of(codePointAt(bytes, at, to))
        at += lengthAt(bytes, at, to)
      }
      const known = next[state + of] as number
      if (known >= 0) {
        state = known
        continue
      }
      state = known === UNKNOWN ? this.#step(state, of) : MATCHED
      if (state === MATCHED || this.#work > MOST_WORK) break
      next = this.#next
    }
    this.at = at
    return state
  }

  /** Whether a line that ends in this state matches. */
  matchesAt(state: number): boolean {
    if (state === MATCHED) return true
    const number = state / this.#classes.count
    this.#isEnd[number] ??= this.#close(this.#states[number] as State, undefined) === undefined
    return this.#isEnd[number]
  }

  #step(from: number, of: number): number {
    const { count, samples } = this.#classes
    const sample = samples[of] as number
    const steps = this.#close(this.#states[from / count] as State, sample)
    if (steps === undefined) {
      this.#next[from + of] = MATCHED
      return MATCHED
    }
    const before = this.#asksForWords && isWord(sample) ? 'word' : 'other'
    const isFull = this.#states.length >= this.#mostStates
    if (isFull) this.#forget()
    const to = count * this.#numberOf({ steps, before })
    // When full, the state that it came from has been forgotten.
    if (!isFull) this.#next[from + of] = to
    return to
  }

  get #mostStates(): number {
    return Math.max(16, Math.min(MOST_STATES, Math.floor(MOST_ENTRIES / this.#classes.count)))
  }

  /**
   * The steps after a character, or after the end of the line where there is none; undefined when
   * they lead to a match before it.
   */
  #close({ steps, before }: State, character: number | undefined): number[] | undefined {
    const { inst, start } = this.#program
    const places = placesOf(before, character)
    const seen = new Uint8Array(inst.length)
    const after = new Set<number>()
    const waiting = [start, ...steps]
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (seen[step] === 1) continue
      seen[step] = 1
      this.#work++
      const instruction = inst[step]
      if (instruction === undefined) continue
      const { op, out, arg } = instruction
      switch (op) {
        case Op.match:
          return undefined
        case Op.alt:
        case Op.altMatch:
          waiting.push(out, arg)
          break
        case Op.capture:
        case Op.nop:
          waiting.push(out)
          break
        case Op.emptyWidth:
          if ((arg & ~places) === 0) waiting.push(out)
          break
        case Op.fail:
          break
        default:
          if (character === undefined) break
          if (op === Op.runeAny || (op === Op.runeAnyNotLineFeed && character !== 10)) {
            after.add(out)
          } else if (op !== Op.runeAnyNotLineFeed && instruction.matchRune(character)) {
            after.add(out)
          }
      }
    }
    return [...after].sort((a, b) => a - b)
  }

  #numberOf(state: State): number {
    const name = `${state.before} ${state.steps.join()}`
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#states.length
    this.#numbers.set(name, number)
    this.#states.push(state)
    const { count } = this.#classes
    const needed = (number + 1) * count
    if (this.#next.length < needed) {
      const grown = new Int32Array(2 * needed).fill(UNKNOWN)
      grown.set(this.#next)
      this.#next = grown
    }
    return number
  }

  #forget(): void {
    this.#next = new Int32Array(0)
    this.#numbers.clear()
    this.#isEnd = []
    this.#states = []
    this.#numberOf({ steps: [], before: 'nothing' })
  }
}

function placesOf(before: Before, character: number | undefined): number {
  const isWordBefore = before === 'word'
  const isWordAfter = character !== undefined && isWord(character)
  return (
    (before === 'nothing' ? Assertion.beginLine | Assertion.beginText : 0) |
    (character === undefined ? Assertion.endLine | Assertion.endText : 0) |
    (isWordBefore === isWordAfter ? Assertion.noWordEdge : Assertion.wordEdge)
  )
}

function isWord(codePoint: number): boolean {
  return (
    (codePoint >= 48 && codePoint <= 57) ||
    (codePoint >= 65 && codePoint <= 90) ||
    codePoint === 95 ||
    (codePoint >= 97 && codePoint <= 122)
  )
}
