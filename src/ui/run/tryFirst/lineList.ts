// Line numbers as they are typed: '3, 17-20'.
import { fail, ok, type Result } from '../../../base/result.ts'
import type { LineNumber } from '../../../base/units.ts'
import { type Message, msg } from '../../../i18n/message.ts'

/** Lines that are tried at a time: each is paid for and shown. */
export const MAX_TRIALS = 20

export const EXAMPLE_LINES = '3, 17-20'

/** No zero before a number: '1,001' is one line to whoever copied it, and would be two here. */
const PART = /^(0|[1-9]\d*)(?:\s*[-‐-―~〜]\s*(0|[1-9]\d*))?$/

/** Ascending, each once. `lines`: how many the document has. */
export function parseLineList(typed: string, lines: number): Result<readonly LineNumber[]> {
  if (lines === 0) return fail('bad-option', msg('The file has no lines.'))
  const ranges: { readonly first: number; readonly last: number }[] = []
  // Digits, commas and dashes of Chinese keyboards as well.
  const parts = typed
    .normalize('NFKC')
    .split(/[,;、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  for (const part of parts) {
    const [, from, to = from] = PART.exec(part) ?? []
    if (from === undefined) {
      return bad(
        msg('“{part}” is no line number. Write numbers and ranges, such as {example}.', {
          part,
          example: EXAMPLE_LINES,
        }),
      )
    }
    const [first, last] = [Number(from), Number(to)]
    if (first < 1 || last < 1 || first > lines || last > lines) {
      return bad(
        msg(
          '{lines, plural, one {The file has one line} other {The file has the lines 1 to #}}; {part} is not among them.',
          { lines, part },
        ),
      )
    }
    ranges.push(first > last ? { first: last, last: first } : { first, last })
  }
  if (ranges.length === 0) {
    return bad(
      msg('Which lines? Write their numbers, such as {example}.', { example: EXAMPLE_LINES }),
    )
  }
  const numbers = new Set<LineNumber>()
  for (const { first, last } of ranges) {
    // Of a long range no more is needed to know that it is too much.
    for (let line = first; line <= last && numbers.size <= MAX_TRIALS; line++) {
      numbers.add(line as LineNumber)
    }
  }
  if (numbers.size > MAX_TRIALS) {
    return bad(
      msg('At most {count, number} lines are tried at a time. Name fewer.', { count: MAX_TRIALS }),
    )
  }
  return ok([...numbers].toSorted((a, b) => a - b))
}

function bad(message: Message) {
  return fail('bad-option', message)
}
