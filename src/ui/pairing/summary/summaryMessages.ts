// Sentences and titles of the summary.
import type { NearMiss } from '../../../pairing/recordKey.ts'
import { groupNumber } from '../../../state/formatNumber.ts'
import type { TokenName } from '../../../contracts/pairingApi.ts'

/** What is known of the tokens of answers, in this order. The cache writes are parts of `prompt`. */
export const TOKEN_ROWS: readonly { readonly name: TokenName; readonly title: string }[] = [
  { name: 'prompt', title: 'Prompt' },
  { name: 'cached', title: 'Cached' },
  { name: 'cacheWritten', title: 'Cache written' },
  { name: 'completion', title: 'Completion' },
  { name: 'reasoning', title: 'Reasoning' },
  { name: 'total', title: 'Total' },
]

const nearMissTitles: Readonly<Record<NearMiss, string>> = {
  spaces: 'Spaces around the id',
  type: 'String and number',
  notText: 'Ids that are not strings',
}

export function nearMissGroupTitle(why: NearMiss): string {
  return nearMissTitles[why]
}

/** '12 ids differ only in spaces. They are not joined.' `count`: of missing requests. */
export function nearMissSentence(why: NearMiss, count: number): string {
  const isOne = count === 1
  const ids = isOne ? '1 id' : `${groupNumber(count)} ids`
  const end = isOne ? 'It is not joined.' : 'They are not joined.'
  switch (why) {
    case 'spaces':
      return `${ids} ${isOne ? 'differs' : 'differ'} only in spaces before or after. ${end}`
    case 'type':
      return `${ids} ${isOne ? 'is' : 'are'} text on one side only, such as "5" and 5. ${end}`
    case 'notText':
      return `${ids} ${isOne ? 'is' : 'are'} the same on both sides but no text. ${end}`
  }
}

/** '128 to 159'; of one value '128'. Like a bin, without `to`. */
export function rangeText(from: number, to: number): string {
  const last = to - 1
  return last <= from ? groupNumber(from) : `${groupNumber(from)} to ${groupNumber(last)}`
}

/** '31,207', '1.23 M', '45.6 B': for columns that have no room for the whole number. */
export function shortNumber(value: number): string {
  if (value < 999_950) return groupNumber(value)
  const isMillions = value < 999_500_000
  const scaled = value / (isMillions ? 1e6 : 1e9)
  const digits = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0
  const text = digits === 0 ? groupNumber(Math.round(scaled)) : scaled.toFixed(digits)
  return `${text} ${isMillions ? 'M' : 'B'}`
}
