import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { scannerPlugin } from './src/scanner/build/scannerPlugin.ts'
import { engineBuild } from './src/tooling/engineBuild.ts'
import { licencePlugins } from './src/tooling/licencePlugin.ts'
import { securityHeaders } from './src/tooling/securityPolicy.ts'

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/package.json`, 'utf8')) as {
  readonly version: string
}
const licences = licencePlugins(import.meta.dirname)

export default defineConfig(({ command }) => ({
  plugins: [react(), scannerPlugin(), licences.page],
  // A worker with imports of its own needs modules; all browsers with WebAssembly SIMD have them.
  worker: { format: 'es', plugins: () => [scannerPlugin(), licences.worker()] },
  define: {
    APP_VERSION: JSON.stringify(version),
    // While developing, nothing is kept: the validator changes under what it left.
    ENGINE_BUILD: JSON.stringify(command === 'build' ? engineBuild(import.meta.dirname) : ''),
  },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  preview: { headers: { ...securityHeaders } },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/tooling/vitestSetup.ts'],
    // One set of modules for all files of a thread: no test may depend on having its own.
    isolate: false,
    pool: 'threads',
    // Property tests on a busy machine.
    testTimeout: 60_000,
  },
}))
