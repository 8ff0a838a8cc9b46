// The action behind every 'Open files' button and key.
import { openFiles } from '../../state/actions/openDocuments.ts'
import { canPickHandles, pickFiles } from './filePickers.ts'

let fileInput: HTMLInputElement | null = null

/** The input of the page, for browsers without pickers that give handles. */
export function setFileInput(input: HTMLInputElement | null): void {
  fileInput = input
}

/** Must be called within a click or a key press. */
export async function chooseFiles(): Promise<void> {
  if (!canPickHandles) {
    fileInput?.click()
    return
  }
  const files = await pickFiles()
  if (files) openFiles(files)
}
