// A name for the files that this page puts into private storage.
import { holdDownloads } from './downloadFolder.ts'

let pageId: string | undefined

/** The same for as long as the page lives; files of that name are in use until then. */
export function namePage(): string {
  if (pageId === undefined) {
    pageId = crypto.getRandomValues(new Uint32Array(4)).join('-')
    holdDownloads(pageId)
  }
  return pageId
}
