// The built app on localhost, and the browser that it is opened with.
import { type Browser, chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium } from '../../src/tooling/browser.mjs'

const PORT = 4600

export interface ServedApp {
  readonly address: string
  readonly close: () => Promise<void>
}

/** `outDir`: the folder with the built app, from `root` on. */
export async function serveBuilt(root: string, outDir: string): Promise<ServedApp> {
  const server = await preview({
    root,
    build: { outDir },
    preview: { port: PORT },
    logLevel: 'error',
  })
  return {
    address: server.resolvedUrls?.local[0] ?? `http://localhost:${PORT}/`,
    close: () => server.close(),
  }
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch(executablePath === undefined ? {} : { executablePath })
}
