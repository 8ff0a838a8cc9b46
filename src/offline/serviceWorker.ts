// The service worker: keeps the app's own files, so that it opens without a network, and changes to a new
// version when the page says so. It answers for files of this build alone; all else goes its usual way.
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'

declare const self: ServiceWorkerGlobalScope

/** By the build (tooling/offlinePlugin.ts); addresses are relative to this file. */
declare const BUILT_FILES: readonly { readonly url: string; readonly revision: string | null }[]
/** Kept when they are first used. */
declare const LARGE_FILES: readonly string[]

const LARGE_CACHE = 'lineproof-large-parts'

// A query says nothing about which file is meant.
precacheAndRoute([...BUILT_FILES], { ignoreURLParametersMatching: [/.*/], cleanURLs: false })
cleanupOutdatedCaches()

const largeAddresses = new Set(LARGE_FILES.map((path) => new URL(path, self.location.href).href))
registerRoute(({ url }) => largeAddresses.has(url.href), new CacheFirst({ cacheName: LARGE_CACHE }))

self.addEventListener('activate', (event) => {
  // The page of the first visit uses large parts, too.
  event.waitUntil(Promise.all([self.clients.claim(), dropOldLargeParts()]))
})

async function dropOldLargeParts(): Promise<void> {
  const cache = await caches.open(LARGE_CACHE)
  for (const { url } of await cache.keys()) if (!largeAddresses.has(url)) await cache.delete(url)
}

// A page loads parts of its own version, which are gone after the change: so only the one page that asks
// may be open. It is answered by whether that is so.
self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: unknown } | null)?.type !== 'update') return
  event.waitUntil(
    (async () => {
      const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      const isAlone = pages.length <= 1
      event.ports[0]?.postMessage(isAlone)
      if (isAlone) await self.skipWaiting()
    })(),
  )
})
