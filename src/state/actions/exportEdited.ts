// The lines that were edited or added, and text that was typed and not applied, as a file of their own: whatever
// happened to the file of the document, or to its worker.
import { withEnding } from '../../base/fileName.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { msg } from '../../i18n/message.ts'
import { typedLines } from '../../journal/typedLines.ts'
import { clientOf, hasClient } from '../clients.ts'
import { commandsOf } from '../commandLog.ts'
import type { Draft } from '../drafts.ts'
import { startDownload } from '../startDownload.ts'
import { type DocumentKey, findDocument } from '../store.ts'
import { showFailure, showMessage } from './messages.ts'

/** Downloads them. Resolves with whether there was something. */
export async function exportEdited(key: DocumentKey): Promise<boolean> {
  const tab = findDocument(key)
  if (!tab) return false
  const { drafts } = tab
  if (!hasClient(key) || !tab.facts) {
    return downloadTyped(commandsOf(key), drafts, tab.name)
  }
  const fileName = fileNameFor(tab.name)
  const exported = await clientOf(key).exportEdited(drafts)
  if (!exported.ok) {
    showFailure(exported.failure)
    return false
  }
  const { blob, lines, missing } = exported.value
  if (lines + missing === 0) return sayNothing()
  startDownload(blob, fileName)
  if (missing === 0) {
    showMessage(
      'status',
      msg(
        '{lines, plural, one {# edited line was} other {# edited lines were}} downloaded as {fileName}.',
        { lines, fileName },
      ),
    )
  } else {
    showMessage(
      'alert',
      msg(
        '{lines, plural, one {# edited line was} other {# edited lines were}} downloaded as {fileName}. {missing, plural, one {# line} other {# lines}} that a fix of many lines changed cannot be put together without the file.',
        { lines, fileName, missing },
      ),
    )
  }
  return true
}

/** What was typed, as far as commands say it: where there is no worker to ask. */
export function downloadTyped(
  log: readonly LoggedCommand[],
  drafts: readonly Draft[],
  name: string,
): boolean {
  const lines = typedLines(
    log.map((command) => ({ command })),
    drafts,
  )
  if (lines.length === 0) return sayNothing()
  const text = lines.map((line) => `${line.text}\n`).join('')
  startDownload(new Blob([text], { type: 'application/jsonl' }), fileNameFor(name))
  return true
}

function fileNameFor(name: string): string {
  return withEnding(name, '-edited.jsonl')
}

function sayNothing(): false {
  showMessage('status', msg('No line was edited or added.'))
  return false
}
