// One JSON array of the lines, for tools that read no JSON Lines. The text of each value stays as it
// is: numbers keep their digits, strings their escapes.
import { msg } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'

export const exporter = defineExporter({
  id: 'jsonArray',
  place: 20,
  title: msg('JSON array'),
  summary: msg('One array with a line per element; lines that are not valid JSON are left out.'),
  extension: '.json',
  mediaType: 'application/json',
  options: {},
  output: {
    kind: 'joined',
    onlyJson: true,
    header: '[\n',
    separator: ',\n',
    footer: '\n]\n',
    whenEmpty: '[]\n',
  },
  examples: [
    { before: '{"a":1.0}\n\n{"a":2,}\n"b"', after: '[\n{"a":1.0},\n"b"\n]\n' },
    { before: '\uFEFF[1]\r\n[2]\r\n', after: '[\n[1],\n[2]\n]\n' },
    { before: 'not JSON\n', after: '[]\n' },
    { before: '', after: '[]\n' },
  ],
})
