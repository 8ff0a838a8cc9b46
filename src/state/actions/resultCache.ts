// What is kept of files that were opened before: saying how much, and forgetting it.
import { bytes, type Message, msg } from '../../i18n/message.ts'
import { clearCache, cacheEntries } from '../../worker/resultCacheFolder.ts'
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

function messageOf(before: ResultCacheSize, after: ResultCacheSize): Message {
  if (before.files === 0) return msg('The cache is empty.')
  if (after.files > 0) {
    return msg(
      '{files, plural, one {# file} other {# files}} could not be cleared: another tab is writing.',
      { files: after.files },
    )
  }
  return msg('Cached results of {files, plural, one {# file} other {# files}} cleared ({size}).', {
    files: before.files,
    size: bytes(before.bytes),
  })
}

async function kept(): Promise<ResultCacheSize> {
  const entries = await cacheEntries()
  return { files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) }
}
