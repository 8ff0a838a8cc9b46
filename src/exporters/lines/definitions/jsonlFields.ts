// Lines with some of their fields alone.
import { msg } from '../../../i18n/message.ts'
import type { ByteWriter } from '../../cells/byteWriter.ts'
import type { CellSink, LineCells } from '../columns/lineCells.ts'
import { nestedKeys, type ObjectMember, objectMembers } from '../columns/objectKeys.ts'
import { defineExporter } from '../defineExporter.ts'
import { JSONL_OPTIONS, TABLE_OUTPUT } from '../table/tableOptions.ts'

const COMMA = 44
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const LF = 10

/** Values as they are written in the line. */
class JsonSink implements CellSink {
  isMissing = false
  readonly #out: ByteWriter

  constructor(out: ByteWriter) {
    this.#out = out
  }

  missing(): void {
    this.isMissing = true
  }

  null(): void {
    this.#out.text('null')
  }

  string(bytes: Uint8Array, from: number, to: number): void {
    this.#out.copy(bytes, from, to)
  }

  scalar(bytes: Uint8Array, from: number, to: number): void {
    this.#out.copy(bytes, from, to)
  }

  json(bytes: Uint8Array, from: number, to: number): void {
    this.#out.copy(bytes, from, to)
  }

  joined(bytes: Uint8Array, from: number, to: number): void {
    this.#out.text(JSON.stringify(new TextDecoder().decode(bytes.subarray(from, to))))
  }

  count(count: number): void {
    this.#out.text(String(count))
  }
}

class ObjectWriter {
  readonly #members: readonly ObjectMember[]
  /** The column of lines that are no object; -1 for none. */
  readonly #whole: number

  constructor(members: readonly ObjectMember[], whole: number) {
    this.#members = members
    this.#whole = whole
  }

  line(cells: LineCells, row: number, out: ByteWriter): void {
    const sink = new JsonSink(out)
    if (!this.#value(this.#whole, cells, row, sink)) {
      this.#object(this.#members, cells, row, out, sink)
    }
    out.byte(LF)
  }

  /** Whether anything is in it; it is written in any case. */
  #object(
    members: readonly ObjectMember[],
    cells: LineCells,
    row: number,
    out: ByteWriter,
    sink: JsonSink,
  ): boolean {
    let isEmpty = true
    out.byte(OPEN_BRACE)
    for (const { key, column, members: inner } of members) {
      const before = out.length
      if (!isEmpty) out.byte(COMMA)
      out.text(key)
      const isWritten =
        column < 0
          ? this.#object(inner, cells, row, out, sink)
          : this.#value(column, cells, row, sink)
      if (isWritten) isEmpty = false
      else out.length = before
    }
    out.byte(CLOSE_BRACE)
    return !isEmpty
  }

  /** Whether the line has it. */
  #value(column: number, cells: LineCells, row: number, sink: JsonSink): boolean {
    if (column < 0) return false
    sink.isMissing = false
    cells.write(column, row, sink)
    return !sink.isMissing
  }
}

export const exporter = defineExporter({
  id: 'jsonlFields',
  place: 30,
  title: msg('JSONL of some fields'),
  summary: msg('Lines with the chosen fields alone; values stay as they are written.'),
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  options: JSONL_OPTIONS,
  output: {
    ...TABLE_OUTPUT,
    open({ nested }, { columns, titles }) {
      const keys = titles.map((title, i) => {
        const column = columns[i]
        return column && nested !== 'flat' ? nestedKeys(column, title) : [title]
      })
      const members = objectMembers(keys)
      const whole = keys.findIndex((path) => path.length === 0)
      const writer = new ObjectWriter(members, whole)
      return {
        head: '',
        foot: '',
        form: { kind: 'objects', whole, members },
        write: (cells, row, out) => writer.line(cells, row, out),
      }
    },
  },
  examples: [
    {
      before:
        '\uFEFF{"a":{"b":1.0,"c":"\\u00e9","d":[1]},"x":9007199254740993}\r\n\nbroken\n{"a":{"c":null}}\n{}',
      after: '{"x":9007199254740993,"a":{"c":"\\u00e9","b":1.0}}\n{"a":{"c":null}}\n{}\n',
      options: { fields: ['x', 'a.c', 'a.b'] },
    },
    {
      before: '{"a":{"b":1},"m":[{"r":"u","c":1},{"r":"s"}]}',
      after: '{"a.b":1,"m[*].r":["u","s"],"m[-1].r":"s","length(m)":2}\n',
      options: { fields: ['a.b', 'm[*].r', 'm[-1].r', 'length(m)'], nested: 'flat' },
    },
    {
      before: '{"a":{"m":[{"r":"u","c":1},{"r":"s"}]}}\n{"a":{"m":[]}}\n',
      after: '{"a":{"m[*].r":"u","m[*].c":1}}\n{"a":{"m[*].r":"s"}}\n{}\n',
      options: { fields: ['a.m[*].r', 'a.m[*].c'], arrays: 'rows' },
    },
    { before: '{"a":{"b":1}}\n[2]\n{"a":{}}\n', after: '{"a":{"b":1}}\n[2]\n{"a":{}}\n' },
    {
      before: '{"a":{"b":1,"c":{}}}\n{"a":5}\n',
      after: '{"a.b":1,"a.c":{}}\n{"a":5}\n',
      options: { nested: 'flat' },
    },
    { before: '', after: '' },
  ],
})
