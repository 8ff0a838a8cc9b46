// What is said of near misses.
import { type Message, msg } from '../../i18n/message.ts'
import type { NearMiss } from '../../pairing/recordKey.ts'

const titles: Readonly<Record<NearMiss, Message>> = {
  spaces: msg('An id that differs only in spaces before or after. They are not joined.'),
  type: msg('An id that is a number on one side and a string on the other. They are not joined.'),
  notText: msg('The same id on both sides, but it is not a string. They are not joined.'),
}

export function nearMissTitle(why: NearMiss): Message {
  return titles[why]
}
