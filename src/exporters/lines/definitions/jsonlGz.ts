// JSON Lines as they are, packed: what is unpacked again is bit by bit the plain export.
import { msg } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'

export const exporter = defineExporter({
  id: 'jsonlGz',
  place: 60,
  title: msg('JSON Lines, gzip (.gz)'),
  summary: msg('The same lines, compressed with gzip: a much smaller file.'),
  extension: '.jsonl.gz',
  mediaType: 'application/gzip',
  options: {},
  output: { kind: 'verbatim', lineEnds: 'keep', dropByteOrderMark: false, compression: 'gzip' },
  examples: [
    { before: '{"a":1}\n{"a":2}\n', after: '{"a":1}\n{"a":2}\n' },
    { before: '\uFEFF{"a":1}\r\nbroken\n\n{"a":2}', after: '\uFEFF{"a":1}\r\nbroken\n\n{"a":2}' },
    { before: '', after: '' },
  ],
})
