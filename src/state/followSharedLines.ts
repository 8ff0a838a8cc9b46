// Tells open documents of one format which lines they share, as a file to train a model and one to test it: again
// whenever one of them has changed, or was opened or closed, in the background and not while changes go on.
import { clientOf, hasClient } from './clients.ts'
import { documentSlot } from './documentScope.ts'
import { type DocumentTab, findDocument, store } from './store.ts'

/** Milliseconds without a further change, so that typing and 'Fix all' are not held up. */
const QUIET = 500

/** Whether a document was told something, and may have to be told that it is no longer so. */
const told = documentSlot<{ isTold: boolean }>(() => ({ isTold: false }))

let seenDocuments: readonly DocumentTab[] | undefined
let seen = ''
let timer: ReturnType<typeof setTimeout> | undefined
let isFollowing = false

/** Begins to compare the open documents; once is enough. */
export function followSharedLines(): void {
  if (isFollowing) return
  isFollowing = true
  store.subscribe(({ documents }) => {
    if (documents === seenDocuments) return
    seenDocuments = documents
    const now = documents.map(({ key, facts }) => [key, facts?.comparedAs, facts?.revision]).join()
    if (now === seen) return
    seen = now
    clearTimeout(timer)
    if (groups().length > 0 || documents.some(isTold))
      timer = setTimeout(() => void compare(), QUIET)
  })
}

function isTold({ key }: DocumentTab): boolean {
  return told.of(key).isTold
}

/** Those that are compared with each other: at least two by one word. */
function groups(): readonly (readonly DocumentTab[])[] {
  const { documents } = store.getState()
  const wordOf = ({ facts }: DocumentTab): string | undefined => facts?.comparedAs
  const words = new Set(documents.map(wordOf).filter((word) => word !== undefined))
  return [...words]
    .map((word) => documents.filter((tab) => wordOf(tab) === word))
    .filter((group) => group.length > 1)
}

async function compare(): Promise<void> {
  const all = groups()
  const compared = new Set(all.flat().map(({ key }) => key))
  const left = store.getState().documents.filter((tab) => isTold(tab) && !compared.has(tab.key))
  for (const { key } of left) {
    told.of(key).isTold = false
    if (hasClient(key)) await clientOf(key).compareLines([])
  }
  for (const documents of all) await compareWithin(documents)
}

async function compareWithin(documents: readonly DocumentTab[]): Promise<void> {
  const columns = await Promise.all(
    documents.map(async ({ key, name }) => {
      const hashes = hasClient(key) ? await clientOf(key).lineHashes() : undefined
      return hashes?.ok ? [{ key, name, hashes: hashes.value }] : []
    }),
  )
  for (const { key } of columns.flat()) {
    if (!findDocument(key) || !hasClient(key)) continue
    const others = columns.flat().filter((other) => other.key !== key)
    told.of(key).isTold = true
    await clientOf(key).compareLines(others.map(({ name, hashes }) => ({ name, hashes })))
  }
}
