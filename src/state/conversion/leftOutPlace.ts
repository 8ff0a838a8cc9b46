// Where a part of a file begins that was left out, in words.
import type { LeftOut } from '../../contracts/conversionApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

/** Undefined where nothing is known of that. `hasRows`: of a table, whose rows may have several lines. */
export function leftOutPlace({ row, offset }: LeftOut, hasRows: boolean): Message | undefined {
  if (row !== undefined && hasRows) return msg('Row {row, number}', { row })
  if (row !== undefined) return msg('Line {line, number}', { line: row })
  return offset === undefined ? undefined : msg('Byte {offset, number}', { offset })
}
