// JSON text sequences: each text between a record separator and a line feed. https://www.rfc-editor.org/rfc/rfc7464
import { type Message, msg } from '../../i18n/message.ts'
import { WasmElements } from '../../scanner/elementEngine.ts'
import { skipSpaceBytes } from '../../scanner/jsonExtent.ts'
import { defineSource } from '../defineSource.ts'
import { LineSplitter } from '../lineSplitter.ts'

const RECORD_SEPARATOR = 0x1e
const LF = Uint8Array.of(0x0a)

export const source = defineSource({
  id: 'textSequence',
  title: msg('JSON text sequence'),
  summary: msg('Each text after a record separator becomes a line.'),
  options: [],
  recognise({ bytes }) {
    const first = bytes[skipSpaceBytes(bytes, 0)]
    return first === RECORD_SEPARATOR ? { certainty: 1, options: {} } : undefined
  },
  convert(_options, sink, { wasm }) {
    const engine = new WasmElements(wasm)
    let offset = 0
    let isBefore = true
    const splitter = new LineSplitter((text) => {
      const from = skipSpaceBytes(text, 0)
      const at = offset + from
      offset += text.length + 1
      const wasBefore = isBefore
      isBefore = false
      if (from >= text.length) return
      const leave = (reason: Message): void =>
        sink.leave({ offset: at, reason, text: shownOf(text.subarray(from)), isLost: true })
      if (wasBefore) return leave(msg('This stands before the first record separator.'))

      engine.reserve(text.length)
      engine.window(text.length).set(text)
      engine.beginValue(text[from] as number)
      const { stop, at: to } = engine.passValue(from, from, text.length, { isLast: true })
      // A number that no whitespace follows may have had more digits, section 2.4.
      if (stop === 'more') return leave(msg('This text is cut off.'))
      if (stop !== 'whole' || skipSpaceBytes(text, to) < text.length) {
        return leave(msg('This text is not one JSON value.'))
      }
      sink.write(engine.window(engine.compact(from, to)).subarray(from))
      sink.write(LF)
    }, RECORD_SEPARATOR)
    return { push: (bytes) => splitter.push(bytes), finish: () => splitter.finish() }
  },
  examples: [
    {
      before: '\x1e{"a": 1.0}\n\x1e{\n  "a": 2\n}\n\x1e\x1e"x"\x1e3\n',
      after: '{"a": 1.0}\n{"a": 2}\n"x"\n3\n',
    },
    {
      before: 'x\x1e{"a":\n\x1e{"b":2}\n\x1e1 2\n\x1enope\n\x1e{]\n\x1e12',
      after: '{"b":2}\n',
      left: [
        { offset: 0, isLost: true },
        { offset: 2, isLost: true },
        { offset: 18, isLost: true },
        { offset: 23, isLost: true },
        { offset: 29, isLost: true },
        { offset: 33, isLost: true },
      ],
    },
  ],
})

function shownOf(text: Uint8Array): string {
  return new TextDecoder().decode(text.subarray(0, 400)).slice(0, 100)
}
