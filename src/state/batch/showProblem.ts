// What an API says is wrong, at its place in the document.
import { clientOf, hasClient } from '../clients.ts'
import { openLineOfPair } from '../pairing/selection.ts'
import { updateDocument } from '../store.ts'
import type { PartProblem, Run } from './batchStore.ts'

/** Opens the line, with the caret at the field that the API names, where that is there. */
export async function showProblem(
  { documentKey: key, fileName }: Run,
  { place, param }: PartProblem,
): Promise<void> {
  if (key === undefined || !place) return
  openLineOfPair({ key, documentName: fileName, ...place })
  if (param === undefined || !hasClient(key)) return
  const found = await clientOf(key).placeOfField(place.id, param)
  if (!found.ok || found.value === undefined) return
  updateDocument(key, { caretWish: { id: place.id, offset: found.value } })
}
