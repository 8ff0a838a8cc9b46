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
/** What is known of a value between two calls, see elements.ts. */
export const ELEMENT_STATE: usize = HEADER + 0x100
/** What came of rows of a table, see table.ts. */
export const TABLE_STATE: usize = HEADER + 0x200

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

/** u16 per line: the tag known for its shape, or UNKNOWN. */
export const TAGS: usize = MATCHES + MATCHES_SIZE
/** u64 per line: the hash of its shape, or 0. */
export const SHAPES: usize = TAGS + <usize>MAX_LINES * 2

/** Captures of a plan at most. Per capture one row of MAX_LINES entries in each of these tables. */
export const MAX_CAPTURES: i32 = 8
/** u32, bytes from the start of the line; ABSENT when the line has no such value. */
export const CAPTURE_FROM: usize = SHAPES + <usize>MAX_LINES * 8
export const CAPTURE_TO: usize = CAPTURE_FROM + <usize>(MAX_CAPTURES * MAX_LINES) * 4
/** u64, hash of the value's bytes. */
export const CAPTURE_HASH: usize = CAPTURE_TO + <usize>(MAX_CAPTURES * MAX_LINES) * 4
/** u32, elements of a captured array. */
export const CAPTURE_COUNT: usize = CAPTURE_HASH + <usize>(MAX_CAPTURES * MAX_LINES) * 8
/** u8, see capture.ts. */
export const CAPTURE_KIND: usize = CAPTURE_COUNT + <usize>(MAX_CAPTURES * MAX_LINES) * 4
export const ABSENT: u32 = 0xffffffff

/** One frame per level while a plan is walked, see walk.ts. */
export const FRAMES: usize = CAPTURE_KIND + <usize>(MAX_CAPTURES * MAX_LINES)
export const FRAME_SIZE: usize = 128
/** Per level, the distinct hashes of an array's elements so far. */
export const MAX_DISTINCT: u32 = 32
export const DISTINCT: usize = FRAMES + <usize>(MAX_DEPTH + 1) * FRAME_SIZE
export const DISTINCT_SIZE: usize = <usize>MAX_DISTINCT * 8

/** Keys with escapes are spelled out here to be compared. */
export const SPELLED: usize = DISTINCT + <usize>(MAX_DEPTH + 1) * DISTINCT_SIZE
export const SPELLED_SIZE: usize = 0x2000

/** Names of keys met in the objects of a line, see names.ts: u64 state, u32 count, u64 slots. */
export const NAME_SLOTS: u32 = 0x1000
export const MAX_NAMES: u32 = 0x800
export const NAMES: usize = (SPELLED + SPELLED_SIZE + 63) & ~63
const NAMES_SIZE: usize = 64 + <usize>NAME_SLOTS * 8

/** The keys of the objects that are open, see keys.ts: a frame per level, u64 per key, a table. */
export const KEY_FRAMES: usize = NAMES + NAMES_SIZE
export const KEY_FRAME_SIZE: usize = 64
export const KEYS: usize = KEY_FRAMES + <usize>(MAX_DEPTH + 1) * KEY_FRAME_SIZE
export const KEYS_SIZE: usize = 0x20000
export const KEY_TABLE: usize = KEYS + KEYS_SIZE
const KEY_TABLE_SIZE: usize = KEYS_SIZE * 4

/** Ids of a line, see links.ts: u64 hash, u32 element, u32 what it is; names; and u64 hashes for templates. */
export const MAX_LINKS: u32 = 256
export const LINKS: usize = KEY_TABLE + KEY_TABLE_SIZE
export const LINK_NAMES: usize = LINKS + <usize>MAX_LINKS * 16
export const LINK_HASHES: usize = LINK_NAMES + <usize>MAX_LINKS * 8
/** See words.ts: u32 from, u32 to, u32 whether it stands beside the prompt. */
export const MAX_SPANS: u32 = 8
export const LINK_SPANS: usize = LINK_HASHES + <usize>MAX_LINKS * 16
const LINKS_SIZE: usize = <usize>MAX_LINKS * 40 + 128

/** The plan as encodePlan.ts writes it, see plan.ts. */
export const PLAN: usize = LINKS + LINKS_SIZE
export const PLAN_SIZE: usize = 0x100000
/**
 * In its place, for tables have no plan: the columns of one. u32 how many, then from 8 on for each u32 where from
 * here on its key stands, u32 bytes of that. 16 bytes are read at a time.
 */
export const COLUMNS: usize = PLAN

/** Lines that were walked, to compare others with, see template.ts: its state, and then the slots. */
export const TEMPLATE_SLOTS: u32 = 8
export const TEMPLATE_PARTS: u32 = 128
export const TEMPLATE_BYTES: u32 = 0x2000
export const TEMPLATE_SIZE: u32 = 64 + TEMPLATE_PARTS * 32 + TEMPLATE_BYTES
export const TEMPLATES: usize = PLAN + PLAN_SIZE
const TEMPLATES_SIZE: usize = 64 + <usize>(TEMPLATE_SLOTS * TEMPLATE_SIZE)

