// How long the API keeps files, in seconds. It takes 3,600 to 2,592,000, from when a file was made: the least
// offered outlasts the 24 hours of a batch, so that nothing is gone before it could be fetched.
import { type Message, msg } from '../../../i18n/message.ts'

const DAY = 86_400

/** Undefined: as the API does by itself. */
export const expiryChoices: readonly {
  readonly seconds: number | undefined
  readonly title: Message
}[] = [
  { seconds: undefined, title: msg('Its usual time') },
  ...[2, 7, 14, 30].map((days) => ({
    seconds: days * DAY,
    title: msg('{days, plural, one {# day} other {# days}}', { days }),
  })),
]
