// Keys that are null where they can be left out, as Python's model_dump() writes them: nothing goes with them.
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'
import { NULL_KEYS } from '../rules/nullRules.ts'

export const fix = defineFix({
  id: 'removeNull',
  title: msg('Remove the keys that are null'),
  order: 63,
  codes: ['null-for-nothing', 'null-tool-calls'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line) return undefined
    const holder: JsonPath = isObject(line['body']) ? ['body'] : []
    const places: [JsonPath, readonly string[]][] = [[holder, NULL_KEYS.request]]
    for (const list of ['messages', 'input'] as const) {
      const items = valueAt(line, [...holder, list])
      if (!Array.isArray(items)) continue
      items.forEach((_, at) => places.push([[...holder, list, at], NULL_KEYS[list]]))
    }
    let after = text
    for (const [place, keys] of places) {
      const object = valueAt(line, place)
      if (!isObject(object)) continue
      for (const key of keys) if (object[key] === null) after = removeMember(after, place, key)
    }
    return after === text ? undefined : { kind: 'replace', text: after }
  },
  examples: [
    {
      code: 'null-for-nothing',
      before:
        '{"body": {"tools": null, "n": 1.0, "messages": [{"role": "user", "content": "null"}, {"role": "assistant", "content": "問", "tool_calls": null}]}}',
      after: [
        '{"body": {"n": 1.0, "messages": [{"role": "user", "content": "null"}, {"role": "assistant", "content": "問"}]}}',
      ],
    },
    {
      code: 'null-tool-calls',
      before:
        '{"body":{"messages":[{"role":"assistant","tool_calls":null,"content":"null"}],"n":1.0}}',
      after: ['{"body":{"messages":[{"role":"assistant","content":"null"}],"n":1.0}}'],
    },
    {
      code: 'null-for-nothing',
      before: '{"messages":[{"role":"user","name":null,"content":"\\u4e2d"}],"tools":null}',
      after: ['{"messages":[{"role":"user","content":"\\u4e2d"}]}'],
    },
    {
      code: 'null-for-nothing',
      before:
        '{"body":{"input":[{"type":"message","status":null,"content":null}],"text":null,"seed":9007199254740993}}',
      after: ['{"body":{"input":[{"type":"message","content":null}],"seed":9007199254740993}}'],
    },
  ],
})
