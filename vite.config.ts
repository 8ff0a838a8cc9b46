import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { scannerPlugin } from './src/scanner/build/scannerPlugin.ts'
import { messagesPlugin } from './src/i18n/build/messagesPlugin.ts'
import { findChromium } from './src/tooling/browser.mjs'
import { engineBuild } from './src/tooling/engineBuild.ts'
import { licencePlugins } from './src/tooling/licencePlugin.ts'
import { offlinePlugin } from './src/tooling/offlinePlugin.ts'
import { securityPlugin, workerFileName } from './src/tooling/securityPlugin.ts'
import { workerEntries } from './src/tooling/workerEntries.ts'

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/package.json`, 'utf8')) as {
  readonly version: string
}
/** Loaded lazily by the app, and therefore late by its component tests. */
const COMPONENT_PACKAGES = [
  '@base-ui/react/alert-dialog',
  '@base-ui/react/dialog',
  '@base-ui/react/menu',
  '@base-ui/react/select',
  '@base-ui/react/tooltip',
  'react',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  'zod',
  'zustand',
  'comlink',
  'icu-minify/format',
  'idb-keyval',
  're2js',
  'lucide-react',
  'jsonrepair',
  'mustache',
  '@cfworker/json-schema',
  '@tanstack/react-virtual',
  '@codemirror/commands',
  '@codemirror/lang-json',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  'gpt-tokenizer/BytePairEncodingCore',
  'gpt-tokenizer/bpeRanks/o200k_base',
  'gpt-tokenizer/encodingParams/o200k_base',
]

const licences = licencePlugins(import.meta.dirname)

export default defineConfig(({ command }) => ({
  // Works in any folder of a host.
  base: './',
  plugins: [
    messagesPlugin(),
    react(),
    scannerPlugin(),
    licences.page,
    securityPlugin(),
    offlinePlugin(),
  ],
  // A worker with imports of its own needs modules; all browsers with WebAssembly SIMD have them.
  worker: {
    format: 'es',
    plugins: () => [messagesPlugin(), scannerPlugin(), licences.worker(), workerEntries()],
    rolldownOptions: { output: { entryFileNames: workerFileName } },
  },
  define: {
    APP_VERSION: JSON.stringify(version),
    // While developing, nothing is kept: the validator changes under what it left.
    ENGINE_BUILD: JSON.stringify(command === 'build' ? engineBuild(import.meta.dirname) : ''),
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the page begins with is one file, and what lazily loaded parts share are few: left alone, they are some
        // hundred files below 2 kB, and the first paint takes twice as long.
        codeSplitting: {
          groups: [
            { name: 'initial', tags: ['$initial'] },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000,
            },
          ],
        },
        // Their names would list the parts that share them.
        chunkFileNames: ({ name }) =>
          `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].js`,
      },
    },
  },
  test: {
    // Property tests, and real workers, on a busy machine.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          setupFiles: ['src/tooling/vitestSetup.ts'],
          // One set of modules for all files of a thread: no test may depend on having its own.
          isolate: false,
          pool: 'threads' as const,
          // Vitest would leave one core to itself, half of a small machine, and has little to do there.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        // What a file asks for only while its tests run would reload the page under them.
        optimizeDeps: { include: COMPONENT_PACKAGES },
        test: {
          name: 'components',
          include: ['src/{ui,worker}/**/*.test.tsx'],
          setupFiles: ['src/ui/testing/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            provider: playwright({ launchOptions: chromiumOptions() }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}))

/** The system's browser where there is one, else Playwright's own. */
function chromiumOptions() {
  const executablePath = findChromium()
  return executablePath === undefined ? {} : { executablePath }
}
