// A whole array of objects on one line: each becomes a line.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { childrenAt, isObjectAt, skipSpace } from '../../json/walkText.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'splitArray',
  title: msg('Put each element of the array on its own line'),
  order: 32,
  codes: ['not-an-object', 'json-array'],
  safeForAll: true,
  propose({ text }) {
    const from = skipSpace(text, 0)
    if (text[from] !== '[' || !isValidJson(text)) return undefined
    const elements = [...childrenAt(text, from)]
    if (elements.length === 0) return undefined
    if (!elements.every((element) => isObjectAt(text, element.valueFrom))) return undefined
    const texts = elements.map(({ valueFrom, valueTo }) => text.slice(valueFrom, valueTo))
    const [first = ''] = texts
    return texts.length > 1 ? { kind: 'split', texts } : { kind: 'replace', text: first }
  },
  examples: [
    { code: 'not-an-object', before: '[{"a": 1},{"b": [2]}]', after: ['{"a": 1}', '{"b": [2]}'] },
    { code: 'not-an-object', before: ' [ {"a": 1.0} ] ', after: ['{"a": 1.0}'] },
    { code: 'not-an-object', before: '[{"a": "},{"}, {}]', after: ['{"a": "},{"}', '{}'] },
    { code: 'json-array', before: '[{"a": 1}, {"a": 2}]', after: ['{"a": 1}', '{"a": 2}'] },
    {
      code: 'not-an-object',
      before: '[{"問": "😀"},{"n": 9007199254740993}]',
      after: ['{"問": "😀"}', '{"n": 9007199254740993}'],
    },
  ],
})
