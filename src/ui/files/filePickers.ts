// The only place that knows how this browser asks for files. Where it keeps handles (Chromium) a
// file can be saved in place and opened again later; elsewhere a plain input and downloads do.
import { type Message, msg } from '../../i18n/message.ts'
import type { FileToOpen } from '../../state/actions/openDocuments.ts'
import { showMessage } from '../../state/actions/messages.ts'

interface PickerWindow {
  showOpenFilePicker?(options: { multiple: boolean }): Promise<FileSystemFileHandle[]>
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>
  showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

const pickers = globalThis as PickerWindow

export const canPickSaveFile: boolean = pickers.showSaveFilePicker !== undefined

/** Asked anew: tests have a picker of their own. */
export function canPickFolder(): boolean {
  return pickers.showDirectoryPicker !== undefined
}

export const canPickHandles: boolean = pickers.showOpenFilePicker !== undefined

/** Undefined when the user changed their mind. */
export async function pickFiles(): Promise<readonly FileToOpen[] | undefined> {
  if (!pickers.showOpenFilePicker) return undefined
  try {
    const handles = await pickers.showOpenFilePicker({ multiple: true })
    return await Promise.all(
      handles.map(async (handle) => ({ file: await handle.getFile(), handle })),
    )
  } catch (error) {
    reportUnlessAborted(error, msg('The browser could not open its file picker.'))
    return undefined
  }
}

/** Where to write; undefined when the user changed their mind. */
export async function pickSaveFile(
  suggestedName: string,
): Promise<FileSystemFileHandle | undefined> {
  try {
    return await pickers.showSaveFilePicker?.({ suggestedName })
  } catch (error) {
    reportUnlessAborted(
      error,
      msg('The browser could not make a file there. Choose another place.'),
    )
    return undefined
  }
}

/** Where to write several files; undefined when the user changed their mind. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await pickers.showDirectoryPicker?.({ mode: 'readwrite' })
  } catch (error) {
    reportUnlessAborted(error, msg('The browser could not open that folder. Choose another one.'))
    return undefined
  }
}

function reportUnlessAborted(error: unknown, what: Message): void {
  if (error instanceof DOMException && error.name === 'AbortError') return
  showMessage(
    'alert',
    error instanceof Error ? msg('{what} ({reason})', { what, reason: error.message }) : what,
  )
}
