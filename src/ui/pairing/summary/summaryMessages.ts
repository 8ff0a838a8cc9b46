// Sentences and titles of the summary.
import type { TokenName } from '../../../contracts/pairingApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { NearMiss } from '../../../pairing/recordKey.ts'

export interface TokenRow {
  readonly name: TokenName
  readonly title: Message
  /** The title where it stands alone. */
  readonly label: Message
}

/** What is known of the tokens of answers, in this order. The cache writes are parts of `prompt`. */
export const TOKEN_ROWS: readonly TokenRow[] = [
  { name: 'prompt', title: msg('Prompt'), label: msg('Prompt tokens') },
  { name: 'cached', title: msg('Cached'), label: msg('Cached tokens') },
  { name: 'cacheWritten', title: msg('Cache written'), label: msg('Cache written tokens') },
  { name: 'completion', title: msg('Completion'), label: msg('Completion tokens') },
  { name: 'reasoning', title: msg('Reasoning'), label: msg('Reasoning tokens') },
  { name: 'total', title: msg('Total'), label: msg('Total tokens') },
]

const nearMissTitles: Readonly<Record<NearMiss, Message>> = {
  spaces: msg('Spaces around the id'),
  type: msg('String and number'),
  notText: msg('Ids that are not strings'),
}

export function nearMissGroupTitle(why: NearMiss): Message {
  return nearMissTitles[why]
}

/** '12 ids differ only in spaces. They are not joined.' `count`: of missing requests. */
export function nearMissSentence(why: NearMiss, count: number): Message {
  switch (why) {
    case 'spaces':
      return msg(
        '{count, plural, one {# id differs only in spaces before or after. It is not joined.} other {# ids differ only in spaces before or after. They are not joined.}}',
        { count },
      )
    case 'type':
      return msg(
        '{count, plural, one {# id is a string on one side only, such as "5" and 5. It is not joined.} other {# ids are strings on one side only, such as "5" and 5. They are not joined.}}',
        { count },
      )
    case 'notText':
      return msg(
        '{count, plural, one {# id is the same on both sides but not a string. It is not joined.} other {# ids are the same on both sides but not strings. They are not joined.}}',
        { count },
      )
  }
}

/** '128 to 159 tokens: 12 answers'. Like a bin, without `to`. */
export function binText(from: number, to: number, count: number): Message {
  const last = to - 1
  return last <= from
    ? msg(
        '{from, plural, one {# token} other {# tokens}}: {count, plural, one {# answer} other {# answers}}',
        { from, count },
      )
    : msg(
        '{from, number} to {last, number} tokens: {count, plural, one {# answer} other {# answers}}',
        { from, last, count },
      )
}

/** '31,207', '1.23M', '45.6B': for columns that have no room for the whole number. */
export function shortNumber(value: number, { number }: Translator): string {
  if (value < 999_950) return number(value)
  return number(value, {
    notation: 'compact',
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  })
}
