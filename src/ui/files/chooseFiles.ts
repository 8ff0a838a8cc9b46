// The action behind every 'Open files' button and key, and behind 'Choose the file again'.
import { type FileToOpen, openAgain, openFiles } from '../../state/actions/openDocuments.ts'
import type { DocumentKey } from '../../state/store.ts'
import { canPickHandles, pickFiles } from './filePickers.ts'

let fileInput: HTMLInputElement | null = null

/** The document for which files are chosen; none: for new ones. */
let chosenFor: DocumentKey | undefined

/** The input of the page, for browsers without pickers that give handles. */
export function setFileInput(input: HTMLInputElement | null): void {
  fileInput = input
}

/** Must be called within a click or a key press. `key`: of the document whose file is chosen again. */
export async function chooseFiles(key?: DocumentKey): Promise<void> {
  chosenFor = key
  if (!canPickHandles) {
    fileInput?.click()
    return
  }
  const files = await pickFiles()
  if (files) takeChosen(files)
}

/** What was chosen last. */
export function takeChosen(files: readonly FileToOpen[]): void {
  const key = chosenFor
  chosenFor = undefined
  if (key === undefined) openFiles(files)
  else void openAgain(key, files)
}
