// Where a part of a file begins that was left out, in words.
import type { LeftOut } from '../../contracts/conversionApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

/** Undefined where nothing is known of that. */
export function leftOutPlace({ row, offset }: LeftOut): Message | undefined {
  if (row !== undefined) return msg('Line {line, number}', { line: row })
  return offset === undefined ? undefined : msg('Byte {offset, number}', { offset })
}
