// Vite plugin: builds the service worker after everything else, with the list of all files of the build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

/** In the root of the build, since it answers for its own folder alone. */
const FILE_NAME = 'sw.js'
/** Tokenisers: kept when they are first used, not before. */
const LARGE = /^assets\/(o200k|cl100k)Base-/
/** Nothing that the app asks for. */
const LEFT_OUT = new Set([FILE_NAME, '_headers', 'LICENSE.txt'])

interface BuiltFile {
  readonly url: string
  /** Null where the name says which version it is. */
  readonly revision: string | null
}

export function offlinePlugin(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'lineproof-offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const folder = resolve(config.root, config.build.outDir)
      const files = filesOf(folder)
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: {
          BUILT_FILES: JSON.stringify(files.filter(({ url }) => !LARGE.test(url))),
          LARGE_FILES: JSON.stringify(
            files.filter(({ url }) => LARGE.test(url)).map(({ url }) => url),
          ),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(config.root, 'src/offline/serviceWorker.ts'),
            // A classic script: not all browsers take modules here.
            output: { format: 'iife', entryFileNames: FILE_NAME },
          },
        },
      })
    },
  }
}

/** Files of a build that the app may ask for. */
function filesOf(folder: string): readonly BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: relative(folder, path).split(sep).join('/') }))
    .filter(({ url }) => !LEFT_OUT.has(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({ url, revision: isHashed(url) ? null : hashOf(path) }))
}

function isHashed(url: string): boolean {
  return url.startsWith('assets/') || url.startsWith('connect/')
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
}
