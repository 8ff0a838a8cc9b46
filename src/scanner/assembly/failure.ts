// Why the grammar stopped. Written only when a line is invalid, read by explain.ts right after, so
// that the fast path carries nothing for errors but a null pointer.

/** A value belongs at `failedAt`; what stands before it says which place of the grammar. */
export const IN_VALUE: i32 = 1
/** A key, or in an empty object its closing bracket. */
export const IN_KEY: i32 = 2
export const IN_COLON: i32 = 3
/** A comma or the closing bracket of the container of level `failedDepth`. */
export const AFTER_MEMBER: i32 = 4
/** The whole value is read. */
export const AFTER_VALUE: i32 = 5
export const IN_STRING: i32 = 6
export const IN_ESCAPE: i32 = 7
export const IN_UTF8: i32 = 8
export const IN_NUMBER: i32 = 9
export const IN_LITERAL: i32 = 10
export const AT_DEPTH: i32 = 11

export let failedAt: usize = 0
export let failedIn: i32 = 0
export let failedDepth: i32 = 0
/** Start of the string, number or literal that failed: its first byte, the quote included. */
export let failedFrom: usize = 0

/** Records the failure; returns the null pointer that the parsing functions hand upwards. */
export function fail(at: usize, where: i32, from: usize): usize {
  failedAt = at
  failedIn = where
  failedFrom = from
  return 0
}

export function failInside(at: usize, where: i32, depth: i32): usize {
  failedDepth = depth
  return fail(at, where, at)
}

export function setFailedDepth(depth: i32): usize {
  failedDepth = depth
  return 0
}
