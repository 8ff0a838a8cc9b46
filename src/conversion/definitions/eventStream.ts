// Server-sent events, as an API that streams its answer sends them: what stands after `data:` becomes a
// line. https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
import { type Message, msg } from '../../i18n/message.ts'
import { isJson } from '../../json/isJson.ts'
import { defineSource } from '../defineSource.ts'
import { LINE_LIMIT, LineSplitter } from '../lineSplitter.ts'

/** What a line of data takes in memory besides its code units. */
const DATA_OVERHEAD = 64
/** How streams of OpenAI end; it is no event. */
const DONE = '[DONE]'

interface DataLine {
  readonly row: number
  readonly text: string
}

export const source = defineSource({
  id: 'eventStream',
  title: msg('Event stream'),
  summary: msg(
    'The data of each event becomes a line; names, ids and comments of events are dropped.',
  ),
  options: [],
  decodes: true,
  recognise({ content }) {
    return content.layout === 'event-stream' ? { certainty: 1, options: {} } : undefined
  },
  convert(_options, sink) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const encoder = new TextEncoder()
    let row = 0
    let data: DataLine[] = []
    let size = 0
    let isSplitTold = false
    const write = (json: string): void => sink.write(encoder.encode(`${json}\n`))
    const leave = (line: DataLine, reason: Message, isLost = true): void =>
      sink.leave({ row: line.row, reason, text: line.text.slice(0, 100), isLost })
    const tellSplit = (line: DataLine): void => {
      if (isSplitTold) return
      isSplitTold = true
      leave(line, msg('From here on events follow each other without a blank line.'), false)
    }
    const dispatch = (): void => {
      const [first] = data
      if (!first) return
      const lines = data
      data = []
      size = 0
      const text = lines.map((line) => line.text).join('\n')
      if (text === DONE) return
      const json = oneLine(text)
      if (json !== undefined) return write(json)
      const notJson = msg('The data of the event is not JSON.')
      if (!lines.some((line) => oneLine(line.text) !== undefined)) {
        return leave({ row: first.row, text }, notJson)
      }
      tellSplit(first)
      for (const line of lines) {
        const alone = oneLine(line.text)
        if (alone !== undefined) write(alone)
        else if (line.text !== DONE) leave(line, notJson)
      }
    }
    const addData = (line: DataLine): void => {
      const [first] = data
      // Nothing can follow a value that is whole: the event has ended without a blank line.
      if (first && data.length === 1 && line.text.trim() !== '' && isJson(first.text)) {
        dispatch()
        if (line.text !== DONE) tellSplit(line)
      }
      data.push(line)
      size += line.text.length + DATA_OVERHEAD
      if (size > LINE_LIMIT) dispatch()
    }
    const splitter = new LineSplitter((bytes) => {
      row++
      const text = decoder.decode(bytes)
      if (text === '') return dispatch()
      const value = /^data(?:: ?(.*))?$/s.exec(text)
      if (value) return addData({ row, text: value[1] ?? '' })
      if (OTHER_LINE.test(text)) return
      // An API whose answer is an error does not always send it as an event.
      const isObject = /^\s*[{[]/.test(text) && isJson(text)
      if (!isObject) return leave({ row, text }, msg('The line is no part of an event.'))
      dispatch()
      write(text)
      leave({ row, text }, msg('The line is JSON that stands in no event; it is kept.'), false)
    })
    return {
      push: (bytes) => splitter.push(bytes),
      finish() {
        splitter.finish()
        dispatch()
      },
    }
  },
  examples: [
    {
      before:
        'event: delta\ndata: {"a": 1.0}\n\n: ping\n\ndata: {"b":\r\ndata: 2}\r\n\r\ndata: [DONE]\n\n',
      after: '{"a": 1.0}\n{"b":2}\n',
    },
    { before: 'data: {"a":1}', after: '{"a":1}\n' },
    {
      before: 'data: {"a":\n\ndata: {"b":2}\n\n',
      after: '{"b":2}\n',
      left: [{ row: 1, isLost: true }],
    },
    {
      before: 'event\nid: 1\nretry:1\n \nnope: 1\ndata: {"a":1}\n{"error":{}}\n[1,\nevents: x\n',
      after: '{"a":1}\n{"error":{}}\n',
      left: [
        { row: 5, isLost: true },
        { row: 7, isLost: false },
        { row: 8, isLost: true },
        { row: 9, isLost: true },
      ],
    },
    // Without blank lines between events.
    {
      before: 'data: {"a":1}\ndata: {"a":\ndata: 2}\n\ndata: {"a":3}\ndata: [DONE]\n',
      after: '{"a":1}\n{"a":2}\n{"a":3}\n',
      left: [{ row: 2, isLost: false }],
    },
    {
      before: 'data: oops\ndata: {"a":1}\ndata: {"a":2}\ndata: [DONE]\n',
      after: '{"a":1}\n{"a":2}\n',
      left: [
        { row: 1, isLost: false },
        { row: 1, isLost: true },
      ],
    },
    { before: 'data: {"a":1}\ndata:\n\n', after: '{"a":1}\n' },
  ],
})

/** Comments, blanks, and fields that have no data. */
const OTHER_LINE = /^(?::|\s*$|(?:event|id|retry)(?::|$))/

/** JSON whose line breaks are between tokens, on one line; undefined for what is not JSON. */
function oneLine(text: string): string | undefined {
  // A line break within a string would not be JSON.
  return isJson(text) ? text.replaceAll('\n', '') : undefined
}
