// Seeded generators of test files, streamed to disk and never committed, with the truth about them.
import { requestLine, requestText } from '../../src/benchmark/requestLines.ts'
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
    const line = requestLine(options.repeats?.get(number) ?? number, text)
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

/** Chat fine-tuning examples, all valid. */
export async function generateFineTuning(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, fineTuningLines(lines))
}

function* fineTuningLines(lines: number): Generator<string> {
  const random = seededRandom(3)
  const texts = createTextPool('mixed', 120, 3)
  for (let number = 1; number <= lines; number += 1) {
    yield `{"messages": [{"role": "system", "content": "Answer in one sentence."}, ` +
      `{"role": "user", "content": "${pick(random, texts)}"}, ` +
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
