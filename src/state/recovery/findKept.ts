// Looking for edits of earlier visits on the device. Those that some page uses are not touched.
import { draftsNameOf } from '../../journal/journalStore.ts'
import { newestDrafts } from '../../journal/draftsFile.ts'
import { summariseJournal } from '../../journal/readJournal.ts'
import {
  canLock,
  journalFreed,
  lockedJournals,
  type StoredJournal,
  storedJournals,
} from '../../worker/journalFolder.ts'
import { forgetJournal, givenUp } from './forgetJournal.ts'
import { handleOf } from './journalHandles.ts'
import { type KeptEdits, recoveryStore } from './recoveryStore.ts'

/** Journals in use that are looked at again once they are not. */
const awaited = new Set<string>()

/** Shows what there is now, and removes what nobody misses. */
export async function findKept(): Promise<readonly KeptEdits[]> {
  if (!canLock()) return []
  const ended = new Set(givenUp())
  const stored = await storedJournals()
  // Asked for afterwards: a journal is locked before it is there.
  const locked = await lockedJournals()
  const byName = new Map(stored.map((entry) => [entry.name, entry]))
  const kept: KeptEdits[] = []
  for (const entry of stored) {
    const id = entry.name
    if (id.includes('.')) continue
    if (locked.has(id)) {
      lookAgainWhenFreed(id)
      continue
    }
    if (ended.has(id)) await forgetJournal(id)
    else {
      const found = await describe(entry, byName.get(draftsNameOf(id)))
      if (found) kept.push(found)
    }
  }
  kept.sort((a, b) => b.at - a.at)
  recoveryStore.setState({ kept })
  return kept
}

/** A page that is left holds its journals for a moment longer, and another tab may end at any time. */
function lookAgainWhenFreed(id: string): void {
  if (awaited.has(id)) return
  awaited.add(id)
  void journalFreed(id).then((isFree) => {
    awaited.delete(id)
    if (isFree) void findKept()
  })
}

/** Undefined when there is nothing in it that is not elsewhere. */
async function describe(
  { name: id, file }: StoredJournal,
  draftsEntry: StoredJournal | undefined,
): Promise<KeptEdits | undefined> {
  const summary = summariseJournal(new Uint8Array(await file.arrayBuffer()))
  if (!summary) {
    if (file.size > 0) return unreadable(id, file)
    // Its page ended before anything was written.
    await forgetJournal(id)
    return undefined
  }
  const { header, steps, isFull, isUnsaved, lost } = summary
  const drafts = draftsEntry
    ? newestDrafts(new Uint8Array(await draftsEntry.file.arrayBuffer()))?.drafts
    : undefined
  if (!isUnsaved && lost === 0 && !drafts?.length) {
    await forgetJournal(id)
    return undefined
  }
  return {
    id,
    name: header.name,
    size: header.size,
    lastModified: header.lastModified,
    fingerprint: header.fingerprint,
    edits: isUnsaved ? steps : 0,
    drafts: drafts?.length ?? 0,
    at: Math.max(file.lastModified, draftsEntry?.file.lastModified ?? 0),
    bytes: file.size + (draftsEntry?.file.size ?? 0),
    lost,
    isFull,
    isReadable: true,
    hasHandle: (await handleOf(id)) !== undefined,
  }
}

function unreadable(id: string, file: File): KeptEdits {
  return {
    id,
    name: '',
    size: -1,
    lastModified: 0,
    fingerprint: '',
    edits: 0,
    drafts: 0,
    at: file.lastModified,
    bytes: file.size,
    lost: 0,
    isFull: false,
    isReadable: false,
    hasHandle: false,
  }
}
