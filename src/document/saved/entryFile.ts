// How what is known of a file is laid out in the bytes of one entry, and whether bytes are a whole and
// undamaged one. What the numbers mean is not known here.
//
//   16 bytes   "LINEPROOF CACHE" and the version of this layout
//    8 bytes   length of the header in bytes, twice 32 bits (the second is 0)
//   header     JSON: `meta`, and name, type and length of each array
//   arrays     each from a multiple of 8 on, little-endian as all machines with browsers are
//   padding    zeros up to a multiple of 16
//    8 bytes   checksum of everything before
//
// The checksum comes last: an entry whose writing was broken off has none.
import { CHECKSUM_STEP, Checksum } from './checksum.ts'

export type SavedArray =
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** By names of the owner's choice. */
export type SavedArrays = Readonly<Record<string, SavedArray>>

/** Arrays in pieces that are stored one after the other. */
export type ArraysToSave = Readonly<Record<string, SavedArray | readonly SavedArray[]>>

export interface Entry {
  readonly meta: unknown
  readonly arrays: SavedArrays
}

const MAGIC = new TextEncoder().encode('LINEPROOF CACHE\u0002')
const HEADER_AT = MAGIC.length + 8
const CHECKSUM_BYTES = 8
const ALIGNMENT = 8

/** Bytes handed out at a time: written within some milliseconds. */
const PIECE_BYTES = 1024 * 1024

const TYPES = { u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const
type TypeName = keyof typeof TYPES

interface ArrayHeader {
  readonly name: string
  readonly type: TypeName
  readonly length: number
}

export interface PackedEntry {
  /** Bytes of all pieces. */
  readonly size: number
  /**
   * The entry from its first byte to its last, some at a time; each piece is overwritten by the next.
   * The arrays are read while it is iterated.
   */
  readonly pieces: () => Generator<Uint8Array<ArrayBuffer>, void, undefined>
}

/** `meta` is anything that survives JSON. */
export function packEntry(meta: unknown, arrays: ArraysToSave): PackedEntry {
  const lists = Object.entries(arrays).map(([name, value]) => {
    const parts: readonly SavedArray[] = Array.isArray(value) ? value : [value as SavedArray]
    return { name, parts, type: typeOf(parts), length: sum(parts.map((part) => part.length)) }
  })
  const header: ArrayHeader[] = lists.map(({ name, type, length }) => ({ name, type, length }))
  const headerBytes = new TextEncoder().encode(JSON.stringify({ meta, arrays: header }))
  const start = new Uint8Array(HEADER_AT)
  start.set(MAGIC)
  new DataView(start.buffer).setUint32(MAGIC.length, headerBytes.length, true)
  const size = sizeOf(headerBytes.length, header)

  function* content(): Generator<Uint8Array> {
    yield start
    yield* padded([headerBytes], ALIGNMENT)
    for (const { parts } of lists) yield* padded(parts.map(bytesOf), ALIGNMENT)
  }

  return {
    size,
    *pieces() {
      const checksum = new Checksum()
      for (const piece of inPieces(padded(content(), CHECKSUM_STEP))) {
        checksum.add(piece)
        yield piece
      }
      yield new Uint8Array(Uint32Array.from(checksum.value).buffer)
    },
  }
}

/**
 * The entry that these bytes are; the arrays are views of them. Undefined when a single bit of them is
 * not as `packEntry` wrote it.
 */
export function unpackEntry(bytes: Uint8Array<ArrayBuffer>): Entry | undefined {
  const end = bytes.length - CHECKSUM_BYTES
  if (end < HEADER_AT || end % CHECKSUM_STEP !== 0 || bytes.byteOffset % ALIGNMENT !== 0) {
    return undefined
  }
  const checksum = new Checksum()
  checksum.add(bytes.subarray(0, end))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [low, high] = checksum.value
  if (view.getUint32(end, true) !== low || view.getUint32(end + 4, true) !== high) return undefined
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) return undefined
  const headerLength = view.getUint32(MAGIC.length, true)
  if (HEADER_AT + headerLength > end) return undefined
  // Undamaged, hence what packEntry wrote.
  const text = new TextDecoder().decode(bytes.subarray(HEADER_AT, HEADER_AT + headerLength))
  const header = JSON.parse(text) as { meta: unknown; arrays: readonly ArrayHeader[] }
  if (sizeOf(headerLength, header.arrays) !== bytes.length) return undefined
  const arrays: Record<string, SavedArray> = {}
  let at = bytes.byteOffset + up(HEADER_AT + headerLength, ALIGNMENT)
  for (const { name, type, length } of header.arrays) {
    arrays[name] = new TYPES[type](bytes.buffer, at, length)
    at += up(length * TYPES[type].BYTES_PER_ELEMENT, ALIGNMENT)
  }
  return { meta: header.meta, arrays }
}

function sizeOf(headerLength: number, arrays: readonly ArrayHeader[]): number {
  const sizes = arrays.map(({ type, length }) =>
    up(length * TYPES[type].BYTES_PER_ELEMENT, ALIGNMENT),
  )
  return up(up(HEADER_AT + headerLength, ALIGNMENT) + sum(sizes), CHECKSUM_STEP) + CHECKSUM_BYTES
}

function typeOf([first]: readonly SavedArray[]): TypeName {
  if (first instanceof Float64Array) return 'f64'
  return first instanceof Uint32Array ? 'u32' : 'u16'
}

function bytesOf({ buffer, byteOffset, byteLength }: SavedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** The parts, and zeros up to a multiple of `step` bytes. */
function* padded(parts: Iterable<Uint8Array>, step: number): Generator<Uint8Array> {
  let length = 0
  for (const part of parts) {
    length += part.length
    yield part
  }
  const missing = up(length, step) - length
  if (missing > 0) yield new Uint8Array(missing)
}

/** The same bytes in pieces of PIECE_BYTES, the last one shorter, in one buffer. */
function* inPieces(parts: Iterable<Uint8Array>): Generator<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(PIECE_BYTES)
  let filled = 0
  for (const part of parts) {
    for (let from = 0; from < part.length; ) {
      const some = part.subarray(from, from + PIECE_BYTES - filled)
      buffer.set(some, filled)
      filled += some.length
      from += some.length
      if (filled < PIECE_BYTES) continue
      yield buffer
      filled = 0
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled)
}

function up(value: number, step: number): number {
  return Math.ceil(value / step) * step
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
