// What is kept of files that were opened before: saying how much, and forgetting it.
import { clearKept, keptEntries } from '../../worker/resultCacheFolder.ts'
import { countOf, formatBytes } from '../formatNumber.ts'
import { type KeptResults, keptResultsStore } from '../resultCache.ts'
import { showMessage } from './messages.ts'

/** Looks how much there is now. */
export async function countKeptResults(): Promise<void> {
  keptResultsStore.setState(await kept())
}

/** Forgets all of it. Documents that are open stay as they are. */
export async function clearKeptResults(): Promise<void> {
  const before = await kept()
  await clearKept()
  const after = await kept()
  keptResultsStore.setState(after)
  showMessage('status', messageOf(before, after))
}

function messageOf(before: KeptResults, after: KeptResults): string {
  if (before.files === 0) return 'Nothing was kept of earlier files.'
  if (after.files > 0)
    return `${countOf(after.files, 'file')} could not be cleared: another tab is writing.`
  return `Kept results of ${countOf(before.files, 'file')} cleared (${formatBytes(before.bytes)}).`
}

async function kept(): Promise<KeptResults> {
  const entries = await keptEntries()
  return { files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) }
}
