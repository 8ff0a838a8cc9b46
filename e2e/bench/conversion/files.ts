// The files of the conversions, written anew by each run and taken away after it.
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip } from 'node:zlib'
import { type ConversionCase, DISTINCT_ROWS } from './cases.ts'

const execute = promisify(execFile)

export interface ConversionFile {
  readonly path: string
  readonly bytes: number
  /** Of the text in it. */
  readonly unpackedBytes: number
  /** That it becomes. */
  readonly lines: number
}

/**
 * About `targetBytes` by the share of the case, before it is packed. Undefined where the program that packs it
 * is not installed.
 */
export async function writeConversionFile(
  entry: ConversionCase,
  targetBytes: number,
  folder: string,
): Promise<ConversionFile | undefined> {
  const path = join(folder, entry.fileName)
  const plain = entry.packing === undefined ? path : join(folder, 'lines.jsonl')
  const { bytes: unpackedBytes, lines } = await writePlain(entry, targetBytes * entry.share, plain)
  if (entry.packing !== undefined) {
    const isPacked = await pack(entry.packing, plain, path)
    await rm(plain, { force: true })
    if (!isPacked) return undefined
  }
  return { path, bytes: (await stat(path)).size, unpackedBytes, lines }
}

async function writePlain(
  entry: ConversionCase,
  targetBytes: number,
  path: string,
): Promise<{ readonly bytes: number; readonly lines: number }> {
  const encode = (text: string): Buffer =>
    Buffer.from(text, entry.encoding === 'utf-16le' ? 'utf16le' : 'utf8')
  const rows = Array.from({ length: DISTINCT_ROWS }, (_, index) => entry.row(index))
  const block = encode(rows.map((row) => row + entry.separator).join(''))
  const last = encode(entry.row(0) + entry.foot)
  const file = await open(path, 'w')
  let bytes = 0
  let lines = 1
  const write = async (piece: Buffer): Promise<void> => {
    await file.write(piece)
    bytes += piece.length
  }
  try {
    await write(encode((entry.encoding === 'utf-16le' ? '\ufeff' : '') + entry.head))
    while (bytes + block.length / 2 < targetBytes || lines === 1) {
      await write(block)
      lines += DISTINCT_ROWS
    }
    await write(last)
  } finally {
    await file.close()
  }
  return { bytes, lines }
}

/** False where there is no program for it. */
async function pack(
  packing: NonNullable<ConversionCase['packing']>,
  from: string,
  to: string,
): Promise<boolean> {
  if (packing === 'gzip') {
    await pipeline(createReadStream(from), createGzip(), createWriteStream(to))
    return true
  }
  const [program, args] =
    packing === 'zip' ? ['zip', ['-q', '-j', to, from]] : ['zstd', ['-q', '-f', from, '-o', to]]
  try {
    await execute(program, args)
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false
    throw error
  }
}
