// A stretch of a column of hashes (lineHashes.ts).

export const PAGE_BITS = 16
/** Lines per page. */
export const PAGE = 1 << PAGE_BITS

/** The 11 bits are not known; they go with any. */
export const ANY_CHECK = 0xffff

/** [line - 65,536 * page]; 0 where the line has none. */
export interface HashPage {
  readonly hashes: Float64Array<ArrayBuffer>
  readonly checks: Uint16Array
}
