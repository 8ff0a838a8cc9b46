// What a run is likely to cost, as a range: how long the answers will be is not known before.
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import type { Estimate } from '../../state/batch/batchStore.ts'
import { formatUsd, LEAST_USD } from './formatUsd.ts'

export type CostRange = NonNullable<Estimate['batchCost']>

/**
 * '$1.20 to $4.50', '$1.20 and up' where nothing says how long an answer may be, '$1.20'; 'up to $0.02' where the
 * least is next to nothing.
 */
export function costText({ low, high }: CostRange, translator: Translator): Message {
  const least = formatUsd(low, translator)
  if (high === undefined) return msg('{amount} and up', { amount: least })
  const most = formatUsd(high, translator)
  if (least === most) return verbatim(least)
  return low < LEAST_USD ? msg('up to {most}', { most }) : msg('{least} to {most}', { least, most })
}
