// JSON Lines the way every reader takes them: LF, a final newline, no byte order mark.
import { msg } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'

export const exporter = defineExporter({
  id: 'jsonlNormalised',
  place: 10,
  title: msg('JSONL, normalised'),
  summary: msg('LF after every line, a final newline and no byte order mark.'),
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  options: {},
  output: { kind: 'verbatim', lineEnds: 'lf', dropByteOrderMark: true },
  examples: [
    { before: '{"a":1}\n{"a":2}', after: '{"a":1}\n{"a":2}\n' },
    { before: '\uFEFF{"a":1}\r\n\r\n{"a":2}\n', after: '{"a":1}\n\n{"a":2}\n' },
    { before: '\uFEFF', after: '\n' },
    { before: '', after: '' },
  ],
})
