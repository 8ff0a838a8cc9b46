// A static host as people have one: files of a folder, in a folder of the host, with the headers that it is
// told to send. It can be stopped, and what it serves replaced. Each browser test asks it for 200 files:
// with the preview server of vite they take 0.4 s more of the processor.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { headersOf } from '../../src/tooling/securityPolicy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

const IMMUTABLE = 'public, max-age=31536000, immutable'

export class StaticHost {
  readonly #server: Server
  readonly address: string

  private constructor(server: Server, prefix: string) {
    this.#server = server
    this.address = `http://localhost:${(server.address() as AddressInfo).port}${prefix}`
  }

  /** `prefix` begins and ends with a slash; without a `port` it is one that is free. */
  static async start(folder: string, prefix: string, port = 0): Promise<StaticHost> {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      const inside = path.startsWith(prefix) ? path.slice(prefix.length) || 'index.html' : undefined
      void (inside === undefined ? Promise.reject(new Error(path)) : readFile(join(folder, inside)))
        .then((bytes) => {
          const type = TYPES[extname(inside ?? '')] ?? 'application/octet-stream'
          response.writeHead(200, {
            ...headersOf(`/${inside}`),
            'Content-Type': type,
            // Names in this folder change with the content.
            'Cache-Control': inside?.startsWith('assets/') ? IMMUTABLE : 'no-cache',
          })
          response.end(bytes)
        })
        .catch(() => response.writeHead(404).end())
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, 'localhost', resolve)
    })
    return new StaticHost(server, prefix)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }
}
