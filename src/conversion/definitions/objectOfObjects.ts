// One object whose members are the records: `{"id1": {…}, "id2": {…}}`.
import { msg } from '../../i18n/message.ts'
import { jsonExtent, skipSpaceBytes } from '../../scanner/jsonExtent.ts'
import { defineSource, type SourceHead } from '../defineSource.ts'
import { readMembers } from '../json/readMembers.ts'

export const source = defineSource({
  id: 'objectOfObjects',
  title: msg('Object of objects'),
  summary: msg('Each member of the object becomes a line, with its name as a field.'),
  options: [
    {
      id: 'path',
      label: msg('Where the object is (empty: the whole file)'),
      kind: 'text',
      initial: '',
    },
    { id: 'keyField', label: msg('Field for the name'), kind: 'text', initial: 'key' },
  ],
  recognise(head) {
    const { layout } = head.content
    if (layout !== 'pretty-printed' && layout !== 'lines') return undefined
    return isObjectOfObjects(head) ? { certainty: 0.92, options: {} } : undefined
  },
  convert: ({ path = '', keyField = 'key' }, sink, { wasm }) =>
    readMembers({ path, keyField }, sink, wasm),
  examples: [
    {
      before: '{"a": {"n": 1.0},\n "b\\u0041":{ } , "c": [1,\n2], "d": "x"}\n',
      after:
        '{"key":"a","n": 1.0}\n{"key":"b\\u0041" }\n{"key":"c","value":[1,2]}\n{"key":"d","value":"x"}\n',
    },
    {
      before: '{\n  "a": {\n    "id": 1\n  },\n  "b": {\n    "_id": 3,\n    "id": 2\n  }\n}',
      options: { keyField: 'id' },
      after: '{"_id":"a","id": 1}\n{"__id":"b","_id": 3,"id": 2}\n',
      left: [
        { offset: 4, isLost: false },
        { offset: 30, isLost: false },
      ],
    },
    {
      before: '{"n": 1, "rows": {"a": {}}}',
      options: { path: 'rows', keyField: 'id' },
      after: '{"id":"a"}\n',
      left: [{ offset: 1, isLost: true }],
    },
    {
      before: '{"a": {"n":1}, "b": {"n":',
      after: '{"key":"a","n":1}\n',
      left: [{ offset: 15, isLost: true }],
    },
    {
      before: '{"a": {"n":1} "b": {"n":2},, "c": NaN, "d" {}, "e": {}}',
      after: '{"key":"a","n":1}\n{"key":"b","n":2}\n',
      left: [
        { offset: 14, isLost: false },
        { offset: 27, isLost: false },
        { offset: 29, isLost: true },
        { offset: 39, isLost: true },
        { offset: 43, isLost: true },
      ],
    },
    // Names that are no strings of JSON are copied; the lines say what is wrong with them.
    {
      before: '{"a\\x": {"\\x": 1}, "b": {"\\y": 2, "key": 3}}',
      after: '{"key":"a\\x","\\x": 1}\n{"_key":"b","\\y": 2, "key": 3}\n',
      left: [{ offset: 19, isLost: false }],
    },
    { before: '[1]', after: '', left: [{ offset: 0, isLost: true }] },
  ],
})

/**
 * Two members at least, as far as the head goes, and each an object. What the first two have in common tells
 * records from the parts of one record, such as `{"meta": {…}, "data": {"items": […]}}`.
 */
function isObjectOfObjects({ bytes, isWhole }: SourceHead): boolean {
  let at = skipSpaceBytes(bytes, 0)
  let first: readonly string[] | undefined
  if (bytes[at] !== 0x7b) return false
  for (let members = 0; ; members++) {
    const keyFrom = skipSpaceBytes(bytes, at + 1)
    const key = jsonExtent(bytes, keyFrom)
    if (key.kind === 'cut') return members > 1 && !isWhole
    if (key.kind !== 'complete' || bytes[keyFrom] !== 0x22) return false
    const value = skipSpaceBytes(bytes, skipSpaceBytes(bytes, key.to) + 1)
    if (value >= bytes.length) return members > 1 && !isWhole
    if (bytes[value] !== 0x7b) return false
    const extent = jsonExtent(bytes, value)
    if (extent.kind !== 'complete') return extent.kind === 'cut' && members > 0 && !isWhole
    if (members < 2) {
      const names = namesIn(bytes.subarray(value, extent.to))
      if (first && names && !first.some((name) => names.includes(name))) return false
      // Nothing is told by what is empty.
      first = names
    }
    at = skipSpaceBytes(bytes, extent.to)
    if (bytes[at] === 0x2c) continue
    return members > 0 && isWhole && bytes[at] === 0x7d
      ? skipSpaceBytes(bytes, at + 1) === bytes.length
      : at >= bytes.length && members > 0 && !isWhole
  }
}

/** Names of an object's members; undefined where there are none, or it is no JSON. */
function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const names = Object.keys(JSON.parse(new TextDecoder().decode(bytes)) as object)
    return names.length > 0 ? names : undefined
  } catch {
    return undefined
  }
}
