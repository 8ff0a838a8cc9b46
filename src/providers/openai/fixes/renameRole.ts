// What other data sets call the roles of a chat.
import { createLocator } from '../../../json/locate.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { applySplices } from '../../../fixes/textSplice.ts'
import type { TextSplice } from '../../../fixes/textSplice.ts'
import { msg } from '../../../i18n/message.ts'

const ROLES: Readonly<Record<string, string>> = {
  human: 'user',
  prompter: 'user',
  customer: 'user',
  bot: 'assistant',
  ai: 'assistant',
  gpt: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  agent: 'assistant',
}

/** Lists of messages. */
const HOLDERS: readonly unknown[] = ['messages', 'input']

export const fix = defineFix({
  id: 'renameRole',
  title: msg('Use the role names of the API'),
  order: 54,
  codes: [
    'value:body.messages[].role',
    'value:messages[].role',
    'value:params.messages[].role',
    'value:body.input[].role',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const at = diagnostic.path?.findIndex((step) => HOLDERS.includes(step)) ?? -1
    if (!diagnostic.path || at < 0 || !parseObject(text)) return undefined
    const messages = diagnostic.path.slice(0, at + 1)
    // All messages of the line, though the diagnostic is about one.
    const locator = createLocator(text)
    const splices: TextSplice[] = []
    for (let index = 0; locator.rangeOfPath([...messages, index]); index++) {
      const range = locator.rangeOfPath([...messages, index, 'role'])?.value
      if (!range) continue
      const role = roleOf(text.slice(range.from, range.to))
      if (role !== undefined) splices.push({ ...range, insert: JSON.stringify(role) })
    }
    return replaceBy(splices.length ? applySplices(text, splices) : undefined)
  },
  examples: [
    {
      code: 'value:body.messages[].role',
      path: ['body', 'messages', 0, 'role'],
      before:
        '{"body": {"messages": [{"role": "human", "content": "role"}, {"role":"Assistant"}, {"role": "gpt"}]}}',
      after: [
        '{"body": {"messages": [{"role": "user", "content": "role"}, {"role":"assistant"}, {"role": "assistant"}]}}',
      ],
    },
    {
      code: 'value:body.input[].role',
      path: ['body', 'input', 1, 'role'],
      before: '{"body":{"input":[{"id":"input"},{"role":"human","content":"1.0"}]}}',
      after: ['{"body":{"input":[{"id":"input"},{"role":"user","content":"1.0"}]}}'],
    },
    {
      code: 'value:messages[].role',
      path: ['messages', 1, 'role'],
      before: '{"messages":[{"role":"user","content":"問"},{"content":"答","role":"bot"}]}',
      after: ['{"messages":[{"role":"user","content":"問"},{"content":"答","role":"assistant"}]}'],
    },
    {
      code: 'value:messages[].role',
      path: ['messages', 0, 'role'],
      before: '{"messages": [{"n": 1.0, "role": "AI"}, {"role": "narrator"}]}',
      after: ['{"messages": [{"n": 1.0, "role": "assistant"}, {"role": "narrator"}]}'],
    },
  ],
})

function roleOf(json: string): string | undefined {
  const name: unknown = JSON.parse(json)
  if (typeof name !== 'string') return undefined
  const lower = name.trim().toLowerCase()
  if (Object.hasOwn(ROLES, lower)) return ROLES[lower]
  return lower !== name && KNOWN.includes(lower) ? lower : undefined
}

const KNOWN = ['system', 'developer', 'user', 'assistant', 'tool', 'function']
