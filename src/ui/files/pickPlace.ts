// Asks where to write what is made of an open document, which may be its own file.
import { otherName, secureFile } from '../../state/actions/secureFile.ts'
import type { DocumentTab } from '../../state/store.ts'
import { pickSaveFile } from './filePickers.ts'

export interface PickedPlace {
  readonly handle: FileSystemFileHandle
  /** It is the file of the document, and has been empty since it was chosen. */
  readonly isEmptied: boolean
}

/** Undefined when there is nothing to write to, or nothing left to write. Must be called within a click or key press. */
export async function pickPlace(
  { key }: DocumentTab,
  suggestedName: string,
): Promise<PickedPlace | undefined> {
  const secured = await secureFile(key)
  const handle = await pickSaveFile(otherName(key, suggestedName))
  const place = await secured.settle(handle)
  return handle && place !== 'lost' ? { handle, isEmptied: place === 'copied' } : undefined
}
