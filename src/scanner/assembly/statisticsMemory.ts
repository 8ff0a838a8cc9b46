// Where the figures of fields lie: in a region of their own from BUFFER on, behind which lines lie while fields are
// counted (../fieldStatistics.ts). It is kept between two calls, and read by the TypeScript side.

import { BUFFER } from './memory'

/** Of the whole region. Pages that nothing was written to take no memory. */
export const STATISTICS_SIZE: usize = 0x2800000

/** u32 each: fields so far, the end of what is used of the arena. */
export const FIELD_COUNT: usize = BUFFER
export const ARENA_TOP: usize = BUFFER + 4
/** u32 each, bounds as ../fieldStatistics.ts sets them. */
export const FIELD_LIMIT: usize = BUFFER + 8
export const KEY_LIMIT: usize = BUFFER + 12
export const DEPTH_LIMIT: usize = BUFFER + 16
export const KEPT_LIMIT: usize = BUFFER + 20
export const TEXT_LIMIT: usize = BUFFER + 24
/** u32: something was left out for want of room. */
export const IS_CUT: usize = BUFFER + 28
/** u32 each: lines that were counted, that are not JSON, that are blank, that are too deep. */
export const COUNTED: usize = BUFFER + 32
export const NOT_JSON: usize = BUFFER + 36
export const BLANK_LINES: usize = BUFFER + 40
export const TOO_DEEP: usize = BUFFER + 44
/** u32: the last line, plus one, that was too deep. */
export const TOO_DEEP_LAST: usize = BUFFER + 48
/** u32: objects that were found to have too many keys. */
export const OVERFLOWS: usize = BUFFER + 52
/** u32: the one field that is looked at, or 0; and whether its strings are asked about one by one. */
export const TARGET: usize = BUFFER + 56
export const ASKS_TEXTS: usize = BUFFER + 60
/** f64: a number that was asked for. */
export const ANSWER: usize = BUFFER + 64
/** f64: bins per unit, about; u32: how many. Of numbers, lengths, sizes of arrays. */
export const BIN_SCALE: usize = BUFFER + 72
export const BIN_COUNT: usize = BUFFER + 80
export const LENGTH_SCALE: usize = BUFFER + 88
export const LENGTH_COUNT: usize = BUFFER + 96
export const SIZE_SCALE: usize = BUFFER + 104
export const SIZE_COUNT: usize = BUFFER + 112
/** u64 for each bin, and u64 outside of them: of numbers, lengths, sizes. */
export const MAX_BINS: usize = 64
export const BINS: usize = BUFFER + 256
export const LENGTH_BINS: usize = BINS + MAX_BINS * 8 + 8
export const SIZE_BINS: usize = LENGTH_BINS + MAX_BINS * 8 + 8
/** f64 each: where bins begin, and where the last one ends. */
export const BIN_EDGES: usize = BUFFER + 2048
export const LENGTH_EDGES: usize = BIN_EDGES + MAX_BINS * 8 + 8
export const SIZE_EDGES: usize = LENGTH_EDGES + MAX_BINS * 8 + 8

/** u8 for each finding set: how its lines are read, see fieldPlan.ts. */
export const WAYS: usize = BUFFER + 0x1000
/** Powers of ten from LOWEST_POWER on, u64 low and u64 high each, see statisticsNumber.ts. */
export const LOWEST_POWER: i32 = -342
export const HIGHEST_POWER: i32 = 308
export const POWERS: usize = BUFFER + 0x2000
/** Texts that are spelled in the usual way, see statisticsText.ts. */
export const SPELLING_SIZE: usize = 0x1000
export const SPELLING: usize = BUFFER + 0x5000

/** Keys of objects: u32, the field, by parent and key; at most half full. */
export const MOST_FIELDS: u32 = 4096
export const KEY_SLOTS: u32 = 0x4000
export const KEY_TABLE: usize = BUFFER + 0x8000
export const FIELDS: usize = KEY_TABLE + <usize>KEY_SLOTS * 4
export const FIELD_SIZE: usize = 384
/** u8 registers of each field, see statisticsValues.ts. */
export const REGISTER_COUNT: usize = 2048
/** With the filter behind them. */
export const REGISTER_SIZE: usize = REGISTER_COUNT + 1024
export const REGISTERS: usize = (FIELDS + <usize>MOST_FIELDS * FIELD_SIZE + 63) & ~63
/** Keys, texts and tables of values. */
export const ARENA: usize = REGISTERS + <usize>MOST_FIELDS * REGISTER_SIZE
export const ARENA_END: usize = BUFFER + STATISTICS_SIZE

/** Room for `size` bytes at a multiple of 16; 0 when there is none. */
export function takeRoom(size: usize): usize {
  const at = <usize>load<u32>(ARENA_TOP)
  const top = (at + size + 15) & ~15
  if (top > ARENA_END) return 0
  store<u32>(ARENA_TOP, <u32>top)
  return at
}
