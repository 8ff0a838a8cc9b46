// A batch is for one model: the odd one out gets that of the other lines.
import { isObject } from '../../../json/jsonPath.ts'
import { insertMember, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'useUsualModel',
  title: msg('Use the model of the other lines'),
  order: 115,
  codes: ['mixed-models', 'missing:body.model'],
  safeForAll: false,
  propose({ text, usualValue }) {
    const body = parseObject(text)?.['body']
    const usual = usualValue('body.model')
    if (!isObject(body) || usual === undefined || body['model'] === usual) return undefined
    const value = JSON.stringify(usual)
    if (Object.hasOwn(body, 'model')) return replaceBy(setValue(text, ['body', 'model'], value))
    return replaceBy(insertMember(text, ['body'], 'model', value, Object.keys(body)[0]))
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
      after: ['{"body": {"model":"gpt-4o-mini"}, "model": "x"}'],
    },
  ],
})
