// Vite plugin: writes LICENSE.txt into the built folder, our licence and after it the notice of every
// package that went into a chunk. Vite's own `build.license` does not see what workers bundle.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { type LicenceNotice, noticeOf, packageFolderOf, writeNotices } from './licenceNotices.ts'

/** In the built folder; the start screen links to it. */
const FILE_NAME = 'LICENSE.txt'

/** Packages of which parts arrive in other ways than as modules. */
const CARRIED_ALONG = [
  // Compiled into the scanner: what its standard library puts instead of the builtins.
  'assemblyscript',
  // The helpers that load chunks and join modules.
  'vite',
  'rolldown',
  // The service worker, which is built after the notices.
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  // The table of prices is made from it.
  '@pydantic/genai-prices',
]

/** `page` is for the page's build, `worker` makes the plugin of each worker's. */
export function licencePlugins(root: string): { page: Plugin; worker: () => Plugin } {
  const folders = new Set(CARRIED_ALONG.map((name) => join(root, 'node_modules', name)))
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const moduleId of chunk.moduleIds) {
        const folder = packageFolderOf(moduleId)
        if (folder !== undefined) folders.add(folder)
      }
    }
  }
  return {
    worker: () => ({
      name: 'lineproof-worker-licences',
      apply: 'build',
      generateBundle: (_options, bundle) => collect(bundle),
    }),
    page: {
      name: 'lineproof-licences',
      apply: 'build',
      // Workers are bundled when the modules that start them are transformed, long before this.
      generateBundle(_options, bundle) {
        collect(bundle)
        const notices = new Map<string, LicenceNotice>()
        for (const folder of folders) {
          const notice = noticeOf(folder)
          notices.set(`${notice.name} ${notice.version}`, notice)
        }
        const ours = readFileSync(join(root, 'LICENSE'), 'utf8')
        const source = writeNotices(ours, [...notices.values()])
        this.emitFile({ type: 'asset', fileName: FILE_NAME, source })
      },
    },
  }
}
