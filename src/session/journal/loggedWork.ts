// A command that is carried out and written down, when it changed anything.
import { ReadFailure } from '../../document/byteSource.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord, LineMark } from '../../journal/journalRecord.ts'
import type { Edited } from '../changes.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { JournalKeeper } from './journalKeeper.ts'
import { marksOf } from './lineMarks.ts'
import { hashesAfter, manyAfter, manyBefore, type ManyBefore } from './manyLineMarks.ts'

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** `work`: carries the command out. */
export async function loggedWork(
  keeper: JournalKeeper,
  doc: OpenDocument,
  command: LoggedCommand,
  work: () => Promise<Edited | undefined>,
): Promise<Edited | undefined> {
  doc.onDisk?.remember()
  const marks = (await ifReadable(marksOf(doc, command))) ?? []
  const many = await ifReadable(manyBefore(doc, command))
  const before = doc.lines.undoStep
  const at = Date.now()
  let isDone = false
  let edited: Edited | undefined
  try {
    edited = await work()
    isDone = command.kind === 'setFormat'
    return edited
  } finally {
    // Also when something went wrong after the lines had changed.
    if (isDone || doc.lines.undoStep !== before) {
      const after = { lines: doc.lines.lineCount, bytes: doc.lines.byteLength }
      const changed = edited?.changed ?? []
      const record: CommandRecord = {
        command,
        after,
        at,
        ...(marks.length > 0 && { marks }),
        ...(await described(doc, command, { marks, many, changed })),
      }
      await keeper.add(doc, record)
      doc.journal = keeper.state
    }
  }
}

interface Changed {
  readonly marks: readonly LineMark[]
  readonly many: ManyBefore | undefined
  readonly changed: Edited['changed']
}

/** What the lines became, where the command does not say it. */
async function described(
  doc: OpenDocument,
  command: LoggedCommand,
  { marks, many, changed }: Changed,
): Promise<Pick<CommandRecord, 'texts' | 'many' | 'hashes'>> {
  const isFix = command.kind === 'edit' && command.command.kind === 'applyFix'
  const texts = isFix ? await ifReadable(textsNow(doc, marks)) : undefined
  if (many?.kind === 'hashes') {
    const hashed = await ifReadable(hashesAfter(doc, many.lines))
    return hashed && hashed.length > 0 ? { hashes: HashedLines.of(hashed).bytes } : {}
  }
  const lines = many && (await ifReadable(manyAfter(doc, command, many.marks, changed)))
  return { ...(texts && { texts }), ...(lines && lines.length > 0 && { many: lines }) }
}

/** Of the lines that are still there. */
async function textsNow(doc: OpenDocument, marks: readonly LineMark[]): Promise<string[]> {
  const ids = marks.map(({ id }) => id).filter((id) => doc.lines.has(id))
  return (await doc.lines.readContents(ids)).map(({ bytes }) => fromUtf8.decode(bytes))
}

/** A line that cannot be read is not described; what is typed is applied all the same. */
async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ReadFailure) return undefined
    throw error
  }
}
