// A whole conversion of a text that comes in pieces.
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import {
  type LeftOut,
  type LineSink,
  type OptionValues,
  withInitialValues,
} from '../defineSource.ts'
import { findSource } from '../registry.ts'

/** `pieceSize`: bytes that come at once. */
export async function runSource(
  id: string,
  text: string,
  options: OptionValues = {},
  pieceSize = Infinity,
): Promise<{ text: string; left: LeftOut[] }> {
  const source = findSource(id)
  if (!source) throw new Error(`no source ${id}`)
  const left: LeftOut[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let result = ''
  const sink: LineSink = {
    write: (bytes) => {
      result += decoder.decode(bytes, { stream: true })
    },
    leave: (part) => left.push(part),
  }
  const tools = { wasm: await loadScannerModule() }
  const converter = await source.convert(withInitialValues(source, options), sink, tools)
  const bytes = new TextEncoder().encode(text)
  const size = Math.min(Math.max(1, bytes.length), pieceSize)
  for (let at = 0; at < bytes.length; at += size) converter.push(bytes.slice(at, at + size))
  converter.finish()
  return { text: result + decoder.decode(), left }
}
