// The files that speed is measured with. Lines are pure functions of their place, so that every
// measuring program, in Node or in a page, has the same ones without a file being handed around.
import { present } from '../base/assert.ts'
import { breakSome } from './brokenLines.ts'
import { requestIn, requestOfOwnShape } from './requestLines.ts'
import { chatAnswer, embeddingAnswer } from './resultLines.ts'

export interface BenchCase {
  readonly id: string
  readonly title: string
  /** The format that the app takes the file for. */
  readonly formatId: string
  /** Bytes of a line with its line feed, on average; right to 1 % in a file of 10 MB. */
  readonly lineBytes: number
  /**
   * The line of a 0-based index, without a line end. Lone surrogates from U+DC80 to U+DCFF stand for
   * the bytes 0x80 to 0xFF that are no UTF-8; `bytesOf` writes them so.
   */
  readonly line: (index: number) => string
}

const asciiRequest = requestIn('ascii')

export const BENCH_CASES: readonly BenchCase[] = [
  {
    id: 'ascii',
    title: 'Batch input, ASCII',
    formatId: 'batchInput',
    lineBytes: 760,
    line: asciiRequest,
  },
  {
    id: 'chinese',
    title: 'Batch input, Chinese',
    formatId: 'batchInput',
    lineBytes: 1363,
    line: requestIn('chinese'),
  },
  {
    id: 'output',
    title: 'Batch output',
    formatId: 'batchOutput',
    lineBytes: 1416,
    line: chatAnswer,
  },
  {
    id: 'embeddings',
    title: 'Embeddings, 1,536 numbers a line',
    formatId: 'batchOutput',
    lineBytes: 34_520,
    line: embeddingAnswer,
  },
  {
    id: 'short',
    title: 'Lines of 60 bytes',
    formatId: 'plainJsonl',
    lineBytes: 60,
    line: shortLine,
  },
  {
    id: 'mixed-invalid',
    title: '1 % invalid, of all kinds',
    formatId: 'batchInput',
    lineBytes: 760,
    line: (index) => breakSome(asciiRequest(index), index),
  },
  {
    id: 'own-shapes',
    title: 'Every line its own shape',
    formatId: 'batchInput',
    lineBytes: 727,
    line: requestOfOwnShape,
  },
  {
    id: 'all-invalid',
    title: 'Every line invalid',
    // No line can be parsed, so that none tells of a format.
    formatId: 'plainJsonl',
    lineBytes: 761,
    line: (index) => `${asciiRequest(index).slice(0, -1)},}`,
  },
]

/** An entry of a log, 60 bytes with its line feed up to a billion lines. */
function shortLine(index: number): string {
  return `{"n":${1_000_000_001 + index},"level":"info","ok":true,"msg":"abcdefghi"}`
}

/** The case of an id out of BENCH_CASES. */
export function findCase(id: string): BenchCase {
  return present(
    BENCH_CASES.find((entry) => entry.id === id),
    `the case ${id}`,
  )
}
