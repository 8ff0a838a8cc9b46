// JSON Lines as they are: what was not edited is bit by bit what was in the file.
import { msg, verbatim } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'

export const exporter = defineExporter({
  id: 'jsonl',
  place: 0,
  title: verbatim('JSONL'),
  summary: msg('Lines with their original line endings; everything untouched stays identical.'),
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  options: {},
  output: { kind: 'verbatim', lineEnds: 'keep', dropByteOrderMark: false },
  examples: [
    { before: '{"a":1}\n{"a":2}\n', after: '{"a":1}\n{"a":2}\n' },
    { before: '\uFEFF{"a":1}\r\n{"a":2}', after: '\uFEFF{"a":1}\r\n{"a":2}' },
    { before: '', after: '' },
  ],
})
