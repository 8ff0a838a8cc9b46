// A custom_id over the limit keeps its beginning.
import { defineFix } from '../defineFix.ts'
import { freeKey, MAX_CUSTOM_ID } from '../freeKey.ts'
import { findMember, memberValue, objectAt, replaceValue } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'

export const fix = defineFix({
  id: 'shortenCustomId',
  title: 'Shorten the custom_id to 512 characters',
  order: 113,
  codes: ['too-big:custom_id'],
  safeForAll: false,
  propose({ text, isKeyTaken }) {
    const member = findMember(objectAt(text), 'custom_id')
    const id = memberValue(text, member)
    if (!member || typeof id !== 'string' || id.length <= MAX_CUSTOM_ID) return undefined
    const cut = id.slice(0, MAX_CUSTOM_ID).replace(/[\ud800-\udbff]$/, '')
    return proposeSplices(text, [replaceValue(member, JSON.stringify(freeKey(cut, isKeyTaken)))])
  },
  examples: [
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'b'.repeat(600)}", "x": 1.0}`,
      after: [`{"custom_id": "${'b'.repeat(512)}", "x": 1.0}`],
    },
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'b'.repeat(511)}😀"}`,
      after: [`{"custom_id": "${'b'.repeat(511)}"}`],
    },
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'任'.repeat(513)}"}`,
      after: [`{"custom_id": "${'任'.repeat(512)}"}`],
    },
  ],
})
