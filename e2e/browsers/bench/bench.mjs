// npm run bench:browsers: the entry. Node 20 cannot load TypeScript, so vite does; the work is in measureBrowsers.ts.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const entry = fileURLToPath(new URL('measureBrowsers.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })
await module.measureBrowsers(process.argv.slice(2))
