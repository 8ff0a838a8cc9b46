// Server-sent events, as an API that streams its answer sends them: what stands after `data:` becomes a
// line. https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
import { msg } from '../../i18n/message.ts'
import { defineSource } from '../defineSource.ts'
import { LineSplitter } from '../lineSplitter.ts'

export const source = defineSource({
  id: 'eventStream',
  title: msg('Event stream'),
  summary: msg(
    'The data of each event becomes a line; names, ids and comments of events are dropped.',
  ),
  options: [],
  recognise({ content }) {
    return content.layout === 'event-stream' ? { certainty: 1, options: {} } : undefined
  },
  convert(_options, sink) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const encoder = new TextEncoder()
    let row = 0
    let firstRow = 0
    let data: string[] = []
    const dispatch = (): void => {
      if (data.length === 0) return
      const text = data.join('\n')
      data = []
      // How streams of OpenAI end; it is no event.
      if (text === '[DONE]') return
      const json = oneLine(text)
      if (json !== undefined) return sink.write(encoder.encode(`${json}\n`))
      sink.leave({
        row: firstRow,
        reason: msg('The data of the event is not JSON.'),
        text: text.slice(0, 100),
        isLost: true,
      })
    }
    const splitter = new LineSplitter((bytes) => {
      row++
      const line = decoder.decode(bytes)
      if (line === '') return dispatch()
      const value = /^data(?:: ?(.*))?$/s.exec(line)
      if (!value) return
      if (data.length === 0) firstRow = row
      data.push(value[1] ?? '')
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
  ],
})

/** JSON whose line breaks are between tokens, on one line; undefined for what is not JSON. */
function oneLine(text: string): string | undefined {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  // A line break within a string would not be JSON.
  return text.replaceAll('\n', '')
}
