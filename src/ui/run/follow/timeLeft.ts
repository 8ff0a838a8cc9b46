// How long until something, as coarse as people ask: it is drawn once a minute.
import { type Message, msg } from '../../../i18n/message.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** '3 days 4 h', '1 day', '22 h 13 min', '5 min', 'less than a minute'; undefined when it is over. */
export function timeLeft(ms: number): Message | undefined {
  if (ms <= 0) return undefined
  if (ms < MINUTE) return msg('less than a minute')
  const days = Math.floor(ms / DAY)
  const hours = Math.floor((ms % DAY) / HOUR)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  if (days > 0 && hours === 0) return msg('{days, plural, one {# day} other {# days}}', { days })
  if (days > 0) {
    return msg('{days, plural, one {# day} other {# days}} {hours, number} h', { days, hours })
  }
  if (hours > 0) {
    return msg('{hours, number} h {minutes, number} min', { hours, minutes })
  }
  return msg('{minutes, number} min', { minutes })
}

/** What a clock that is wrong means for the times that are shown. `ahead`: milliseconds; negative: behind. */
export function clockSentence(ahead: number): Message {
  const time = timeLeft(Math.abs(ahead)) as Message
  return ahead > 0
    ? msg(
        'The clock of this computer is {time} ahead of the API’s. What is left is counted by the API’s.',
        { time },
      )
    : msg(
        'The clock of this computer is {time} behind the API’s. What is left is counted by the API’s.',
        { time },
      )
}
