// Who is still there, where the browser has no locks: each worker keeps a file of its page's folder open as long as
// it lives, and nobody else can open that.
import { randomId } from '../base/randomId.ts'
import { type AccessHandle, openAccessHandle } from './originStorage.ts'

const PREFIX = 'held-'

/** Handles that are let go with the worker, and not before. */
const held: AccessHandle[] = []

/** In a worker: from now on the folder is in use. */
export async function holdFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  try {
    const file = await folder.getFileHandle(`${PREFIX}${randomId()}`, { create: true })
    held.push(await openAccessHandle(file))
  } catch {
    // Then nobody knows, and nothing of it is taken away.
  }
}

/** In a worker: whether nobody holds a folder that someone has held. */
export async function isLetGo(folder: FileSystemDirectoryHandle): Promise<boolean> {
  let wasHeld = false
  for await (const [name, file] of folder.entries()) {
    if (!name.startsWith(PREFIX)) continue
    wasHeld = true
    try {
      const handle = await openAccessHandle(file as FileSystemFileHandle)
      handle.close()
    } catch {
      return false
    }
  }
  return wasHeld
}
