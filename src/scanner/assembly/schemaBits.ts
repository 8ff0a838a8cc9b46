// What is told of JSON Schemas, as base/jsonSchema/schemaKeywords.ts numbers it.

/** Roles of values, then those inside a list. */
export const OPAQUE: u32 = 0
export const SCHEMA: u32 = 1
export const PROPERTIES: u32 = 2
export const DEFINITIONS: u32 = 3
export const LIST: u32 = 4
export const NAMES: u32 = 5
export const TYPE: u32 = 6
export const VALUES: u32 = 7
export const REFERENCE: u32 = 8
export const FORMAT: u32 = 9
export const PATTERN: u32 = 10
export const ADDITIONAL: u32 = 11
export const NUMBER: u32 = 12
export const FIXED: u32 = 13
export const NAME: u32 = 14
export const TYPE_NAME: u32 = 15
export const VALUE: u32 = 16

/** What a schema has. */
export const HAS_TYPE: i32 = 1
export const HAS_REFERENCE: i32 = 2
export const HAS_ANY_OF: i32 = 4
export const HAS_UNION: i32 = 8
export const HAS_VALUES: i32 = 16
export const HAS_PROPERTIES: i32 = 32
export const HAS_ITEMS: i32 = 64
export const HAS_SIBLING: i32 = 128
export const HAS_NOTE: i32 = 256
export const HAS_TOP: i32 = 512
export const IS_CLOSED: i32 = 1024
export const IS_OBJECT: i32 = 2048
export const IS_ARRAY: i32 = 4096
export const IS_ONLY_OBJECT: i32 = 8192
export const IS_ROOT: i32 = 16384
export const IS_PLAIN: i32 = 32768
export const HAS_ANY: i32 = 65536
export const IS_LEGACY: i32 = 131072

/** What can be wrong; `invalid` is never told. */
export const OPEN: u64 = 2
export const OPTIONAL: u64 = 4
export const EXTRA: u64 = 8
export const DOUBTFUL: u64 = 32
export const UNTYPED: u64 = 64
export const ITEMS: u64 = 128
export const PLAIN_ITEMS: u64 = 256
export const FORMAT_MARK: u64 = 512
export const PATTERN_MARK: u64 = 1024
export const REFERENCE_MARK: u64 = 2048
export const SIBLING: u64 = 4096
export const DEEP: u64 = 8192
export const ROOT_TYPE: u64 = 65536
export const ROOT_EMPTY: u64 = 131072
export const ROOT_ANY_OF: u64 = 262144
export const ROOT_UNION: u64 = 524288
export const ROOT_BARE: u64 = 1048576

/** Limits. */
export const MAX_PROPERTIES: u32 = 5000
export const MAX_NEST: u32 = 10
export const MAX_VALUES: u32 = 1000
export const MAX_CHARACTERS: usize = 120000
export const MANY_VALUES: u32 = 250
export const MANY_CHARACTERS: usize = 15000
