// The program that the engine compiles an expression to, as far as the automaton runs it.
import type { RE2JS } from 're2js'
import type { CharacterTest } from './characterClasses.ts'

/** What a step of a program is (`Inst` of re2js). */
export const Op = {
  alt: 1,
  altMatch: 2,
  capture: 3,
  emptyWidth: 4,
  fail: 5,
  match: 6,
  nop: 7,
  rune: 8,
  rune1: 9,
  runeAny: 10,
  runeAnyNotLineFeed: 11,
} as const

/** What an empty-width step asks for, as bits. */
export const Assertion = {
  beginLine: 1,
  endLine: 2,
  beginText: 4,
  endText: 8,
  wordEdge: 16,
  noWordEdge: 32,
} as const

export interface Instruction {
  readonly op: number
  readonly out: number
  /** The other way on of a fork; the bits of an empty-width step; 1 where case does not matter. */
  readonly arg: number
  /** Pairs of first and last code points; one alone stands for itself. */
  readonly runes: ArrayLike<number>
  matchRune(codePoint: number): boolean
}

export interface Program {
  readonly inst: readonly Instruction[]
  readonly start: number
}

export function programOf(expression: RE2JS): Program {
  return expression.re2().prog as Program
}

const LINE_FEED = 10
/** Of ASCII only "k" and "s" have cases beyond it. */
const KELVIN = 0x212a
const LONG_S = 0x17f
/** Beyond it no two characters differ in case alone. */
const LAST_CASED = 0x1ffff

/** What an instruction asks of a character; undefined where it reads none. */
export function testOf(instruction: Instruction): CharacterTest | undefined {
  switch (instruction.op) {
    case Op.rune:
    case Op.rune1:
      return {
        edges: edgesOf(instruction),
        passes: (codePoint) => instruction.matchRune(codePoint),
      }
    case Op.runeAny:
      return { edges: [], passes: () => true }
    case Op.runeAnyNotLineFeed:
      return {
        edges: [LINE_FEED, LINE_FEED + 1],
        passes: (codePoint) => codePoint !== LINE_FEED,
      }
    default:
      return undefined
  }
}

function edgesOf(instruction: Instruction): number[] {
  const { runes, arg } = instruction
  if (runes.length !== 1) {
    return Array.from(runes, (codePoint, i) => (i % 2 === 0 ? codePoint : codePoint + 1))
  }
  const only = runes[0] as number
  return (arg & 1) === 0 ? [only, only + 1] : otherCases(only).flatMap((one) => [one, one + 1])
}

const casesOf = new Map<number, readonly number[]>()

/** The characters that are equal to one without regard to case. */
function otherCases(codePoint: number): readonly number[] {
  let cases = casesOf.get(codePoint)
  if (cases === undefined) {
    cases = findCases(codePoint)
    casesOf.set(codePoint, cases)
  }
  return cases
}

function findCases(codePoint: number): number[] {
  const letter = String.fromCodePoint(codePoint)
  if (codePoint < 0x80) {
    return [codeOf(letter.toLowerCase()), codeOf(letter.toUpperCase()), KELVIN, LONG_S]
  }
  const same = new RegExp(`^${letter}$`, 'iu')
  const cases = [codePoint]
  for (let other = 0; other <= LAST_CASED; other++) {
    if (same.test(String.fromCodePoint(other))) cases.push(other)
  }
  return cases
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) as number
}
