// The lines that were edited or added in an earlier visit, as a file of their own.
import { withEnding } from '../../base/fileName.ts'
import { msg } from '../../i18n/message.ts'
import { newestDrafts } from '../../journal/draftsFile.ts'
import { draftsNameOf } from '../../journal/journalStore.ts'
import { readJournal } from '../../journal/readJournal.ts'
import { typedLines } from '../../journal/typedLines.ts'
import { storedJournals } from '../../worker/journalFolder.ts'
import { showMessage } from '../actions/messages.ts'
import { visibleFileName } from '../fileName.ts'
import { startDownload } from '../startDownload.ts'
import type { DocumentTab } from '../store.ts'
import type { KeptEdits } from './recoveryStore.ts'

export async function exportTyped({ id, name }: KeptEdits): Promise<void> {
  const stored = await storedJournals()
  const bytesOf = async (file: string): Promise<Uint8Array | undefined> => {
    const found = stored.find((entry) => entry.name === file)
    return found && new Uint8Array(await found.file.arrayBuffer())
  }
  const bytes = await bytesOf(id)
  const journal = bytes && readJournal(bytes)
  if (!journal) {
    showMessage('alert', msg('The unsaved edits cannot be read.'))
    return
  }
  const draftBytes = await bytesOf(draftsNameOf(id))
  const drafts = draftBytes && newestDrafts(draftBytes)?.drafts
  const lines = typedLines([...journal.records, ...journal.beyond], drafts)
  if (lines.length === 0) {
    showMessage('status', msg('No line was typed: these edits fixed, moved or removed lines.'))
    return
  }
  download(
    lines.map(({ text }) => text),
    withEnding(visibleFileName(name) || 'lines', '-typed.jsonl'),
  )
}

/** The texts of edits that could not be made again. */
export function exportLeft({ left, name }: DocumentTab): void {
  const texts = left?.edits.flatMap((edit) => edit.texts) ?? []
  download(texts, withEnding(name, '-not-applied.jsonl'))
}

function download(texts: readonly string[], fileName: string): void {
  const text = texts.map((line) => `${line}\n`).join('')
  startDownload(new Blob([text], { type: 'application/jsonl' }), fileName)
}
