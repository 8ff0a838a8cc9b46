// The document of what a conversion made, and what it lacks.
import { present } from '../../base/assert.ts'
import type { ConvertedFile, LeftOutSummary, NewFile } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../actions/dialogs.ts'
import { type FileToOpen, openTabs } from '../actions/openDocuments.ts'
import { startReading } from '../actions/reading.ts'
import { setSource } from '../clients.ts'
import { visibleFileName } from '../fileName.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { type DocumentKey, type MadeOf, updateDocument } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'
import { notWhole } from './packedWords.ts'

/** What a conversion made, and what it has to say of it. */
type Made = NewFile & LeftOutSummary & Pick<ConvertedFile, 'note' | 'problem'>

interface Opening {
  /** The document that showed nothing of what was in it: what was made takes its place. Absent: it opens beside. */
  readonly container?: DocumentKey | undefined
  /** How it is opened beside. */
  readonly more?: Omit<FileToOpen, 'file' | 'handle'>
}

/** `name`: of what was converted. */
export function openMade(made: Made, name: string, { container, more }: Opening): DocumentKey {
  const opened =
    container === undefined
      ? present(openTabs([{ file: made.file, ...more }])[0], 'the document of a file')
      : openInPlace(container, made)
  keepMadeFile(opened, () => void conversionClient().discard(made.id))
  updateDocument(opened, { madeOf: madeOf(name, made) })
  return opened
}

function openInPlace(key: DocumentKey, { file }: NewFile): DocumentKey {
  closeDialog()
  setSource(key, { file })
  updateDocument(key, { name: visibleFileName(file.name), canSave: false })
  void startReading(key, { startedAt: Date.now() })
  return key
}

function madeOf(
  name: string,
  { changed, details, hasRows, lost, note, problem, reasons }: Made,
): MadeOf {
  return {
    name,
    leftOut: { lost, changed, details, hasRows, reasons },
    isNoticed: lost + changed === 0 && !problem && !note,
    ...(problem && { problem: notWhole(name, problem) }),
    ...(note && { note: msg('{name}: {note}', { name, note }) }),
  }
}
