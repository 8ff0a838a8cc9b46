// A key that is not known or has no use where it stands.
import { msg } from '../../i18n/message.ts'
import { type JsonPath, valueAt } from '../../json/jsonPath.ts'
import { removeMember } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject } from '../lineValue.ts'

export const fix = defineFix({
  id: 'removeKey',
  title: msg('Remove the key'),
  order: 80,
  codes: [
    'unknown-key',
    'background-in-batch',
    'model-refuses:temperature',
    'model-refuses:top_p',
    'model-refuses:response_format',
    'model-refuses:style',
    'model-refuses:dimensions',
    'tool-choice-alone',
    'tool-choice-needs-tools',
    'parallel-calls-alone',
    'no-tools',
    'top-logprobs-alone',
    'stream-options-alone',
    'image-png-compression',
    'image-format-parameter',
    'partial-images-in-batch',
    'file-part-name-beside',
  ],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic }) {
    const { path, code } = diagnostic
    const key = path?.at(-1)
    const line = parseObject(text)
    if (!path || typeof key !== 'string' || !line) return undefined
    const isUnknown = code === 'unknown-key'
    const value = valueAt(line, path)
    // A part of a schema or tool is work that belongs somewhere else.
    if (isUnknown && isInDefinition(path)) return undefined
    const removed = removeMember(text, path.slice(0, -1), key)
    // A format may not know a key that another provider or a grader asks for.
    // Without a mask all of the image is changed, and without `n` there is one image.
    const isLess = code === 'image-format-parameter' && key !== 'output_compression'
    return {
      kind: 'replace',
      text: removed,
      isForOneLine: isLess || (isUnknown && !isNothing(value)),
    }
  },
  examples: [
    {
      code: 'unknown-key',
      path: ['note'],
      before: '{"a": 1.0, "note": "x, \\"}", "b": 2}',
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
      code: 'unknown-key',
      path: ['meta'],
      before: '{"meta": {}, "n": 9007199254740993}',
      after: ['{"n": 9007199254740993}'],
    },
    {
      code: 'unknown-key',
      path: ['body', 'extra_body'],
      before: '{"body": {"extra_body": {"top_k": 3, "x": [1.0]}, "n": 1}}',
      after: ['{"body": {"n": 1}}'],
    },
    {
      code: 'model-refuses:temperature',
      path: ['body', 'temperature'],
      before: '{"body": {"temperature": 0.5}}',
      after: ['{"body": {}}'],
    },
    {
      code: 'image-png-compression',
      path: ['body', 'output_compression'],
      before: '{"body":{"prompt":"output_compression","output_compression":80,"n":1}}',
      after: ['{"body":{"prompt":"output_compression","n":1}}'],
    },
    {
      code: 'stream-options-alone',
      path: ['body', 'stream_options'],
      before: '{"body": {"stream_options": {"include_usage": true}, "n": 1.0}}',
      after: ['{"body": {"n": 1.0}}'],
    },
    {
      code: 'file-part-name-beside',
      path: ['body', 'input', 0, 'content', 0, 'filename'],
      before: '{"body":{"input":[{"content":[{"filename":"a, \\"b\\".pdf","file_id":"f"}]}]}}',
      after: ['{"body":{"input":[{"content":[{"file_id":"f"}]}]}}'],
    },
  ],
})

/** Keys whose values describe something: what stands oddly in them was meant for another place. */
const DEFINITIONS: ReadonlySet<string | number> = new Set([
  'tools',
  'functions',
  'response_format',
  'format',
  'json_schema',
  'schema',
  'parameters',
])

function isInDefinition(path: JsonPath): boolean {
  return path.slice(0, -1).some((step) => DEFINITIONS.has(step))
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && !isFilled(value))
}
