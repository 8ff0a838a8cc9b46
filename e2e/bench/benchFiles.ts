// The files of the cases, kept in the temporary folder of the system for the next run.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import { bytesOf, lineCountOf } from '../../src/benchmark/caseBytes.ts'

export interface BenchFile {
  readonly path: string
  readonly bytes: number
  readonly lines: number
}

/** The file of a case of about `targetBytes` bytes; made when no earlier run has left it. */
export async function prepareFile(
  entry: BenchCase,
  targetBytes: number,
  folder: string,
): Promise<BenchFile> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${entry.id}-${targetBytes}-${fingerprint(entry, targetBytes)}.jsonl`)
  // Written when the file is whole.
  const notePath = `${path}.json`
  try {
    const note = JSON.parse(await readFile(notePath, 'utf8')) as BenchFile
    if ((await stat(path)).size === note.bytes) return { ...note, path }
  } catch {
    // Not there yet, or half written.
  }
  const bytes = await write(entry, targetBytes, path)
  const file = { path, bytes, lines: lineCountOf(entry, targetBytes) }
  await writeFile(notePath, JSON.stringify(file))
  return file
}

/** SHA-256 of the file of a case, in hex, without a file. */
export function hashOfCase(entry: BenchCase, targetBytes: number): string {
  const hash = createHash('sha256')
  for (const piece of bytesOf(entry, targetBytes)) hash.update(piece)
  return hash.digest('hex')
}

/** Bytes by which two versions of a case are told apart. */
const SAMPLE_BYTES = 8_000_000

/** Changes with the lines of the case, so that no file of an earlier version of it is used again. */
function fingerprint(entry: BenchCase, targetBytes: number): string {
  const sample = hashOfCase(entry, Math.min(targetBytes, SAMPLE_BYTES))
  const last = entry.line(lineCountOf(entry, targetBytes) - 1)
  return createHash('sha256').update(sample).update(last).digest('hex').slice(0, 8)
}

/** The bytes that were written. */
async function write(entry: BenchCase, targetBytes: number, path: string): Promise<number> {
  const file = await open(path, 'w')
  let written = 0
  try {
    for (const piece of bytesOf(entry, targetBytes)) {
      await file.write(piece)
      written += piece.length
    }
  } finally {
    await file.close()
  }
  return written
}
