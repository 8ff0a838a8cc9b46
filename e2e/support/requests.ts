// Small batches to run: their lines, and the file with them.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeLines } from './lineWriter.ts'

export const ENDPOINT = '/v1/chat/completions'
export const MODEL = 'gpt-6-luna'

/** 1-based. */
export function idOf(number: number): string {
  return `ask-${String(number).padStart(3, '0')}`
}

export function requestLine(number: number, model = MODEL): string {
  return `{"custom_id": "${idOf(number)}", "method": "POST", "url": "${ENDPOINT}", "body": {"model": "${model}", "max_completion_tokens": 100, "messages": [{"role": "user", "content": "Café ${number}: 😀 or not?"}]}}`
}

/** The requests of these numbers, each line with its end. */
export function requestText(numbers: readonly number[]): string {
  return numbers.map((number) => `${requestLine(number)}\n`).join('')
}

export function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

/** Writes a file with so many requests; its path. */
export async function writeRequests(
  folder: string,
  count: number,
  name = 'asks.jsonl',
): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, requestText(numbersTo(count)))
  return path
}

/** Of `writeLargeRequests`. */
export const LARGE_COUNT = 6000

/** A file of 25 MB: far more than what systems hold of a transfer while it stands still. */
export async function writeLargeRequests(folder: string): Promise<string> {
  const text = 'lorem ipsum dolor sit amet '.repeat(150)
  const lines = numbersTo(LARGE_COUNT).map((number) =>
    requestLine(number).replace('or not?', `${number} ${text}`),
  )
  return (await writeLines(join(folder, 'asks.jsonl'), lines)).path
}
