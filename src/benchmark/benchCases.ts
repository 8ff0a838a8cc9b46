// The files that speed is measured with. Lines are pure functions of their place, so that every
// measuring program, in Node or in a page, has the same ones without a file being handed around.
import { type Message, msg, verbatim } from '../i18n/message.ts'
import { breakSome } from './brokenLines.ts'
import { benchRequestIn, benchRequestLine, requestOfOwnShape, requestText } from './requestLines.ts'
import { chatAnswer, embeddingAnswer } from './resultLines.ts'
import { scramble } from './seededRandom.ts'

export interface BenchCase {
  readonly id: string
  readonly title: Message
  /** The format that the app takes the file for. */
  readonly formatId: string
  /** Bytes of a line with its line feed, on average; right to 1 % in a file of 10 MB. */
  readonly lineBytes: number
  /**
   * The line of a 0-based index, without a line end. Lone surrogates from U+DC80 to U+DCFF stand for
   * the bytes 0x80 to 0xFF that are not UTF-8; `bytesOf` writes them so.
   */
  readonly line: (index: number) => string
}

const asciiRequest = benchRequestIn('ascii')

/** Also what 'Measure speed' measures. */
export const BENCH_CASES: readonly BenchCase[] = [
  {
    id: 'ascii',
    title: msg('Batch input, ASCII'),
    formatId: 'batchInput',
    lineBytes: 760,
    line: asciiRequest,
  },
  {
    id: 'chinese',
    title: msg('Batch input, Chinese'),
    formatId: 'batchInput',
    lineBytes: 1363,
    line: benchRequestIn('chinese'),
  },
  {
    id: 'output',
    title: msg('Batch output'),
    formatId: 'batchOutput',
    lineBytes: 1416,
    line: chatAnswer,
  },
  {
    id: 'embeddings',
    title: msg('Embeddings, 1,536 numbers a line'),
    formatId: 'batchOutput',
    lineBytes: 34_520,
    line: embeddingAnswer,
  },
  {
    id: 'short',
    title: msg('Lines of 60 bytes'),
    formatId: 'plainJsonl',
    lineBytes: 60,
    line: shortLine,
  },
  {
    id: 'mixed-invalid',
    title: msg('1 % invalid, of all kinds'),
    formatId: 'batchInput',
    lineBytes: 760,
    line: (index) => breakSome(asciiRequest(index), index),
  },
  {
    id: 'own-shapes',
    title: msg('Every line its own shape'),
    formatId: 'batchInput',
    lineBytes: 727,
    line: requestOfOwnShape,
  },
  {
    id: 'all-invalid',
    title: msg('Every line invalid'),
    formatId: 'batchInput',
    lineBytes: 761,
    line: (index) => `${asciiRequest(index).slice(0, -1)},}`,
  },
]

/** Files that were slow once because something in every line is another: for the benchmark alone. */
export const HARD_CASES: readonly BenchCase[] = [
  {
    id: 'unordered',
    title: verbatim('Lines of 60 bytes, values in no order'),
    formatId: 'plainJsonl',
    lineBytes: 60,
    line: unorderedLine,
  },
  {
    id: 'one-id',
    title: verbatim('One id in every line'),
    formatId: 'batchInput',
    lineBytes: 760,
    line: (index) => benchRequestLine(1, requestText('ascii', index)),
  },
  {
    id: 'repeated-ids',
    title: verbatim('Ids that repeat half a file below'),
    formatId: 'batchInput',
    lineBytes: 760,
    line: (index) => benchRequestLine(repeatedNumber(index), requestText('ascii', index)),
  },
  {
    id: 'unknown-keys',
    title: verbatim('Another unknown key in every line'),
    formatId: 'batchInput',
    lineBytes: 780,
    line: withOption((index) => `"note_${1_000_000_000 + index}": 1`),
  },
  {
    id: 'logit-bias',
    title: verbatim('Other tokens in logit_bias in every line'),
    formatId: 'batchInput',
    lineBytes: 808,
    line: withOption((index) => {
      const token = 10_000 + (scramble(index) % 80_000)
      return `"logit_bias": {"${token}": -100, "${token + 1}": ${10 + (index % 90)}}`
    }),
  },
  {
    id: 'wrong-types',
    title: verbatim('A text for a number in every line'),
    formatId: 'batchInput',
    lineBytes: 785,
    line: withOption((index) => `"temperature": "0.${1_000_000 + index}"`),
  },
]

/** Every line is wrong in one way, in each with other values. */
function withOption(option: (index: number) => string): (index: number) => string {
  return (index) => benchRequestLine(index + 1, requestText('ascii', index), `, ${option(index)}`)
}

/**
 * The id of the line of an index, from 1 on: for each power of two the ids begin again, so that the
 * ids of the second half of a file were all there before, half a file above.
 */
function repeatedNumber(index: number): number {
  return index < 2 ? 1 : index - 2 ** (31 - Math.clz32(index)) + 1
}

/** No two lines have the same number, or the same id, and neither are in any order; 60 bytes with the line feed. */
function unorderedLine(index: number): string {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0
  const id = String(Math.imul(index + 1, 0x85ebca6b) >>> 0).padStart(10, '0')
  return `{"n":${1_000_000_000 + mixed},"id":"row-${id}","t":"x${10 + (index % 50)}"}`.padEnd(59)
}

/** An entry of a log, 60 bytes with its line feed up to a billion lines. */
function shortLine(index: number): string {
  return `{"n":${1_000_000_001 + index},"level":"info","ok":true,"msg":"abcdefghi"}`
}
