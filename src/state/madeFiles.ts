// Files in private storage that documents read: taken away when nobody reads them any more.
import { documentSlot } from './documentScope.ts'
import type { DocumentKey } from './store.ts'

interface MadeFile {
  readonly discard: () => void
  /** The document, and whoever else holds it. */
  users: number
}

const made = documentSlot<MadeFile[]>(
  () => [],
  (files) => files.forEach(letGo),
)

/** `discard`: takes away a file that the document reads from now on. */
export function keepMadeFile(key: DocumentKey, discard: () => void): void {
  made.of(key).push({ discard, users: 1 })
}

/**
 * Keeps the files of a document beyond its end for whoever reads parts of them, until what is returned is
 * called.
 */
export function holdMadeFiles(key: DocumentKey): () => void {
  const files = [...made.of(key)]
  for (const file of files) file.users += 1
  return () => {
    for (const file of files.splice(0)) letGo(file)
  }
}

function letGo(file: MadeFile): void {
  file.users -= 1
  if (file.users === 0) file.discard()
}
