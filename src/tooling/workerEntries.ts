// Keeps the entry of a worker apart from what it shares with parts that are loaded later. The bundler would put both
// into one file, which those parts then import; WebKit runs the script of a worker a second time when a module imports
// it (seen in WebKitGTK 2.50), and every message would be answered twice, by two documents.
import type { Plugin } from 'vite'

/** For the plugins of workers. Fails the build when a module imports an entry all the same. */
export function workerEntries(): Plugin {
  return {
    name: 'worker-entries',
    // An entry that exports nothing becomes a file of its own when others need what is in it.
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
      for (const chunk of chunks) {
        if (chunk.type !== 'chunk') continue
        for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
          const imported = bundle[name]
          if (imported?.type !== 'chunk' || !imported.isEntry) continue
          this.error(`${chunk.fileName} imports ${name}, which is the script of a worker.`)
        }
      }
    },
  }
}
