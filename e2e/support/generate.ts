// Seeded generators of test files, streamed to disk and never committed, with the truth about them.
import { MISTAKES, type MistakeName } from './mistakes.ts'
import { type LineWriterOptions, type WrittenFile, writeLines } from './lineWriter.ts'
import { pick, seededRandom } from './seededRandom.ts'

export type Script = 'ascii' | 'chinese' | 'mixed'

export interface BatchInputOptions extends LineWriterOptions {
  readonly lines: number
  /** Default: ascii. */
  readonly script?: Script
  /** Default: 1. */
  readonly seed?: number
  /** Characters of free text per line, about; default 500, which makes lines of about 800 bytes. */
  readonly textLength?: number
  /** Mistakes by 1-based line number. */
  readonly mistakes?: ReadonlyMap<number, MistakeName>
  /** Lines that repeat the `custom_id` of another one: 1-based line number of both. */
  readonly repeats?: ReadonlyMap<number, number>
}

/** Texts are taken from a pool: making each anew would cost more than writing the file. */
const POOL_SIZE = 512

const WORDS = {
  ascii:
    'the quick summary of a long report asks which number is right and why it was changed'.split(
      ' ',
    ),
  chinese: '請幫我 摘要 這份 報告 的 重點 並 列出 三個 可能 的 風險 與 對策 謝謝'.split(' '),
  mixed: 'please 摘要 the report 並 list 三個 risks – naïve “quoted” 🙂 for Zürich and Łódź'.split(
    ' ',
  ),
} as const satisfies Record<Script, readonly string[]>

/** Content with quotes, escapes, brackets and commas inside strings, as real prompts have. */
const SPICES =
  String.raw`\n|\"quoted\"|{\"k\": [1, 2]}|\t|back\\slash|\u00e9|a, b, c|// no comment`.split('|')

export async function generateBatchInput(
  path: string,
  options: BatchInputOptions,
): Promise<WrittenFile> {
  return writeLines(path, batchInputLines(options), options)
}

/** The lines of `generateBatchInput`, for comparing an export with. */
export function* batchInputLines(options: BatchInputOptions): Generator<string> {
  const random = seededRandom(options.seed ?? 1)
  const texts = textPool(random, options.script ?? 'ascii', options.textLength ?? 500)
  for (let number = 1; number <= options.lines; number += 1) {
    const text = texts[Math.floor(random() * POOL_SIZE)] as string
    const line = batchInputLine(options.repeats?.get(number) ?? number, text)
    const mistake = options.mistakes?.get(number)
    yield mistake === undefined ? line : MISTAKES[mistake].damage(line)
  }
}

/** `text` is the inside of a JSON string, escapes included. */
export function batchInputLine(number: number, text: string): string {
  return (
    `{"custom_id": "${requestId(number)}", "method": "POST", "url": "/v1/chat/completions", ` +
    '"body": {"model": "gpt-5.4-mini", "messages": [' +
    '{"role": "system", "content": "You are a careful assistant."}, ' +
    `{"role": "user", "content": "${text}"}], "max_completion_tokens": 256}}`
  )
}

export function requestId(number: number): string {
  return `request-${String(number).padStart(8, '0')}`
}

/** Answers to the requests of `generateBatchInput`, all of them successes. */
export async function generateBatchOutput(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, batchOutputLines(lines))
}

function* batchOutputLines(lines: number): Generator<string> {
  const random = seededRandom(2)
  const texts = textPool(random, 'ascii', 300)
  for (let number = 1; number <= lines; number += 1) {
    const text = pick(random, texts)
    yield `{"id": "batch_req_${number}", "custom_id": "${requestId(number)}", "response": ` +
      `{"status_code": 200, "request_id": "req_${number}", "body": {"id": "chatcmpl-${number}", ` +
      '"object": "chat.completion", "created": 1760000000, "model": "gpt-5.4-mini", "choices": ' +
      `[{"index": 0, "message": {"role": "assistant", "content": "${text}", "refusal": null}, ` +
      '"logprobs": null, "finish_reason": "stop"}], "usage": {"prompt_tokens": 20, ' +
      '"completion_tokens": 80, "total_tokens": 100}}}, "error": null}'
  }
}

/** Chat fine-tuning examples, all valid. */
export async function generateFineTuning(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, fineTuningLines(lines))
}

function* fineTuningLines(lines: number): Generator<string> {
  const random = seededRandom(3)
  const texts = textPool(random, 'mixed', 120)
  for (let number = 1; number <= lines; number += 1) {
    yield `{"messages": [{"role": "system", "content": "Answer in one sentence."}, ` +
      `{"role": "user", "content": "${pick(random, texts)}"}, ` +
      `{"role": "assistant", "content": "${pick(random, texts)}"}]}`
  }
}

/** Log lines of 60 bytes each, line end included. */
export async function generateShortLines(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, shortLines(lines))
}

function* shortLines(lines: number): Generator<string> {
  for (let number = 1; number <= lines; number += 1) {
    yield `{"n":${String(1_000_000_000 + number)},"level":"info","ok":true,"msg":"abcdefghi"}`
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

/** A batch input in which every line has a trailing comma. */
export async function generateAllInvalid(path: string, lines: number): Promise<WrittenFile> {
  return writeLines(path, allInvalidLines(lines))
}

function* allInvalidLines(lines: number): Generator<string> {
  for (const line of batchInputLines({ lines })) yield MISTAKES.trailingComma.damage(line)
}

/** Three lines, of which the second has about `bytes` bytes; all are valid. */
export async function generateHugeLine(path: string, bytes: number): Promise<WrittenFile> {
  const word = 'lorem ipsum dolor '
  const text = word.repeat(Math.ceil(bytes / word.length))
  return writeLines(path, ['{"id": 1}', `{"id": 2, "text": "${text}"}`, '{"id": 3}'])
}

function textPool(random: () => number, script: Script, length: number): readonly string[] {
  return Array.from({ length: POOL_SIZE }, () => {
    let text = ''
    while (text.length < length) {
      text += random() < 0.02 ? `${pick(random, SPICES)} ` : `${pick(random, WORDS[script])} `
    }
    return text.trimEnd()
  })
}
