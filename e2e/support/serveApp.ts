// Serves the built app to all tests of a run.
import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { StaticHost } from './staticHost.ts'

/** Resolves with what ends it. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for it
export default async function serveApp({ projects }: FullConfig): Promise<() => Promise<void>> {
  const built = resolve(import.meta.dirname, '../..', process.env['LINEPROOF_DIST'] ?? 'dist')
  await access(join(built, 'index.html'))
  // A server that is already there may serve another build: then this one does not start.
  const { port } = new URL(projects[0]?.use.baseURL ?? '')
  const host = await StaticHost.start(built, '/', Number(port))
  return () => host.stop()
}
