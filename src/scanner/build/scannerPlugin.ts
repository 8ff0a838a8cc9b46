// Vite plugin: the scanner is compiled before anything asks for it, and again when a source changes.

import { join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { compileScanner } from './compileScanner.ts'

export function scannerPlugin(): Plugin {
  let folder = ''
  return {
    name: 'lineproof-scanner',
    async configResolved(config) {
      folder = join(config.root, 'src', 'scanner')
      await compileScanner(folder)
    },
    configureServer(server) {
      const assembly = join(folder, 'assembly') + sep
      server.watcher.on('change', (path) => {
        if (!path.startsWith(assembly)) return
        compileScanner(folder).then(
          () => server.ws.send({ type: 'full-reload' }),
          (error: Error) => server.config.logger.error(error.message),
        )
      })
    },
  }
}
