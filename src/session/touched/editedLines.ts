// The lines that were edited or added, for when the file may be gone: long ones are kept as what differs from their
// line in the file, and then what was typed is in the records of what was done.
import { concatBytes } from '../../base/concatBytes.ts'
import { breathe } from '../../base/jobs.ts'
import type { LineId } from '../../base/units.ts'
import type { EditedLines } from '../../contracts/fileApi.ts'
import type { KeptDraft } from '../../contracts/journal.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import { effectiveRecords } from '../../journal/typedLines.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Lines read at a time. */
const BATCH_LINES = 256

const LF = Uint8Array.of(10)

const utf8 = new TextEncoder()

/** From top to bottom, drafts in the place of their lines; those whose line is gone come last. */
export async function editedLines(
  doc: OpenDocument,
  records: readonly CommandRecord[],
  drafts: readonly KeptDraft[],
): Promise<EditedLines> {
  const drafted = new Map(drafts.map(({ id, text }) => [id, text]))
  const said = new Map<LineId, string>()
  for (const record of effectiveRecords(records)) noteTexts(record, said)
  const ids = idsOf(doc, [...drafted.keys()])
  const parts: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  let missing = 0
  for (let from = 0; from < ids.length; from += BATCH_LINES) {
    const contents: Uint8Array[] = []
    for (const content of await read(doc, ids.slice(from, from + BATCH_LINES))) {
      const text = drafted.get(content.id) ?? (content.bytes ? undefined : said.get(content.id))
      const bytes = text === undefined ? content.bytes : utf8.encode(text)
      if (bytes) contents.push(bytes, LF)
      else missing++
    }
    lines += contents.length / 2
    parts.push(concatBytes(contents))
    await breathe()
  }
  const gone = drafts.filter(({ id }) => !doc.lines.has(id))
  parts.push(...gone.map(({ text }) => utf8.encode(`${text}\n`)))
  const blob = new Blob(parts, { type: 'application/jsonl' })
  return { blob, lines: lines + gone.length, missing }
}

function idsOf({ lines }: OpenDocument, others: readonly LineId[]): readonly LineId[] {
  const edited = lines.view({ kind: 'edited' })
  const ids = edited.ids(0, edited.count)
  const known = new Set(ids)
  const more = others.filter((id) => lines.has(id) && !known.has(id))
  if (more.length === 0) return ids
  const at = (id: LineId): number => lines.indexOf(id) ?? 0
  return [...ids, ...more].toSorted((a, b) => at(a) - at(b))
}

interface ReadLine {
  readonly id: LineId
  /** Undefined where the file is needed and cannot be read. */
  readonly bytes?: Uint8Array
}

async function read(doc: OpenDocument, ids: readonly LineId[]): Promise<readonly ReadLine[]> {
  try {
    return await doc.lines.readContents(ids)
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    const [first] = ids
    if (first === undefined) return []
    if (ids.length === 1) return [{ id: first }]
    const half = ids.length >>> 1
    return [...(await read(doc, ids.slice(0, half))), ...(await read(doc, ids.slice(half)))]
  }
}

/** What the lines of a command became, as far as it says so. */
function noteTexts(
  { command, marks, texts, many, hashes }: CommandRecord,
  said: Map<LineId, string>,
): void {
  const note = (id: LineId | undefined, text: string | undefined): void => {
    if (id === undefined) return
    if (text === undefined) said.delete(id)
    else said.set(id, text)
  }
  for (const line of many ?? []) note(line.mark.id, line.texts[0])
  const hashed = hashes && HashedLines.fromBytes(hashes)
  for (let i = 0; hashed && i < hashed.count; i++) said.delete(hashed.at(i).id)
  if (command.kind !== 'edit') return
  if (command.command.kind === 'replace') note(command.command.id, command.command.texts[0])
  if (command.command.kind === 'applyFix') note(marks?.[0]?.id, texts?.[0])
}
