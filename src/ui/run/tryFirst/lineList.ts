// Line numbers as they are typed: '3, 17-20'.
import { fail, ok, type Result } from '../../../base/result.ts'
import type { LineNumber } from '../../../base/units.ts'
import { msg } from '../../../i18n/message.ts'

/** Lines that are tried at a time: each is paid for and shown. */
export const MAX_TRIALS = 20

export const EXAMPLE_LINES = '3, 17-20'

const PART = /^(\d{1,9})(?:\s*[-–—]\s*(\d{1,9}))?$/

/** Ascending, each once. `lines`: how many the document has. */
export function parseLineList(typed: string, lines: number): Result<readonly LineNumber[]> {
  const numbers = new Set<LineNumber>()
  // Commas of Chinese keyboards as well.
  const parts = typed
    .split(/[,;，、；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  for (const part of parts) {
    const [, from, to = from] = PART.exec(part) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (from === undefined || first > last) {
      return fail(
        'bad-option',
        msg('“{part}” is no line number. Write numbers and ranges, such as {example}.', {
          part,
          example: EXAMPLE_LINES,
        }),
      )
    }
    if (first < 1 || last > lines) {
      return fail(
        'bad-option',
        msg('The file has the lines 1 to {lines, number}; {part} is not among them.', {
          lines,
          part,
        }),
      )
    }
    if (last - first >= MAX_TRIALS) return tooMany()
    for (let line = first; line <= last; line++) numbers.add(line as LineNumber)
    if (numbers.size > MAX_TRIALS) return tooMany()
  }
  if (numbers.size === 0) {
    return fail(
      'bad-option',
      msg('Which lines? Write their numbers, such as {example}.', {
        example: EXAMPLE_LINES,
      }),
    )
  }
  return ok([...numbers].toSorted((a, b) => a - b))
}

function tooMany() {
  return fail(
    'bad-option',
    msg('At most {count, number} lines are tried at a time.', { count: MAX_TRIALS }),
  )
}
