// Names of who speaks in a chat, written with characters that the API takes.
import { isBrokenName } from '../../../base/textMarks.ts'
import { isObject } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'plainSpeakerName',
  title: msg('Write the name with _'),
  order: 62,
  codes: ['speaker-name-characters'],
  safeForAll: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body) || !Array.isArray(body['messages'])) return undefined
    let changed = text
    for (const [at, message] of body['messages'].entries()) {
      const name = isObject(message) ? message['name'] : undefined
      if (typeof name !== 'string' || !isBrokenName(name)) continue
      const plain = JSON.stringify(name.replaceAll(/[ \t\n\r<|\\/>]+/g, '_'))
      changed = setValue(changed, ['body', 'messages', at, 'name'], plain) ?? changed
    }
    return changed === text ? undefined : replaceBy(changed)
  },
  examples: [
    {
      code: 'speaker-name-characters',
      before: '{"body":{"messages":[{"name":"Ada Lovelace","content":"Ada Lovelace"}],"n":1.0}}',
      after: ['{"body":{"messages":[{"name":"Ada_Lovelace","content":"Ada Lovelace"}],"n":1.0}}'],
    },
    {
      code: 'speaker-name-characters',
      before:
        '{"body": {"messages": [{"name": "問 <1>", "content": "}"}, {"name": "b", "content": ","}]}}',
      after: [
        '{"body": {"messages": [{"name": "問_1_", "content": "}"}, {"name": "b", "content": ","}]}}',
      ],
    },
    {
      code: 'speaker-name-characters',
      before: '{"body":{"seed":9007199254740993,"messages":[{"name":"a\\\\b"},{"name":"c\\td"}]}}',
      after: ['{"body":{"seed":9007199254740993,"messages":[{"name":"a_b"},{"name":"c_d"}]}}'],
    },
  ],
})
