// A batch is for one model: the odd one out gets that of the other lines.
import { defineFix } from '../defineFix.ts'
import { findMember, insertMember, memberValue, objectAt, replaceValue } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'

export const fix = defineFix({
  id: 'useUsualModel',
  title: 'Use the model of the other lines',
  order: 115,
  codes: ['mixed-models', 'missing:body.model'],
  safeForAll: false,
  propose({ text, usualValue }) {
    const body = objectAt(text, ['body'])
    const usual = usualValue('body.model')
    if (!body || usual === undefined) return undefined
    const member = findMember(body, 'model')
    const value = JSON.stringify(usual)
    if (member) {
      if (memberValue(text, member) === usual) return undefined
      return proposeSplices(text, [replaceValue(member, value)])
    }
    return proposeSplices(text, [insertMember(text, body, undefined, 'model', value)])
  },
  examples: [
    {
      code: 'mixed-models',
      before: '{"body": {"model": "gpt-3.5-turbo", "n": 1}}',
      after: ['{"body": {"model": "gpt-4o-mini", "n": 1}}'],
    },
    {
      code: 'missing:body.model',
      before: '{"body":{"messages":[]}}',
      after: ['{"body":{"model":"gpt-4o-mini","messages":[]}}'],
    },
    {
      code: 'missing:body.model',
      before: '{"body": {}, "model": "x"}',
      after: ['{"body": {"model": "gpt-4o-mini"}, "model": "x"}'],
    },
  ],
})
