// What is worth knowing about the text of a valid line that its parsed value no longer shows. It is
// part of a line's shape, so that lines of one shape have it in common. Per line.

/** An escape for one half of a surrogate pair, without the other half. */
export const LONE_SURROGATE: u32 = 1
/** U+2028 or U+2029 as it is. */
export const LINE_SEPARATOR: u32 = 2
/** A key stands twice in an object. */
export const DOUBLED_KEY: u32 = 4
/** Some object had more keys than could be compared. */
export const TOO_MANY_KEYS: u32 = 8
/** An integer that a double cannot hold with all its digits. */
export const INEXACT_INTEGER: u32 = 16
/** A number that a double takes for infinity, or for zero though it is none. */
export const OUT_OF_RANGE: u32 = 32
/** A key begins or ends with white space. */
export const PADDED_KEY: u32 = 64

/** What is told again of a number, however its line is recognised. */
export const OF_NUMBERS: u32 = INEXACT_INTEGER | OUT_OF_RANGE

export let facts: u32 = 0

// @ts-ignore: decorator
@inline
export function resetFacts(): void {
  facts = 0
}

export function noteFact(fact: u32): void {
  facts |= fact
}
