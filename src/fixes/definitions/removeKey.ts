// A key that is not known or has no use where it stands.
import { removeMember } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject, replaceBy } from '../requestLine.ts'

export const fix = defineFix({
  id: 'removeKey',
  title: 'Remove the key',
  order: 80,
  codes: [
    'unknown-key',
    'background-in-batch',
    'model-refuses:temperature',
    'model-refuses:top_p',
    'tool-choice-alone',
    'top-logprobs-alone',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const key = diagnostic.path?.at(-1)
    if (!diagnostic.path || typeof key !== 'string' || !parseObject(text)) return undefined
    return replaceBy(removeMember(text, diagnostic.path.slice(0, -1), key))
  },
  examples: [
    {
      code: 'unknown-key',
      path: ['note'],
      before: '{"a": 1.0, "note": {"x": ["}"]}, "b": 2}',
      after: ['{"a": 1.0, "b": 2}'],
    },
    {
      code: 'unknown-key',
      path: ['body', 'foo'],
      before: '{"foo":0,"body":{"foo":1,"foo":2,"問":3}}',
      after: ['{"foo":0,"body":{"問":3}}'],
    },
    {
      code: 'unknown-key',
      path: ['body', 'messages', 1, 'x'],
      before: '{"body": {"messages": [{"x": 1}, { "y": 2 , "x": "😀" }]}}',
      after: ['{"body": {"messages": [{"x": 1}, { "y": 2 }]}}'],
    },
    {
      code: 'model-refuses:temperature',
      path: ['body', 'temperature'],
      before: '{"body": {"temperature": 0.5}}',
      after: ['{"body": {}}'],
    },
  ],
})
