// Lines of a log that end in JSON: what stands before it is cut off.
import { msg } from '../../i18n/message.ts'
import { defineSource } from '../defineSource.ts'
import { LineOutput } from '../lineOutput.ts'
import { LineSplitter } from '../lineSplitter.ts'
import { findJsonEnd, type PrefixedJson } from '../prefixes/findJsonEnd.ts'
import { PartialLines } from '../prefixes/partialLines.ts'
import { freeName } from '../table/columnNames.ts'

/** Lines of the beginning that are looked at. */
const SAMPLE_LINES = 200
/** The least share of them that are JSON behind a prefix. */
const LEAST_SHARE = 0.3

export const source = defineSource({
  id: 'prefixedLines',
  title: msg('Log lines with JSON'),
  summary: msg(
    'The JSON at the end of each line becomes a line; times, levels and other text before it are cut off.',
  ),
  options: [
    {
      id: 'keepPrefix',
      label: msg('Keep what is cut off under this key'),
      kind: 'text',
      initial: '',
    },
  ],
  decodes: true,
  recognise({ bytes, content, isWhole }) {
    const lines: string[] = []
    const splitter = new LineSplitter((line) => {
      if (lines.length < SAMPLE_LINES) lines.push(new TextDecoder().decode(line))
    })
    splitter.push(bytes)
    if (isWhole) splitter.finish()
    const written = lines.filter((line) => line.trim() !== '')
    const share =
      written.filter((line) => (findJsonEnd(line)?.prefix ?? '').trim() !== '').length /
      Math.max(1, written.length)
    if (share < LEAST_SHARE) return undefined
    const isTable = content.layout === 'csv' || content.layout === 'tsv'
    return { certainty: (isTable ? 0.2 : 0.45) + 0.5 * share, options: {} }
  },
  convert({ keepPrefix = '' }, sink) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const output = new LineOutput(sink)
    const write = (found: PrefixedJson): void => {
      if (keepPrefix === '') output.text(found.json)
      else writeWithPrefix(output, found, keepPrefix)
      output.text('\n')
    }
    const partial = new PartialLines((bytes, row) => {
      const line = decoder.decode(bytes)
      if (line.trim() === '') return
      const found = findJsonEnd(line)
      if (found) return write(found)
      const reason = msg('The line does not end in a whole JSON value.')
      sink.leave({ row, reason, text: line.slice(0, 100), isLost: true })
    })
    let row = 0
    const splitter = new LineSplitter((bytes) => partial.add(bytes, ++row))
    return {
      push: (bytes) => splitter.push(bytes),
      finish() {
        splitter.finish()
        partial.finish()
        output.flush()
      },
      flush: () => output.flush(),
    }
  },
  examples: [
    {
      before:
        '2026-01-01T00:00:00Z INFO {"a": 1.0, "n": "名"}\r\n[main] [7] DEBUG x={y} [1,2] \n\n{"b":2}\n',
      after: '{"a": 1.0, "n": "名"}\n[1,2]\n{"b":2}\n',
    },
    {
      before: '名 {"a":1}\nstarted\n{"a":\nWARN {}',
      options: { keepPrefix: 'log' },
      after: '{"log":"名","a":1}\n{"log":"WARN"}\n',
      left: [
        { row: 2, isLost: true },
        { row: 3, isLost: true },
      ],
    },
    {
      before: 'I {"log":1}\nI [1]\n',
      options: { keepPrefix: 'log' },
      after: '{"log_2":"I","log":1}\n{"log":"I","value":[1]}\n',
    },
    // Cut off: what is whole of it is a part of something else.
    {
      before: 'INFO {"items":[1,2]\nINFO {"a":{"b":1}\nINFO {"a":1}\n',
      after: '{"a":1}\n',
      left: [
        { row: 1, isLost: true },
        { row: 2, isLost: true },
      ],
    },
    // Containers cut long lines: a P says that the line goes on.
    {
      before:
        '2026-01-01T00:00:00.1Z stdout P {"a":"x\n2026-01-01T00:00:00.2Z stderr F {"e":1}\n2026-01-01T00:00:00.3Z stdout F y"}\n2026-01-01T00:00:00.4Z stdout P {"cut\n',
      after: '{"e":1}\n{"a":"xy"}\n',
      left: [{ row: 4, isLost: true }],
    },
  ],
})

function writeWithPrefix(
  output: LineOutput,
  { prefix, json, value }: PrefixedJson,
  key: string,
): void {
  const names = Object.keys(value)
  const isObject = json.startsWith('{')
  output.text(`{${JSON.stringify(isObject ? freeName(key, new Set(names)) : key)}:`)
  output.string(prefix.trimEnd())
  if (isObject) output.text(names.length > 0 ? `,${json.slice(1)}` : json.slice(1))
  else output.text(`,${JSON.stringify(freeName('value', new Set([key])))}:${json}}`)
}
