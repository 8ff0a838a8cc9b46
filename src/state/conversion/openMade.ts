// The document of what a conversion made, and what it lacks.
import type { ConvertedFile } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../actions/dialogs.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { startReading } from '../actions/reading.ts'
import { setSource } from '../clients.ts'
import { visibleFileName } from '../fileName.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { type DocumentKey, type MadeOf, updateDocument } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'
import { notWhole } from './packedWords.ts'

/**
 * Opens the file of lines: beside the file that it was made of, or in the place of the document `container`, which
 * showed nothing of what was in it. `name`: of what was converted. Undefined where no more can be opened.
 */
export function openMade(
  made: ConvertedFile,
  name: string,
  container: DocumentKey | undefined,
): DocumentKey | undefined {
  const opened = container === undefined ? openBeside(made) : openInPlace(container, made)
  const discard = (): void => void conversionClient().discard(made.id)
  if (opened === undefined) {
    discard()
    return undefined
  }
  keepMadeFile(opened, discard)
  updateDocument(opened, { madeOf: madeOf(name, made) })
  return opened
}

function openBeside({ file }: ConvertedFile): DocumentKey | undefined {
  const [opened] = openTabs([{ file }])
  return opened
}

function openInPlace(key: DocumentKey, { file }: ConvertedFile): DocumentKey {
  closeDialog()
  setSource(key, { file })
  updateDocument(key, { name: visibleFileName(file.name), canSave: false })
  void startReading(key, { startedAt: Date.now() })
  return key
}

function madeOf(
  name: string,
  { changed, details, hasRows, lost, note, problem, reasons }: ConvertedFile,
): MadeOf {
  return {
    name,
    leftOut: { lost, changed, details, hasRows, reasons },
    isNoticed: lost + changed === 0 && !problem && !note,
    ...(problem && { problem: notWhole(name, problem) }),
    ...(note && { note: msg('{name}: {note}', { name, note }) }),
  }
}
