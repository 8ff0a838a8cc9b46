// Seeded generators of test files, streamed to disk and never committed, with the truth about them.
import { createHash } from 'node:crypto'
import {
  fateOf,
  pairedRequest,
  pairedResult,
  shuffledIndices,
} from '../../src/benchmark/pairedLines.ts'
import { benchRequestLine, requestText } from '../../src/benchmark/requestLines.ts'
import { chatAnswer } from '../../src/benchmark/resultLines.ts'
import { pick, seededRandom } from '../../src/benchmark/seededRandom.ts'
import { createTextPool, type Script } from '../../src/benchmark/textPool.ts'
import { MISTAKES, type MistakeName } from './mistakes.ts'
import { type WrittenFile, writeLines } from './lineWriter.ts'

export { requestId } from '../../src/benchmark/requestLines.ts'

export interface BatchInputOptions {
  readonly lines: number
  /** Default: ascii. */
  readonly script?: Script
  /** Mistakes by 1-based line number. */
  readonly mistakes?: ReadonlyMap<number, MistakeName>
  /** Lines that repeat the `custom_id` of another one: 1-based line number of both. */
  readonly repeats?: ReadonlyMap<number, number>
}

/** Lines of about 760 bytes in ASCII. */
export async function generateBatchInput(
  path: string,
  options: BatchInputOptions,
): Promise<WrittenFile> {
  return writeLines(path, batchInputLines(options))
}

/** The lines of `generateBatchInput`, for comparing an export with. */
export function* batchInputLines(options: BatchInputOptions): Generator<string> {
  for (let number = 1; number <= options.lines; number += 1) {
    const text = requestText(options.script ?? 'ascii', number - 1)
    const line = benchRequestLine(options.repeats?.get(number) ?? number, text)
    const mistake = options.mistakes?.get(number)
    yield mistake === undefined ? line : MISTAKES[mistake].damage(line)
  }
}

/** Answers to requests, all of them successes. */
export async function generateBatchOutput(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, batchOutputLines(lines))
}

function* batchOutputLines(lines: number): Generator<string> {
  for (let index = 0; index < lines; index += 1) yield chatAnswer(index)
}

/** A batch that came back, and what became of its requests. */
export interface ReturnedBatch {
  readonly input: WrittenFile
  /** In any order. */
  readonly output: WrittenFile
  readonly errors: WrittenFile
  readonly succeeded: number
  readonly failed: number
  readonly missing: number
  /** Hash of the lines of all failed requests in their order, each with LF. */
  readonly retrySha256: string
}

/** Writes `<base>-input.jsonl`, `-output.jsonl` and `-errors.jsonl`. */
export async function generateReturnedBatch(
  base: string,
  requests: number,
): Promise<ReturnedBatch> {
  const counts = { succeeded: 0, failed: 0, missing: 0 }
  const retry = createHash('sha256')
  for (let index = 0; index < requests; index += 1) {
    const fate = fateOf(index)
    const isFailed = fate === 'rejected' || fate === 'expired'
    counts[isFailed ? 'failed' : fate] += 1
    if (isFailed) retry.update(`${pairedRequest(index)}\n`)
  }
  return {
    input: await writeLines(`${base}-input.jsonl`, pairedRequests(requests)),
    output: await writeLines(`${base}-output.jsonl`, pairedResults(requests, false)),
    errors: await writeLines(`${base}-errors.jsonl`, pairedResults(requests, true)),
    ...counts,
    retrySha256: retry.digest('hex'),
  }
}

function* pairedRequests(requests: number): Generator<string> {
  for (let index = 0; index < requests; index += 1) yield pairedRequest(index)
}

function* pairedResults(requests: number, isErrorFile: boolean): Generator<string> {
  for (const index of shuffledIndices(requests)) {
    if ((fateOf(index) === 'expired') !== isErrorFile) continue
    const line = pairedResult(index)
    if (line !== undefined) yield line
  }
}

/** Chat fine-tuning examples, all valid. */
export async function generateFineTuning(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, fineTuningLines(lines))
}

function* fineTuningLines(lines: number): Generator<string> {
  const random = seededRandom(3)
  const texts = createTextPool('mixed', 120, 3)
  for (let number = 1; number <= lines; number += 1) {
    yield `{"messages": [{"role": "system", "content": "Answer in one sentence."}, ` +
      `{"role": "user", "content": "${number}. ${pick(random, texts)}"}, ` +
      `{"role": "assistant", "content": "${pick(random, texts)}"}]}`
  }
}

/** Lines of three bytes, `{}` and LF; those at `invalidLines` (1-based) are `{]`. */
export async function generateTinyLines(
  path: string,
  lines: number,
  invalidLines: ReadonlySet<number>,
): Promise<WrittenFile> {
  return writeLines(path, tinyLines(lines, invalidLines))
}

function* tinyLines(lines: number, invalidLines: ReadonlySet<number>): Generator<string> {
  for (let number = 1; number <= lines; number += 1) yield invalidLines.has(number) ? '{]' : '{}'
}

/** Three lines, of which the second has about `bytes` bytes; all are valid. */
export async function generateHugeLine(path: string, bytes: number): Promise<WrittenFile> {
  const word = 'lorem ipsum dolor '
  const text = word.repeat(Math.ceil(bytes / word.length))
  return writeLines(path, ['{"id": 1}', `{"id": 2, "text": "${text}"}`, '{"id": 3}'])
}