/** Shapes whose tag is known: u32 count, then slots of u64 hash, then slots of u16 tag. */
export const MAX_SHAPES: u32 = 0x10000
export const SHAPE_SLOTS: u32 = 0x20000
export const SHAPE_COUNT: usize = TEMPLATES + TEMPLATES_SIZE
export const SHAPE_KEYS: usize = SHAPE_COUNT + 64
export const SHAPE_OUTCOMES: usize = SHAPE_KEYS + <usize>SHAPE_SLOTS * 8
const SHAPES_END: usize = SHAPE_OUTCOMES + <usize>SHAPE_SLOTS * 2
/** Shapes of components, and shapes of lines that were known by them, that are kept beside MAX_SHAPES. */
export const MAX_DERIVED: u32 = 0x4000
export const DERIVED_COUNT: usize = SHAPE_COUNT + 4

/** The components of a line, see components.ts: which there are, u64 hash and u32 address of each. */
export const MAX_COMPONENTS: u32 = 256
export const COMPONENTS_PRESENT: usize = (SHAPES_END + 63) & ~63
export const COMPONENT_HASHES: usize = COMPONENTS_PRESENT + 64
export const COMPONENT_ADDRESSES: usize = COMPONENT_HASHES + <usize>MAX_COMPONENTS * 8
/** u8 of each: something was found in it. */
export const DIRTY: usize = COMPONENT_ADDRESSES + <usize>MAX_COMPONENTS * 4
/** Per array that is taken by its elements: u32 how many are distinct, u64 class, their hashes. */
export const MAX_LISTS: u32 = 16
export const LISTS: usize = DIRTY + <usize>MAX_COMPONENTS
export const LIST_SIZE: usize = 16 + <usize>MAX_DISTINCT * 8

/** What all components of a line depend on: u64 hash and 32 bytes for each, at most half full. */
export const BASE_SLOTS: u32 = 512
export const BASE_SIZE: usize = 64
export const BASE_COUNT: usize = (LISTS + <usize>MAX_LISTS * LIST_SIZE + 63) & ~63
export const BASES: usize = BASE_COUNT + 64
/**
 * Components in which nothing was found: u64 each, at most half full; u16 by component, how many, and after
 * them for all rules together.
 */
export const CLEAN_SLOTS: u32 = 0x8000
export const CLEAN_COUNT: usize = BASES + <usize>BASE_SLOTS * BASE_SIZE
export const CLEAN_QUOTAS: usize = CLEAN_COUNT + 64
export const CLEAN_KEYS: usize = CLEAN_QUOTAS + <usize>MAX_COMPONENTS * 2 + 64
/** By component what was clean last: u64 base, u64 word. */
export const CLEAN_MEMOS: usize = CLEAN_KEYS + <usize>CLEAN_SLOTS * 8
export const CLEAN_MEMO_SIZE: usize = 16
/** By component the value that it had last, see members.ts. */
export const MEMBER_SIZE: usize = 256
export const MEMBERS: usize = (CLEAN_MEMOS + <usize>MAX_COMPONENTS * CLEAN_MEMO_SIZE + 63) & ~63
const COMPONENTS_END: usize = MEMBERS + <usize>MAX_COMPONENTS * MEMBER_SIZE

/** JSON Schemas, see schema.ts: a frame per level, u64 per name, per reference, per definition. */
export const SCHEMA_FRAME_SIZE: usize = 64
export const SCHEMA_FRAMES: usize = (COMPONENTS_END + 63) & ~63
export const MAX_SCHEMA_NAMES: u32 = 0x3000
export const SCHEMA_NAMES: usize = SCHEMA_FRAMES + <usize>(MAX_DEPTH + 1) * SCHEMA_FRAME_SIZE
export const MAX_SCHEMA_LINKS: u32 = 256
export const SCHEMA_LINKS: usize = SCHEMA_NAMES + <usize>MAX_SCHEMA_NAMES * 8
export const SCHEMA_TARGETS: usize = SCHEMA_LINKS + <usize>MAX_SCHEMA_LINKS * 8

/** Schemas that were walked, see schemaMemo.ts: its state, and then the memos. */
export const SCHEMA_MEMO_COUNT: u32 = 16
export const SCHEMA_MEMO_BYTES: usize = 0x2000
export const SCHEMA_MEMO_SIZE: usize = 64 + SCHEMA_MEMO_BYTES + 16
export const SCHEMA_MEMOS: usize = SCHEMA_TARGETS + <usize>MAX_SCHEMA_LINKS * 8
const SCHEMAS_END: usize = SCHEMA_MEMOS + 64 + <usize>SCHEMA_MEMO_COUNT * SCHEMA_MEMO_SIZE

/** Where lines lie; the bytes right before may be read. */
export const BUFFER: usize = (SCHEMAS_END + 0xffff + 64) & ~0xffff
/** Bytes after the last line that must be readable: vector loads run past the end. */
export const PADDING: usize = 64

export const OBJECT: u8 = 1
export const ARRAY: u8 = 2
