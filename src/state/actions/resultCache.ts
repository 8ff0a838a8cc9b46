// What is kept of files that were opened before: saying how much, and forgetting it.
import { clearCache, cacheEntries } from '../../worker/resultCacheFolder.ts'
import { countOf, formatBytes } from '../formatNumber.ts'
import { type ResultCacheSize, resultCacheStore } from '../resultCache.ts'
import { showMessage } from './messages.ts'

/** Looks how much there is now. */
export async function countCachedResults(): Promise<void> {
  resultCacheStore.setState(await kept())
}

/** Forgets all of it. Documents that are open stay as they are. */
export async function clearResultCache(): Promise<void> {
  const before = await kept()
  await clearCache()
  const after = await kept()
  resultCacheStore.setState(after)
  showMessage('status', messageOf(before, after))
}

function messageOf(before: ResultCacheSize, after: ResultCacheSize): string {
  if (before.files === 0) return 'The cache is empty.'
  if (after.files > 0)
    return `${countOf(after.files, 'file')} could not be cleared: another tab is writing.`
  return `Cached results of ${countOf(before.files, 'file')} cleared (${formatBytes(before.bytes)}).`
}

async function kept(): Promise<ResultCacheSize> {
  const entries = await cacheEntries()
  return { files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) }
}
