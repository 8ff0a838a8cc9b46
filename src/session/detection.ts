// Which format a document is, from what its first lines hold: when it is read, and again when many
// lines have changed at once.
import type { LineId } from '../base/units.ts'
import { detectFormat } from '../formats/detectFormat.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { formats, plainFormat } from '../formats/registry.ts'
import { partialValue } from '../json/partialValue.ts'
import type { ScanBatch } from '../scanner/scanner.ts'
import { SYNTAX_CODES } from '../scanner/syntaxCodes.ts'
import type { ContentLayout } from '../validation/contentLayout.ts'
import type { OpenDocument } from './openDocument.ts'

/** Lines of the beginning that decide on the format. */
const SAMPLE_LINES = 200
/** Lines longer than this are not parsed for the sample. */
const SAMPLE_LINE_BYTES = 4 * 1024 * 1024
/** Lines of a document that are looked at for as many that are not blank. */
const MAX_LOOKED_AT = 2 * SAMPLE_LINES
/** Lines read at a time. */
const BATCH_LINES = 16
/** Bytes that are read of a document; a sample of fewer lines is a sample, too. */
const MAX_SAMPLE_BYTES = 2 * SAMPLE_LINE_BYTES

/** What the first lines of a source hold; undefined for lines that do not look like an object. */
export function sampleOfBatch(batch: ScanBatch, layout: ContentLayout): unknown[] {
  const utf8 = new TextDecoder()
  const sample: unknown[] = []
  for (let i = 0; i < batch.count && sample.length < SAMPLE_LINES; i++) {
    const status = SYNTAX_CODES[batch.status[i] as number]
    // Broken lines count as far as they can be read, but not where they are parts of one document.
    if (status === 'blank-line' || (status !== 'valid' && layout !== 'lines')) continue
    const from = i === 0 ? 0 : (batch.ends[i - 1] as number)
    const to = batch.ends[i] as number
    if (to - from > SAMPLE_LINE_BYTES) continue
    const text = utf8.decode(batch.bytes.subarray(from, to))
    sample.push(status === 'valid' ? JSON.parse(text) : partialValue(text))
  }
  return sample
}

/** The format that the lines of a document look like as they are now. */
export async function formatOfDocument(doc: OpenDocument): Promise<FormatDefinition> {
  const utf8 = new TextDecoder()
  const sample: unknown[] = []
  let bytes = 0
  const ids: LineId[] = []
  for (let i = 0; i < Math.min(doc.lines.lineCount, MAX_LOOKED_AT); i++) {
    const id = doc.lines.idAt(i)
    if (id !== undefined) ids.push(id)
  }
  for (let from = 0; from < ids.length; from += BATCH_LINES) {
    const batch = ids.slice(from, from + BATCH_LINES)
    const contents = await doc.lines.readContents(batch, { limitBytes: SAMPLE_LINE_BYTES + 1 })
    for (const content of contents) {
      if (content.byteLength > SAMPLE_LINE_BYTES) continue
      bytes += content.byteLength
      const text = utf8.decode(content.bytes)
      if (text.trim() === '') continue
      const value = parsed(text)
      if (value !== undefined) sample.push(value)
      else if (doc.sniffed.layout === 'lines') sample.push(partialValue(text))
    }
    if (sample.length >= SAMPLE_LINES || bytes > MAX_SAMPLE_BYTES) break
  }
  return formatOfSample(sample.slice(0, SAMPLE_LINES))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The format that the first lines of a source look like. */
export function formatOfSample(sample: readonly unknown[]): FormatDefinition {
  return detectFormat(formats, plainFormat, sample).format
}
