// The edits of an earlier visit in the document of this one.
import type { KeptDraft, Recovery } from '../../contracts/journal.ts'
import { newestDrafts } from '../../journal/draftsFile.ts'
import { draftsNameOf, type JournalFile, type JournalStore } from '../../journal/journalStore.ts'
import { type ReadJournal, readJournal } from '../../journal/readJournal.ts'
import { draftsHere } from './draftsHere.ts'
import { reapplyEdits } from './reapplyEdits.ts'
import { leftDraft, leftOf, type RecoveryWork } from './recoveryWork.ts'
import { replayRecords } from './replayJournal.ts'
import { carryOut } from '../replay.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'

/** A journal of an earlier visit, open. */
export interface KeptJournal {
  readonly file: JournalFile
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly journal: ReadJournal
  readonly drafts: readonly KeptDraft[]
}

/** Undefined when there is none, when it cannot be read, and while another tab has it. */
export async function openKept(
  store: JournalStore | undefined,
  id: string,
): Promise<KeptJournal | undefined> {
  const file = await store?.open(id, { create: false })
  if (!file || !store) return undefined
  const bytes = file.readAll()
  const journal = readJournal(bytes)
  if (!journal) {
    file.close()
    return undefined
  }
  const draftsFile = await store.open(draftsNameOf(id), { create: false })
  const drafts = draftsFile ? newestDrafts(draftsFile.readAll())?.drafts : undefined
  draftsFile?.close()
  return { file, bytes, journal, drafts: drafts ?? [] }
}

/** Of the recovered document, beside its facts. The journal `id` is closed, or goes on as the document's. */
export async function recoverJournal(
  id: string,
  kept: KeptJournal,
  work: RecoveryWork,
): Promise<Omit<Recovery, 'facts'>> {
  const { file, bytes, journal, drafts } = kept
  const { header, records, beyond, lost } = journal
  const { doc, wasm, keeper, job, onProgress } = work
  const log = records.map(({ command }) => command)
  let isClosed = false
  const close = (): void => {
    if (!isClosed) file.close()
    isClosed = true
  }
  try {
    const isSameFile =
      header.size === doc.source.size && (await work.hasFingerprint(header.fingerprint))
    if (isSameFile && header.isFormatChosen && header.formatId !== doc.format.id) {
      await carryOut(doc, wasm, { kind: 'setFormat', formatId: header.formatId }, job, () => {})
    }
    if (isSameFile && (await replayRecords(doc, wasm, records, job, onProgress))) {
      const same = { isSameFile, applied: journal.steps, already: 0, lost, drafts, log }
      // What stands after a gap is in no other place.
      const isContinued = beyond.length === 0 && !journal.isFull
      if (isContinued) {
        isClosed = true
        keeper.goOnWith(id, file, journal)
        return { ...same, left: [], isContinued }
      }
      close()
      await keeper.beginWith(bytes.slice(0, journal.end), journal.count, records)
      return { ...same, left: beyond.flatMap(leftOf), isContinued }
    }
    close()
    const performed: LoggedCommand[] = []
    const { applied, already, left, leftRecords } = await reapplyEdits(records, {
      ...work,
      perform: async (command) => {
        await work.perform(command)
        performed.push(command)
      },
    })
    const typed = await draftsHere(doc, drafts, job)
    keeper.left = { records: [leftRecords], drafts: typed.left }
    return {
      isSameFile: false,
      applied,
      already,
      left: [...left, ...beyond.flatMap(leftOf), ...typed.left.map(leftDraft)],
      lost,
      drafts: typed.here,
      log: performed,
      isContinued: false,
    }
  } finally {
    close()
  }
}
