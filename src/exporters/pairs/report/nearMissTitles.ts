import type { NearMiss } from '../../../pairing/recordKey.ts'

export const NEAR_MISS_TITLES: Readonly<Record<NearMiss, string>> = {
  spaces: 'They differ in spaces before or after',
  type: 'One is text, the other is not',
  notText: 'Neither is text',
}
