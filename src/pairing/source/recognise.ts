// What the first lines of a document look like to a pairing.
import { recogniseLines } from '../recogniseLines.ts'
import type { PairRecognition } from '../../contracts/pairSourceApi.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { readRecord } from '../../validation/overLines/readRecord.ts'

const SAMPLE_LINES = 200
/** Read at a time; lines of embeddings have some 30 kB, and of images megabytes. */
const LINES_AT_ONCE = 20
const SAMPLE_BYTES = 8 * 1024 * 1024
/** Longer lines are not parsed. */
const LINE_BYTES = 4 * 1024 * 1024

const utf8 = new TextDecoder()

/** Undefined when they are neither requests nor answers. Throws what the source threw. */
export async function recogniseDocument(
  doc: ValidatedDocument,
): Promise<PairRecognition | undefined> {
  const ids = doc.lines.view({ kind: 'all' }).ids(0, SAMPLE_LINES)
  const records: unknown[] = []
  let bytesRead = 0
  for (let from = 0; from < ids.length && bytesRead < SAMPLE_BYTES; from += LINES_AT_ONCE) {
    const contents = await doc.lines.readContents(ids.slice(from, from + LINES_AT_ONCE), {
      limitBytes: LINE_BYTES,
    })
    for (const { id, bytes: own, byteLength } of contents) {
      const record = await readRecord(doc, id)
      const bytes = record?.bytes ?? own
      bytesRead += bytes.length
      const isPart = record !== undefined && record.record.ids[0] !== id
      if (isPart || (!record && bytes.length < byteLength)) continue
      try {
        records.push(JSON.parse(utf8.decode(bytes)))
      } catch {
        // Broken lines say nothing.
      }
    }
  }
  const found = recogniseLines(records)
  return (
    found && {
      role: found.role === 'request' ? 'requests' : 'answers',
      providerId: found.provider.id,
    }
  )
}
