// A custom_id that is a number or anything else becomes the string of what it says.
import { defineFix } from '../defineFix.ts'
import { freeKey, keyOfText, MAX_CUSTOM_ID } from '../freeKey.ts'
import { findMember, objectAt, replaceValue } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'

export const fix = defineFix({
  id: 'idToString',
  title: 'Make the custom_id a string',
  order: 41,
  codes: ['type:custom_id'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const member = findMember(objectAt(text), 'custom_id')
    if (!member) return undefined
    const value = text.slice(member.valueFrom, member.valueTo)
    if (value.startsWith('"')) return undefined
    const isNothing = value === 'null' || value.length > MAX_CUSTOM_ID
    const id = isNothing ? keyOfText(text, isKeyTaken) : freeKey(value, isKeyTaken)
    return proposeSplices(text, [replaceValue(member, JSON.stringify(id))])
  },
  examples: [
    {
      code: 'type:custom_id',
      before: '{"custom_id": 7, "body": {}}',
      after: ['{"custom_id": "7", "body": {}}'],
    },
    {
      code: 'type:custom_id',
      before: '{"custom_id":9007199254740993}',
      after: ['{"custom_id":"9007199254740993"}'],
    },
    {
      code: 'type:custom_id',
      before: '{"custom_id": {"a": "b"}, "x": 1.0}',
      after: ['{"custom_id": "{\\"a\\": \\"b\\"}", "x": 1.0}'],
    },
    { code: 'type:custom_id', before: '{"custom_id": true}', after: ['{"custom_id": "true"}'] },
    {
      code: 'type:custom_id',
      before: '{"custom_id": null}',
      after: ['{"custom_id": "request-7f64fb61"}'],
    },
  ],
})
