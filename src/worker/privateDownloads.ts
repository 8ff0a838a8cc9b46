// Downloads as files of the origin's private storage, written through the synchronous handles that only
// workers have.
import type { DownloadStore, StoredDownload } from '../api/downloadStore.ts'
import { randomId } from '../base/randomId.ts'
import { downloadFolder, removeDownloads } from './downloadFolder.ts'
import { type AccessHandle, hasLocks, openAccessHandle } from './originStorage.ts'
import { holdFolder } from './downloadHolds.ts'

/** Of the page that `holdDownloads` was called in. */
export function downloadStore(pageId: string): DownloadStore {
  let isHeld = hasLocks()
  return {
    async create() {
      const folder = await downloadFolder(pageId)
      if (!folder) return undefined
      try {
        if (!isHeld) await holdFolder(folder)
        isHeld = true
        // Several workers of the page write into its folder.
        const file = await folder.getFileHandle(randomId(), { create: true })
        return storedDownload(folder, file, await openAccessHandle(file))
      } catch {
        return undefined
      }
    },
    clean: () => removeDownloads(pageId),
  }
}

function storedDownload(
  folder: FileSystemDirectoryHandle,
  file: FileSystemFileHandle,
  handle: AccessHandle,
): StoredDownload {
  let at = 0
  let isOpen = true
  const close = (): void => {
    if (isOpen) handle.close()
    isOpen = false
  }
  return {
    write(bytes) {
      const written = handle.write(bytes, { at })
      at += written
      if (written < bytes.length) throw new DOMException('', 'QuotaExceededError')
    },
    clear() {
      handle.truncate(0)
      at = 0
    },
    async finish() {
      // Not flushed: the file is not to outlive the page, and to wait for the disk takes longer than all else.
      close()
      return await file.getFile()
    },
    async discard() {
      close()
      await folder.removeEntry(file.name).catch(() => {})
    },
  }
}
