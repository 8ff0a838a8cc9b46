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

export let facts: u32 = 0

// @ts-ignore: decorator
@inline
export function resetFacts(): void {
  facts = 0
}

export function noteFact(fact: u32): void {
  facts |= fact
}
