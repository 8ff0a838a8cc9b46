import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import { expect, test } from 'vitest'
import { securityPlugin } from './securityPlugin.ts'
import { headersOf } from './securityPolicy.ts'

test('what the preview server serves has the headers that hosts are told to send', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lineproof-preview-'))
  await mkdir(join(root, 'dist'))
  await writeFile(join(root, 'dist/index.html'), '<!doctype html>')
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [securityPlugin()],
    preview: { host: 'localhost', port: 0 },
  })
  try {
    const { port } = server.httpServer.address() as AddressInfo
    const { headers } = await fetch(`http://localhost:${port}/?query#part`)
    for (const [name, value] of Object.entries(headersOf('/'))) {
      expect(headers.get(name), name).toBe(value)
    }
  } finally {
    await server.close()
    await rm(root, { recursive: true })
  }
})
