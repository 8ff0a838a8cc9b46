// Measures one case on the machine at hand: a file in memory, and in turns reading it, validating it with
// the engine and validating it plainly. In turns, because a machine that is busy for a second then slows
// all three down and not one; the best of all rounds counts.
import { present } from '../base/assert.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { findFormat } from '../formats/registry.ts'
import type { BenchCase } from './benchCases.ts'
import { bytesOf } from './caseBytes.ts'
import { type CaseProgress, type CaseStep, ROUNDS } from './caseProgress.ts'
import { validatePlainly } from './plainValidator.ts'
import { READINGS } from './readOnly.ts'

/** The engine of one document; it validates a file as if the user had opened it. */
export interface Engine {
  /** `ms` runs from asking for the file to knowing the last verdict. */
  validate(
    file: File,
  ): Promise<{ readonly lines: number; readonly invalid: number; readonly ms: number }>
  close(): void
}

/** How long each step takes, about, as shares of the same time. */
const WEIGHTS: Readonly<Record<CaseStep, number>> = {
  making: 3,
  reading: 1,
  validating: 1,
  plain: 6,
}
const TOTAL_WEIGHT =
  WEIGHTS.making + ROUNDS * (WEIGHTS.reading + WEIGHTS.validating + WEIGHTS.plain)

/** Bytes that are handed to the browser at a time: the file never lies in this thread as a whole. */
const PART_BYTES = 16_000_000

/** Bytes of the file that each engine validates before it is measured. */
const WARM_UP_BYTES = 200_000

/**
 * Measures a case with files of about `targetBytes`. Every round has an engine of its own, as every
 * opened file has; all are started at the beginning, so that none starts while something is measured.
 */
export async function measureCase(
  entry: BenchCase,
  targetBytes: number,
  openEngine: () => Engine,
  onProgress: (progress: CaseProgress) => void,
): Promise<CaseProgress> {
  const format = present(findFormat(entry.formatId), `the format ${entry.formatId}`)
  let known: CaseProgress = { step: 'making', round: 0, done: 0 }
  function tell(change: Partial<CaseProgress>): void {
    known = { ...known, ...change }
    onProgress(known)
  }
  let doneWeight = 0
  const finish = (step: CaseStep, change: Partial<CaseProgress>): void => {
    doneWeight += WEIGHTS[step]
    tell({ ...change, done: doneWeight / TOTAL_WEIGHT })
  }

  const engines = Array.from({ length: ROUNDS }, openEngine)
  try {
    tell({})
    const file = makeFile(entry, targetBytes, (share) =>
      tell({ done: (share * WEIGHTS.making) / TOTAL_WEIGHT }),
    )
    // The app has warmed up an engine when a file is dropped; here this makes sure of it.
    const sample = new File([file.slice(0, WARM_UP_BYTES)], file.name)
    await Promise.all(engines.map((engine) => engine.validate(sample)))
    finish('making', { bytes: file.size })

    for (const [index, engine] of engines.entries()) {
      tell({ step: 'reading', round: index + 1 })
      finish('reading', { readMs: best(known.readMs, await timeReading(file)) })
      tell({ step: 'validating' })
      const { lines, invalid, ms } = await engine.validate(file)
      engine.close()
      finish('validating', { lines, invalid, validateMs: best(known.validateMs, ms) })
      tell({ step: 'plain' })
      finish('plain', { plainMs: best(known.plainMs, await timePlain(file, format, lines)) })
    }
    return known
  } finally {
    for (const engine of engines) engine.close()
  }
}

/** `onProgress` hears the share that is made. */
function makeFile(
  entry: BenchCase,
  targetBytes: number,
  onProgress: (share: number) => void,
): File {
  const parts: Blob[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let pieceBytes = 0
  let doneBytes = 0
  for (const piece of bytesOf(entry, targetBytes)) {
    pieces.push(piece)
    pieceBytes += piece.length
    doneBytes += piece.length
    if (pieceBytes < PART_BYTES) continue
    parts.push(new Blob(pieces))
    pieces = []
    pieceBytes = 0
    onProgress(Math.min(doneBytes / targetBytes, 1))
  }
  return new File([...parts, ...pieces], `${entry.id}.jsonl`)
}

async function timeReading(file: File): Promise<number> {
  let ms = Number.POSITIVE_INFINITY
  for (const { measure } of READINGS) ms = Math.min(ms, await measure(file))
  return ms
}

async function timePlain(file: File, format: FormatDefinition, lines: number): Promise<number> {
  const validation = await validatePlainly(file, format)
  // Times of different work may not be compared.
  if (validation.lines !== lines)
    throw new Error(`Bug: ${validation.lines} of ${lines} lines validated`)
  return validation.ms
}

function best(before: number | undefined, ms: number): number {
  return Math.min(before ?? ms, ms)
}
