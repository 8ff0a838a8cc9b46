// CRC-32 as gzip and zip have it (RFC 1952, section 8), eight bytes at a time.

const POLYNOMIAL = 0xedb88320
const BYTES_AT_A_TIME = 8

/** [k * 256 + byte]: what a byte does that k more bytes follow. */
const tables = makeTables()

/** The checksum of `bytes` after those that `before` is of; 0 for none. Unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  let at = 0
  const whole = bytes.length - (bytes.length % BYTES_AT_A_TIME)
  for (; at < whole; at += BYTES_AT_A_TIME) {
    crc ^=
      byteAt(bytes, at) |
      (byteAt(bytes, at + 1) << 8) |
      (byteAt(bytes, at + 2) << 16) |
      (byteAt(bytes, at + 3) << 24)
    crc =
      effect(7, crc & 0xff) ^
      effect(6, (crc >>> 8) & 0xff) ^
      effect(5, (crc >>> 16) & 0xff) ^
      effect(4, crc >>> 24) ^
      effect(3, byteAt(bytes, at + 4)) ^
      effect(2, byteAt(bytes, at + 5)) ^
      effect(1, byteAt(bytes, at + 6)) ^
      effect(0, byteAt(bytes, at + 7))
  }
  for (; at < bytes.length; at++) {
    crc = effect(0, (crc ^ byteAt(bytes, at)) & 0xff) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] as number
}

function effect(behind: number, byte: number): number {
  return tables[behind * 256 + byte] as number
}

function makeTables(): Int32Array {
  const made = new Int32Array(BYTES_AT_A_TIME * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
    made[byte] = crc
  }
  for (let at = 256; at < made.length; at++) {
    const before = made[at - 256] as number
    made[at] = (made[before & 0xff] as number) ^ (before >>> 8)
  }
  return made
}
