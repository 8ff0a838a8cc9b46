// Removing a journal for good. A worker that is being stopped may still have it open, so that it is noted first:
// what is noted is not offered, and removed with the next visit at the latest.
import { del } from 'idb-keyval'
import { draftsNameOf } from '../../journal/journalStore.ts'
import { removeStored } from '../../worker/journalFolder.ts'
import { handleKey } from './journalHandles.ts'

const KEY = 'lineproof.endedEdits'

const TRIES = 20
const WAIT = 100

/** Ids of journals that were given up. */
export function givenUp(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Resolves when it is gone, or will be. */
export async function forgetJournal(id: string): Promise<void> {
  note([...givenUp().filter((other) => other !== id), id])
  del(handleKey(id)).catch(() => {})
  for (let tries = 0; tries < TRIES; tries++) {
    const gone = await Promise.all([removeStored(id), removeStored(draftsNameOf(id))])
    if (gone.every(Boolean)) {
      note(givenUp().filter((other) => other !== id))
      return
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT))
  }
}

function note(ids: readonly string[]): void {
  try {
    if (ids.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // Storage is switched off: then there is none for journals either.
  }
}
