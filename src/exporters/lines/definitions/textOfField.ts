// The texts of one field below each other: prompts, answers, ids.
import { msg } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'
import { parseFieldPath } from '../fields/fieldPath.ts'
import { FieldReader } from '../fields/fieldReader.ts'
import { readableAt } from '../fields/fieldValue.ts'

/** What ends a line for any program, or almost any. */
const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

export const exporter = defineExporter({
  id: 'textOfField',
  place: 70,
  title: msg('Text of one field'),
  summary: msg('The values of one field, one below the other, such as all prompts or all answers.'),
  extension: '.txt',
  mediaType: 'text/plain',
  options: {
    field: { kind: 'field', title: msg('Field') },
    between: {
      kind: 'choice',
      title: msg('Separator between values'),
      choices: [
        { value: 'line', title: msg('Line break') },
        { value: 'blank', title: msg('Empty line') },
      ],
      initial: 'line',
    },
    breaks: {
      kind: 'choice',
      title: msg('Line breaks in a value'),
      choices: [
        { value: 'spaces', title: msg('Replace with spaces') },
        { value: 'keep', title: msg('Keep') },
      ],
      initial: 'spaces',
    },
  },
  output: {
    kind: 'perLine',
    open({ field, between, breaks }) {
      const reader = FieldReader.ofPaths([parseFieldPath(field) ?? []], false)
      let isFirst = true
      let without = 0
      return {
        head: '',
        foot: '',
        write(text, at) {
          reader.read(text, at)
          const from = reader.from[0] as number
          const to = reader.to[0] as number
          if (from < 0 || text.startsWith('null', from)) {
            without++
            return undefined
          }
          const value = readableAt(text, from, to)
          const shown = breaks === 'spaces' ? value.replace(LINE_BREAKS, ' ') : value
          const gap = between === 'blank' && !isFirst ? '\n' : ''
          isFirst = false
          return `${gap}${shown}\n`
        },
        notes: () =>
          without === 0
            ? []
            : [
                msg(
                  '{count, plural, one {# line does not have the field “{field}” and was left out.} other {# lines do not have the field “{field}” and were left out.}}',
                  { count: without, field },
                ),
              ],
      }
    },
  },
  examples: [
    {
      before: '\uFEFF{"a":{"b":["x\\ny",1.0]}}\r\n{"a":{"b":["z"]}}\n\n{"a":{"b":[null]}}\n{"b":1}',
      after: 'x y\nz\n',
      options: { field: 'a.b[0]' },
    },
    {
      before: '{"a":"1\\n2"}\n{"a":{"b": 3}}\nbroken',
      after: '1\n2\n\n{"b": 3}\n',
      options: { field: 'a', between: 'blank', breaks: 'keep' },
    },
    { before: '', after: '', options: { field: 'a' } },
  ],
})
