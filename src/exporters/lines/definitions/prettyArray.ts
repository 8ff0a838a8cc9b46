// One JSON array that people can read. The text of each value stays as it is, but for the spaces in it.
import { msg } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'

export const exporter = defineExporter({
  id: 'prettyArray',
  place: 30,
  title: msg('Pretty-printed array'),
  summary: msg('One JSON array with every field on a line of its own; for reading and comparing.'),
  extension: '.json',
  mediaType: 'application/json',
  options: {},
  output: { kind: 'indented' },
  examples: [
    {
      before: '{"a":1.0,"a":[1e5, {}] }\r\n\n{"a":2,}\n"\\u00e9 [1,2]: \\"x\\""',
      after:
        '[\n  {\n    "a": 1.0,\n    "a": [\n      1e5,\n      {}\n    ]\n  },\n  "\\u00e9 [1,2]: \\"x\\""\n]\n',
    },
    { before: '\uFEFF[ ]\n{ "b":null }\n', after: '[\n  [],\n  {\n    "b": null\n  }\n]\n' },
    { before: 'not JSON\n', after: '[]\n' },
    { before: '', after: '[]\n' },
  ],
})
