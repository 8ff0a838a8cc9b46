// npm start: installs what is missing, builds the app and serves it on this machine.
import { installPackages } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'
import { root } from './run.mjs'

requireNode()
if (!(await installPackages())) {
  console.error('The packages could not be installed; the lines above say why.')
  process.exit(1)
}

// Only now: vite is one of the packages.
const { build, preview } = await import('vite')
await build({ root, logLevel: 'warn' })
// The first free port from here on.
const server = await preview({ root, preview: { port: 4173 } })
const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/'
console.log(`\nLineproof is running at ${address}\nPress Ctrl+C to stop it.`)
