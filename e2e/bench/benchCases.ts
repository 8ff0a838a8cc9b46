// What is measured, and the files for it, which are kept in the temporary folder of the system.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  generateAllInvalid,
  generateBatchInput,
  generateShortLines,
  requestId,
} from '../support/generate.ts'
import type { WrittenFile } from '../support/lineWriter.ts'
import type { MistakeName } from '../support/mistakes.ts'

export interface BenchCase {
  readonly id: string
  readonly title: string
  /** Bytes of a line, about: how many lines make the size that was asked for. */
  readonly lineBytes: number
  readonly generate: (path: string, lines: number) => Promise<WrittenFile>
  /** A text that only the last line has. */
  readonly lastLineText: (lines: number) => string
  /** Lines with a trailing comma, which are all fixed before the export. */
  readonly edits: number
}

const EDITS = 1000

export const CASES: readonly BenchCase[] = [
  {
    id: 'ascii',
    title: 'Batch input, ASCII',
    lineBytes: 760,
    generate: (path, lines) => generateBatchInput(path, { lines, mistakes: spread(lines) }),
    lastLineText: requestId,
    edits: EDITS,
  },
  {
    id: 'chinese',
    title: 'Batch input, Chinese',
    lineBytes: 1400,
    generate: (path, lines) =>
      generateBatchInput(path, { lines, script: 'chinese', mistakes: spread(lines) }),
    lastLineText: requestId,
    edits: EDITS,
  },
  {
    id: 'short',
    title: 'Lines of 60 bytes',
    lineBytes: 60,
    generate: generateShortLines,
    lastLineText: (lines) => String(1_000_000_000 + lines),
    edits: 0,
  },
  {
    id: 'invalid',
    title: 'Every line invalid',
    lineBytes: 760,
    generate: generateAllInvalid,
    lastLineText: requestId,
    edits: 0,
  },
]

/** Generated once for a size; the list of what is in it lies beside the file. */
export async function prepareFile(
  entry: BenchCase,
  bytes: number,
  folder: string,
): Promise<WrittenFile> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${entry.id}-${bytes}.jsonl`)
  const notePath = `${path}.json`
  try {
    const note = JSON.parse(await readFile(notePath, 'utf8')) as WrittenFile
    if ((await stat(path)).size === note.bytes) return { ...note, path }
  } catch {
    // Not there yet, or half written.
  }
  const file = await entry.generate(path, Math.floor(bytes / entry.lineBytes))
  await writeFile(notePath, JSON.stringify(file))
  return file
}

/** Trailing commas in EDITS lines, evenly over the file. */
function spread(lines: number): ReadonlyMap<number, MistakeName> {
  const step = Math.max(1, Math.floor(lines / EDITS))
  return new Map(Array.from({ length: EDITS }, (_, index) => [index * step + 1, 'trailingComma']))
}
