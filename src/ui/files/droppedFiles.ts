// Files out of a drop or a paste.
import type { FileToOpen } from '../../state/actions/openDocuments.ts'

export interface DroppedFiles {
  readonly files: readonly FileToOpen[]
  /** Names of folders, which are not opened. */
  readonly folders: readonly string[]
}

/** Chromium's, not in TypeScript's DOM types. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}

export function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/**
 * Must be called at once in the event handler: the browser empties the transfer after it. Handles
 * come later.
 */
export function readDroppedFiles(transfer: DataTransfer): DroppedFiles {
  const files: FileToOpen[] = []
  const folders: string[] = []
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    if (entry?.isDirectory) folders.push(entry.name)
    else if (file) files.push({ file, handle: fileHandleOf(item) })
  }
  return { files, folders }
}

async function fileHandleOf(item: ItemWithHandle): Promise<FileSystemFileHandle | undefined> {
  try {
    const handle = await item.getAsFileSystemHandle?.()
    return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined
  } catch {
    // Not allowed here: the file is read all the same.
    return undefined
  }
}
