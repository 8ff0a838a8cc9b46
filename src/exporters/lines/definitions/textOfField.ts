// The texts of one field below each other: prompts, answers, ids.
import { msg } from '../../../i18n/message.ts'
import { DecodingSink } from '../columns/decodingSink.ts'
import { defineExporter } from '../defineExporter.ts'

/** What ends a line for any program, or almost any. */
const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

class TextSink extends DecodingSink {
  /** Before the next value. */
  gap = ''
  without = 0
  readonly #isOnOneLine: boolean

  constructor(isOnOneLine: boolean) {
    super(false)
    this.#isOnOneLine = isOnOneLine
  }

  protected text(bytes: Uint8Array, from: number, to: number): void {
    const value = decoder.decode(bytes.subarray(from, to))
    const shown = this.#isOnOneLine ? value.replace(LINE_BREAKS, ' ') : value
    this.out.text(`${this.gap}${shown}\n`)
  }

  json(bytes: Uint8Array, from: number, to: number): void {
    this.text(bytes, from, to)
  }

  override scalar(bytes: Uint8Array, from: number, to: number): void {
    this.text(bytes, from, to)
  }

  override missing(): void {
    this.without++
  }

  override null(): void {
    this.without++
  }
}

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
    reads: ({ field }) => ({ columns: [field], arrays: 'json', separator: '', isFlat: false }),
    open({ field, between, breaks }) {
      const sink = new TextSink(breaks === 'spaces')
      return {
        head: '',
        foot: '',
        write(cells, row, out) {
          const start = out.length
          sink.out = out
          cells.write(0, row, sink)
          if (out.length > start && between === 'blank') sink.gap = '\n'
        },
        notes: () =>
          sink.without === 0
            ? []
            : [
                msg(
                  '{count, plural, one {# line does not have the field “{field}” and was left out.} other {# lines do not have the field “{field}” and were left out.}}',
                  { count: sink.without, field },
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
