// Where things lie in the linear memory. The TypeScript side gets each address from the exports
// below, so that this file is the only place that knows. Static data of the module lies under
// FIXED_FROM; the bytes of lines lie from BUFFER on, and everything before BUFFER is copied when a
// grown memory is given back for a fresh one: no state may live in globals between two calls.

/** Lines of one batch at most. */
export const MAX_LINES: i32 = 8192
/** Objects and arrays inside each other at most. */
export const MAX_DEPTH: i32 = 1024

const FIXED_FROM: usize = 0x10000

/** One byte per level: OBJECT or ARRAY, the container that level `depth` (from 1) is in. */
export const LEVELS: usize = FIXED_FROM
const LEVELS_SIZE: usize = 0x1000

/** u32 lines in the batch, u32 bytes of the batch. */
export const HEADER: usize = LEVELS + LEVELS_SIZE
const HEADER_SIZE: usize = 0x1000

export const ENDS: usize = HEADER + HEADER_SIZE
export const ERROR_AT: usize = ENDS + <usize>MAX_LINES * 4
export const STATUS: usize = ERROR_AT + <usize>MAX_LINES * 4
export const FLAGS: usize = STATUS + <usize>MAX_LINES

/** The literal that is searched for, and u32 places where it was found. */
export const MAX_NEEDLE: usize = 0x4000
export const MAX_MATCHES: i32 = 4096
export const NEEDLE: usize = FLAGS + <usize>MAX_LINES
export const MATCHES: usize = NEEDLE + MAX_NEEDLE
const MATCHES_SIZE: usize = <usize>MAX_MATCHES * 4

/** Free bytes in front, because the UTF-8 check looks at the three bytes before a string. */
export const BUFFER: usize = (MATCHES + MATCHES_SIZE + 0xffff + 64) & ~0xffff
/** Bytes after the last line that must be readable: vector loads run past the end. */
export const PADDING: usize = 64

export const OBJECT: u8 = 1
export const ARRAY: u8 = 2
