// npm run bench: the entry. Node 20 cannot load TypeScript, so vite does; the work is in benchmark.ts.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('benchmark.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
await module.runBenchmark(process.argv.slice(2))
