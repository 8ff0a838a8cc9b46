// Text that people wrote: each line, or each paragraph, becomes a prompt.
import { msg } from '../../i18n/message.ts'
import { defineSource, type OptionValues } from '../defineSource.ts'
import { LineOutput } from '../lineOutput.ts'
import { LINE_LIMIT, LineSplitter } from '../lineSplitter.ts'

const KEY = 'prompt'

export const source = defineSource({
  id: 'plainText',
  title: msg('Plain text'),
  summary: msg('Each line or paragraph becomes an object with the text under one key.'),
  options: [
    {
      id: 'separator',
      label: msg('Texts are separated by'),
      kind: 'choice',
      choices: [
        { value: 'line', label: msg('Line ends: one text a line') },
        { value: 'blank', label: msg('Blank lines: one text a paragraph') },
      ],
      initial: 'line',
    },
    { id: 'key', label: msg('Key of the text'), kind: 'text', initial: KEY },
  ],
  decodes: true,
  recognise({ content, bytes, name }) {
    const isNamed = /\.(?:txt|text|md)$/i.test(name)
    const isText = content.layout === 'plain-text'
    // Too few lines to be sure by their looks.
    const isShort = content.layout === 'lines' && isNamed
    if (!isText && !isShort && !['log', 'yaml'].includes(content.layout)) return undefined
    const text = new TextDecoder().decode(bytes, { stream: true })
    if (text.trim() === '' || (isShort && /^\s*[[{]/.test(text))) return undefined
    return { certainty: isText ? 0.8 : isShort ? 0.6 : 0.3, options: optionsOf(text) }
  },
  convert(options, sink) {
    const key = new TextEncoder().encode(`{${JSON.stringify(options['key'] || KEY)}:`)
    const isByLine = options['separator'] !== 'blank'
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const output = new LineOutput(sink)
    let paragraph: string[] = []
    let size = 0
    const end = (): void => {
      if (paragraph.length === 0) return
      output.bytes(key)
      output.string(paragraph.join('\n'))
      output.text('}\n')
      paragraph = []
      size = 0
    }
    const splitter = new LineSplitter((bytes) => {
      const line = decoder.decode(bytes)
      if (line.trim() === '') return end()
      size += line.length + 1
      if (size > LINE_LIMIT) throw new RangeError('out of memory: a paragraph')
      paragraph.push(line)
      if (isByLine) end()
    })
    return {
      push: (bytes) => splitter.push(bytes),
      finish() {
        splitter.finish()
        end()
        output.flush()
      },
      flush: () => output.flush(),
    }
  },
  examples: [
    {
      before: 'Say "hi".\r\n\r\n  第二個提示\tx\nlast',
      after: '{"prompt":"Say \\"hi\\"."}\n{"prompt":"  第二個提示\\tx"}\n{"prompt":"last"}\n',
    },
    {
      before: '\none\ntwo\n \n\nthree\n',
      options: { separator: 'blank', key: 'text' },
      after: '{"text":"one\\ntwo"}\n{"text":"three"}\n',
    },
    { before: 'a', options: { key: '' }, after: '{"prompt":"a"}\n' },
    { before: '\n\n', after: '' },
  ],
})

/** Lines of a paragraph, on average, beyond which blank lines are thought to divide chapters. */
const PARAGRAPH_LINES = 8

/** Blank lines separate where there are several, not too far apart. */
function optionsOf(text: string): OptionValues {
  const paragraphs = text.split(/\r?\n(?:[ \t]*\r?\n)+/).filter((part) => part.trim() !== '')
  const lines = paragraphs.flatMap((part) => part.split('\n')).length
  const isBlank = paragraphs.length > 2 && lines <= paragraphs.length * PARAGRAPH_LINES
  return isBlank ? { separator: 'blank' } : {}
}
