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
 * Must be called at once in the event handler: the browser empties the transfer after it. The
 * promise waits for the handles only.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  const pending = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item: ItemWithHandle) => ({
      file: item.getAsFile(),
      entry: item.webkitGetAsEntry(),
      handle: item.getAsFileSystemHandle?.().catch(() => null),
    }))
  const files: FileToOpen[] = []
  const folders: string[] = []
  for (const { file, entry, handle } of pending) {
    const found = await handle
    if (entry?.isDirectory || found?.kind === 'directory') {
      folders.push(entry?.name ?? found?.name ?? 'a folder')
    } else if (file) {
      files.push({ file, handle: isFileHandle(found) ? found : undefined })
    }
  }
  return { files, folders }
}

function isFileHandle(handle: FileSystemHandle | null | undefined): handle is FileSystemFileHandle {
  return handle?.kind === 'file'
}
