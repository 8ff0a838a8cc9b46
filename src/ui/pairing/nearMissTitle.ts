// What is said of near misses.
import type { NearMiss } from '../../pairing/recordKey.ts'

const titles: Readonly<Record<NearMiss, string>> = {
  spaces: 'An id that differs only in spaces before or after. They are not joined.',
  type: 'An id that is a number on one side and text on the other. They are not joined.',
  notText: 'The same id on both sides, but it is no text. They are not joined.',
}

export function nearMissTitle(why: NearMiss): string {
  return titles[why]
}
