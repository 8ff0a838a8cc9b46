// The central directory of a zip archive (PKWARE's APPNOTE.TXT 6.3.10), read from its end.
import { blobSource } from '../../document/byteSource.ts'
import { msg } from '../../i18n/message.ts'
import { broken } from './container.ts'

/** An entry as the central directory has it. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Of its local header, from the start of the file. */
  readonly at: number
}

const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const COMMENT_LIMIT = 0xffff
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50
const ZIP64_LOCATOR_LENGTH = 20
const ZIP64_END_SIGNATURE = 0x06064b50
const ZIP64_END_LENGTH = 56
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46
const ZIP64_EXTRA = 0x0001
/** Stands for a number that is in the extra field. */
const IN_EXTRA = 0xffffffff
/** Of the flags: the name is UTF-8. */
const UTF8_NAME = 0x800
/** Bytes of a directory that is read: a million entries. */
const DIRECTORY_LIMIT = 128 * 1024 * 1024

const NOT_FOUND = msg(
  'The list of contents at the end of the zip file is missing or damaged: the file is not whole.',
)

interface Directory {
  readonly from: number
  readonly to: number
  /** What offsets lack: something stands before the archive, as in one that unpacks itself. */
  readonly shift: number
}

/** All entries, folders included. Throws ReadFailure where the directory is damaged. */
export async function readZipDirectory(blob: Blob): Promise<readonly ZipEntry[]> {
  const { from, to, shift } = await findDirectory(blob)
  if (to - from > DIRECTORY_LIMIT || from < 0 || to > blob.size || from > to)
    throw broken(NOT_FOUND)
  const bytes = await blobSource(blob).read(from, to)
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  let at = 0
  while (at + ENTRY_LENGTH <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameFrom = at + ENTRY_LENGTH
    const next = nameFrom + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) throw broken(NOT_FOUND)
    const flags = view.getUint16(at + 8, true)
    const extra = viewOf(bytes.subarray(nameFrom + nameLength, nameFrom + nameLength + extraLength))
    const sizes = wideNumbers(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({
      name: nameOf(bytes.subarray(nameFrom, nameFrom + nameLength), flags),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: sizes[0],
      packedSize: sizes[1],
      at: sizes[2] + shift,
    })
    at = next
  }
  if (at !== bytes.length) throw broken(NOT_FOUND)
  return entries
}

async function findDirectory(blob: Blob): Promise<Directory> {
  const source = blobSource(blob)
  const begin = Math.max(0, blob.size - END_LENGTH - COMMENT_LIMIT - ZIP64_LOCATOR_LENGTH)
  const tail = viewOf(await source.read(begin, blob.size))
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue
    if (at + END_LENGTH + tail.getUint16(at + 20, true) > tail.byteLength) continue
    const locator = at - ZIP64_LOCATOR_LENGTH
    if (locator >= 0 && tail.getUint32(locator, true) === ZIP64_LOCATOR_SIGNATURE) {
      return findWideDirectory(blob, begin + locator, big(tail, locator + 8))
    }
    const length = tail.getUint32(at + 12, true)
    const from = begin + at - length
    return { from, to: from + length, shift: from - tail.getUint32(at + 16, true) }
  }
  throw broken(NOT_FOUND)
}

/** `locator`: where the ZIP64 locator stands, directly behind the record that it names. */
async function findWideDirectory(blob: Blob, locator: number, stated: number): Promise<Directory> {
  const source = blobSource(blob)
  for (const at of [locator - ZIP64_END_LENGTH, stated]) {
    if (at < 0 || at + ZIP64_END_LENGTH > blob.size) continue
    const end = viewOf(await source.read(at, at + ZIP64_END_LENGTH))
    if (end.getUint32(0, true) !== ZIP64_END_SIGNATURE) continue
    const length = big(end, 40)
    const from = at - length
    return { from, to: at, shift: from - big(end, 48) }
  }
  throw broken(NOT_FOUND)
}

/** Size, packed size and offset; each that is IN_EXTRA stands in the ZIP64 field, in this order. */
function wideNumbers(
  extra: DataView,
  numbers: readonly [number, number, number],
): readonly [number, number, number] {
  if (!numbers.includes(IN_EXTRA)) return numbers
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== ZIP64_EXTRA) continue
    let from = at + 4
    const next = (number: number): number => {
      if (number !== IN_EXTRA || from + 8 > extra.byteLength) return number
      from += 8
      return big(extra, from - 8)
    }
    return [next(numbers[0]), next(numbers[1]), next(numbers[2])]
  }
  return numbers
}

function big(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Names without the flag are in whatever code page the archiver had; most of today's are UTF-8 all the same. */
function nameOf(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: (flags & UTF8_NAME) === 0 }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
