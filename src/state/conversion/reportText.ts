// The report of a conversion in words.
import type { LeftOut, LeftOutSummary } from '../../contracts/conversionApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

/** Where a part begins; undefined where nothing is known of that. */
export function leftOutPlace({ row, offset }: LeftOut): Message | undefined {
  if (row !== undefined) return msg('Line {line, number}', { line: row })
  return offset === undefined ? undefined : msg('Byte {offset, number}', { offset })
}

/** As a file of text: a summary, then a line for each part that is known. */
export function reportText(
  name: string,
  { changed, details, lost }: LeftOutSummary,
  t: (message: Message) => string,
): string {
  const lines = [
    name,
    t(msg('In no line: {lost, number}. Changed: {changed, number}.', { lost, changed })),
    '',
    ...details.map((part) => {
      const place = leftOutPlace(part)
      return [place && t(place), t(part.reason), part.text?.replaceAll(/\s+/g, ' ')]
        .filter((piece) => piece !== undefined)
        .join('\t')
    }),
  ]
  const more = lost + changed - details.length
  if (more > 0) lines.push(t(msg('And {count, number} more.', { count: more })))
  return `${lines.join('\n')}\n`
}
