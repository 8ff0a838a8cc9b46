// The browser's permission slips to files whose edits are kept, by journal.
import { get, set } from 'idb-keyval'

export function handleKey(journalId: string): string {
  return `lineproof.editedFile.${journalId}`
}

/** Nothing happens where the browser keeps none. */
export async function keepHandleOf(journalId: string, handle: FileSystemFileHandle): Promise<void> {
  try {
    await set(handleKey(journalId), handle)
  } catch {
    // The file has to be chosen then.
  }
}

export async function handleOf(journalId: string): Promise<FileSystemFileHandle | undefined> {
  try {
    return await get<FileSystemFileHandle>(handleKey(journalId))
  } catch {
    return undefined
  }
}
