import { type Message, msg } from '../../../i18n/message.ts'
import type { NearMiss } from '../../../pairing/recordKey.ts'

export const NEAR_MISS_TITLES: Readonly<Record<NearMiss, Message>> = {
  spaces: msg('They differ in spaces before or after'),
  type: msg('One is text, the other is not'),
  notText: msg('Neither is text'),
}
