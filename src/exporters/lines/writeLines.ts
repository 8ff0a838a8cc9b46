// Lines through a writer: each is read as text, and what it becomes goes out in pieces.
import type { Segment } from '../../document/exportSegments.ts'
import type { LineWriter } from './defineExporter.ts'
import type { FieldReader } from './fields/fieldReader.ts'

/** Code units that are encoded at a time. */
const PIECE = 1024 * 1024

/** `chunks` are whole lines, each with its line feed. */
export async function* writeLines(
  chunks: AsyncIterable<Uint8Array>,
  writer: LineWriter,
): AsyncGenerator<Segment, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  let out = writer.head
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk)
    for (let from = 0; from < text.length; ) {
      const to = text.indexOf('\n', from)
      const written = writer.write(text, from, to)
      from = to + 1
      if (written === undefined) continue
      out += written
      if (out.length < PIECE) continue
      yield { kind: 'bytes', bytes: encoder.encode(out) }
      out = ''
    }
  }
  yield { kind: 'bytes', bytes: encoder.encode(out + writer.foot) }
}

/** Has the reader look at every line. */
export async function findFields(
  chunks: AsyncIterable<Uint8Array>,
  reader: FieldReader,
): Promise<void> {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const chunk of chunks) {
    const text = utf8.decode(chunk)
    for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) reader.read(text, at)
  }
  reader.endFinding()
}
