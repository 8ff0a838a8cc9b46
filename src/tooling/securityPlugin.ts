// Vite plugin: responses of the preview server, and workers of the development server, have the headers that a
// static host is told to send; and the workers that connect to an API are built into folders of their own.
import type { Connect, Plugin, Rolldown } from 'vite'
import { connectingWorkers, headersOf } from './securityPolicy.ts'

export function securityPlugin(): Plugin {
  return {
    name: 'lineproof-security',
    configurePreviewServer: ({ middlewares }) => void middlewares.use(setHeaders),
    configureServer({ config, middlewares }) {
      // Not for the pages of Vitest, which are made of frames and inline scripts.
      if (config.mode !== 'development') return
      middlewares.use((request, response, next) => {
        // Not for the page, where React's inline script for hot reload has to run.
        if (pathOf(request).endsWith('.worker.ts')) setHeaders(request, response, next)
        else next()
      })
    },
  }
}

/** Before anything is served. */
const setHeaders: Connect.NextHandleFunction = (request, response, next) => {
  const headers = Object.entries(headersOf(pathOf(request)))
  for (const [name, value] of headers) response.setHeader(name, value)
  next()
}

function pathOf({ url = '/' }: Connect.IncomingMessage): string {
  return url.replace(/[?#].*$/, '')
}

/** Names of the built files of workers. */
export function workerFileName({ facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const worker = connectingWorkers.find(({ source }) => facadeModuleId?.endsWith(source))
  return worker ? `${worker.folder.slice(1)}[name]-[hash].js` : ORDINARY
}

const ORDINARY = 'assets/[name]-[hash].js'
