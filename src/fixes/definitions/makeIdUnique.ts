// A custom_id that an earlier line has: a number is added at its end.
import { defineFix } from '../defineFix.ts'
import { freeKey } from '../freeKey.ts'
import { findMember, memberValue, objectAt, replaceValue } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'

export const fix = defineFix({
  id: 'makeIdUnique',
  title: 'Make the custom_id unique',
  order: 40,
  codes: ['duplicate-custom-id'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const member = findMember(objectAt(text), 'custom_id')
    const id = memberValue(text, member)
    if (!member || typeof id !== 'string' || !isKeyTaken(id)) return undefined
    const unique = freeKey(id, isKeyTaken, true)
    if (!unique.startsWith(id))
      return proposeSplices(text, [replaceValue(member, JSON.stringify(unique))])
    // The characters that are there keep their escapes.
    const at = member.valueTo - 1
    return proposeSplices(text, [{ from: at, to: at, insert: unique.slice(id.length) }])
  },
  examples: [
    {
      code: 'duplicate-custom-id',
      before: '{"custom_id": "a", "body": {}}',
      after: ['{"custom_id": "a-4", "body": {}}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"body":{"custom_id":"x"},"custom_id":"\\u0061"}',
      after: ['{"body":{"custom_id":"x"},"custom_id":"\\u0061-4"}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"n": 9007199254740993, "custom_id": "a-2"}',
      after: ['{"n": 9007199254740993, "custom_id": "a-2-2"}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"custom_id" : "a" , "問": 1.0}',
      after: ['{"custom_id" : "a-4" , "問": 1.0}'],
    },
  ],
})
