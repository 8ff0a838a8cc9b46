// The words of a bar: what it is of, from where to where it goes, and how many values it has.
import type { Bar, Bars } from '../../fields/figureBars.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { shownNumber } from './shownNumber.ts'

const TITLES: Readonly<Record<Bars['of'], Message>> = {
  numbers: msg('Numbers'),
  times: msg('Times, in UTC'),
  strings: msg('Length of strings'),
  arrays: msg('Length of arrays'),
}

export function barsTitle({ bars, of }: Bars): Message {
  return bars.some(({ texts }) => texts) ? msg('Times') : TITLES[of]
}

/** '100 – 149: 37 values'. */
export function barText(bar: Bar, bars: Bars, translator: Translator): Message {
  const [from, to] = barEnds(bar, bars, translator)
  const { count } = bar
  return from === to
    ? msg('{value}: {count, plural, one {# value} other {# values}}', { value: from, count })
    : msg('{from} – {to}: {count, plural, one {# value} other {# values}}', { from, to, count })
}

/** Where a bar begins and ends, as people read it: of whole numbers the last one that is in it. */
export function barEnds(
  { from, texts, to }: Bar,
  { bars, isWhole, of }: Bars,
  translator: Translator,
): readonly [string, string] {
  if (texts) return [texts[0].replace('T', ' '), texts[1].replace('T', ' ')]
  if (of === 'times') return [from, to].map(timeText(from, to, translator)) as [string, string]
  const last = isWhole && (bars.length > 1 || of !== 'numbers') ? to - 1 : to
  return [shownNumber(from, translator), shownNumber(last, translator)]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function timeText(from: number, to: number, { date }: Translator): (time: number) => string {
  const isDays = from % DAY === 0 && to % DAY === 0
  const isMinutes = from % MINUTE === 0 && to % MINUTE === 0
  const timeStyle = isMinutes ? 'short' : 'medium'
  return (time) =>
    date(time, { dateStyle: 'medium', timeZone: 'UTC', ...(!isDays && { timeStyle }) })
}
