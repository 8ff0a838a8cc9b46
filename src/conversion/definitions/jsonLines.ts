// Lines that are JSON already: only what is around them changes, such as the encoding of the file.
import { msg } from '../../i18n/message.ts'
import { defineSource } from '../defineSource.ts'
import { LineSplitter } from '../lineSplitter.ts'

export const source = defineSource({
  id: 'jsonLines',
  title: msg('JSON Lines already'),
  summary: msg('Every line stays as it is and ends with LF; only the encoding changes.'),
  options: [],
  recognise({ content }) {
    return content.layout === 'lines' ? { certainty: 0.3, options: {} } : undefined
  },
  convert(_options, sink) {
    const lineFeed = Uint8Array.of(0x0a)
    const splitter = new LineSplitter((line) => {
      sink.write(line)
      sink.write(lineFeed)
    })
    return { push: (bytes) => splitter.push(bytes), finish: () => splitter.finish() }
  },
  examples: [
    { before: '{"a": 1}\r\n\n{"b":2}', after: '{"a": 1}\n\n{"b":2}\n' },
    { before: '', after: '' },
  ],
})
