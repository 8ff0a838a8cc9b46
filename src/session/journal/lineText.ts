// The text of a line as the document has it now.
import type { LineId } from '../../base/units.ts'
import type { OpenDocument } from '../openDocument.ts'

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Undefined for a line that is not in the document. */
export async function lineText({ lines }: OpenDocument, id: LineId): Promise<string | undefined> {
  const [content] = lines.has(id) ? await lines.readContents([id]) : []
  return content && fromUtf8.decode(content.bytes)
}
