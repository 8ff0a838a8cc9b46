// JSON values one after another, each on as many lines as it likes, or several on one.
import { msg } from '../../i18n/message.ts'
import { jsonExtent, skipSpaceBytes } from '../../scanner/jsonExtent.ts'
import { defineSource, type SourceHead } from '../defineSource.ts'
import { readConcatenated } from '../json/readConcatenated.ts'

export const source = defineSource({
  id: 'concatenated',
  title: msg('Values one after another'),
  summary: msg(
    'Each value becomes a line, however many lines it stands on; commas between are dropped.',
  ),
  options: [],
  recognise(head) {
    const { layout } = head.content
    if (layout === 'pretty-printed') return { certainty: 0.9, options: {} }
    if (layout === 'lone-cr') return { certainty: 0.85, options: {} }
    return layout === 'lines' && isRun(head) ? { certainty: 0.7, options: {} } : undefined
  },
  convert: (_options, sink, { wasm }) => readConcatenated(sink, wasm),
  examples: [
    {
      before: '{\n  "a": 1.0\n}\n{\n  "b": [\n    1,\n    2\n  ]\n}\n',
      after: '{"a": 1.0}\n{"b": [1,2]}\n',
    },
    { before: '{"a":1}{"a":2} [3]"x"4 null', after: '{"a":1}\n{"a":2}\n[3]\n"x"\n4\nnull\n' },
    { before: '{"a":1},\r{"a":2},\r', after: '{"a":1}\n{"a":2}\n' },
    { before: '\n', after: '' },
    { before: '{"a":1}\n{"a":', after: '{"a":1}\n', left: [{ offset: 8, isLost: true }] },
    {
      before: '{"a":1}] oops {"a":2}',
      after: '{"a":1}\n{"a":2}\n',
      left: [
        { offset: 7, isLost: true },
        { offset: 9, isLost: true },
      ],
    },
    {
      before: '{\n  "a": {\n    "b": 1\n  ]\n}\n{\n  "a": 2\n}\n',
      after: '{"a": 2}\n',
      left: [{ offset: 0, isLost: true }],
    },
  ],
})

/** Whether another value follows the first one on its line. */
function isRun({ bytes }: SourceHead): boolean {
  const first = jsonExtent(bytes, 0)
  if (first.kind !== 'complete' || !isOpener(bytes[skipSpaceBytes(bytes, 0)])) return false
  const next = skipSpaceBytes(bytes, first.to)
  return isOpener(bytes[next]) && !bytes.subarray(first.to, next).includes(0x0a)
}

function isOpener(c: number | undefined): boolean {
  return c === 0x7b || c === 0x5b
}
