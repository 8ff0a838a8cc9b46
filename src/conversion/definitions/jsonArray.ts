// A JSON array, alone in its file or at a path of what is around it. Bytes of elements are copied.
import { msg } from '../../i18n/message.ts'
import { defineSource } from '../defineSource.ts'
import { readArray } from '../json/readArray.ts'
import { arrayPathOf } from '../json/arrayPath.ts'

export const source = defineSource({
  id: 'jsonArray',
  title: msg('JSON array'),
  summary: msg('Each element of the array becomes a line, as it stands.'),
  options: [
    {
      id: 'path',
      label: msg('Where the array is (empty: the whole file)'),
      kind: 'text',
      initial: '',
    },
  ],
  recognise(head) {
    const found = arrayPathOf(head)
    return found && { certainty: found.certainty, options: { path: found.path } }
  },
  convert: ({ path = '' }, sink, { wasm }) => readArray(path, sink, wasm),
  examples: [
    {
      before: '[{"a": 1.0, "b": [1,2]}, {"a":1e5}\n,\t"x\\u0041" ,null,[]]\n',
      after: '{"a": 1.0, "b": [1,2]}\n{"a":1e5}\n"x\\u0041"\nnull\n[]\n',
    },
    {
      before: '[\n  {\n    "a": 1,\r\n    "b": "x  y"\n  },\n  {}\n]',
      after: '{"a": 1,"b": "x  y"}\n{}\n',
    },
    { before: '[]', after: '' },
    {
      before: '{"object": "list", "data": {"items": [{"a":1},{"a":2}], "n": 2}, "has_more": false}',
      options: { path: 'data.items' },
      after: '{"a":1}\n{"a":2}\n',
      left: [
        { offset: 1, isLost: true },
        { offset: 56, isLost: true },
        { offset: 65, isLost: true },
      ],
    },
    {
      before: '{"a.b": [0, {"c": [true, false]}]}',
      options: { path: '["a.b"][1].c' },
      after: 'true\nfalse\n',
      left: [{ offset: 9, isLost: true }],
    },
    {
      before: '{"data": {}}',
      options: { path: 'data' },
      after: '',
      left: [{ offset: 0, isLost: true }],
    },
    // Cut off.
    { before: '[{"a":1},{"a":[2', after: '{"a":1}\n', left: [{ offset: 9, isLost: true }] },
    { before: '[1, 23', after: '1\n', left: [{ offset: 4, isLost: true }] },
    { before: '[1,', after: '1\n', left: [{ offset: 3, isLost: false }] },
    {
      before: '{"data": [1], "me',
      options: { path: 'data' },
      after: '1\n',
      left: [{ offset: 14, isLost: true }],
    },
    {
      before: '{"data": [[1], [2]',
      options: { path: 'data[1]' },
      after: '2\n',
      left: [
        { offset: 10, isLost: true },
        { offset: 18, isLost: false },
      ],
    },
    // Between elements.
    {
      before: '[{"a":1} {"a":2},,{"a":3},]',
      after: '{"a":1}\n{"a":2}\n{"a":3}\n',
      left: [
        { offset: 9, isLost: false },
        { offset: 17, isLost: false },
        { offset: 26, isLost: false },
      ],
    },
    {
      before: '[{"a":1} xyz, {"a":2}}, NaN, 01, 3] [4]',
      after: '{"a":1}\n{"a":2}\n3\n',
      left: [
        { offset: 9, isLost: true },
        { offset: 21, isLost: true },
        { offset: 24, isLost: true },
        { offset: 29, isLost: true },
        { offset: 36, isLost: true },
      ],
    },
    // An element that is broken, and the next one that is not.
    {
      before: '[{"id":1,"b":{}},{"id":2,"b":{]},{"id":3,"b":{}}]',
      after: '{"id":1,"b":{}}\n{"id":3,"b":{}}\n',
      left: [{ offset: 17, isLost: true }],
    },
    {
      before: '[\n  {"id": "a"},\n  {"id": "b},\n  {"id": "c"}\n]\n',
      after: '{"id": "a"}\n{"id": "c"}\n',
      left: [{ offset: 19, isLost: true }],
    },
    {
      before: '[{"id":1,"b":2},{"id":2,"b":2,{"id":3,"b":3}]',
      after: '{"id":1,"b":2}\n{"id":3,"b":3}\n',
      left: [{ offset: 16, isLost: true }],
    },
    // A string that swallows the rest.
    {
      before: '[{"id":1},{"id":"x},{"id":2}]',
      after: '{"id":1}\n',
      left: [{ offset: 10, isLost: true }],
    },
  ],
})
