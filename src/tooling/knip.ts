// What counts as used, for `npm run unused`: once with tests, and once for production, where an export
// that only tests read is found. '!' marks what counts for production.
import type { KnipConfiguration } from 'knip'

/** Called with the options of the command line. */
const config = ({ production = false }: { readonly production?: boolean }): KnipConfiguration => ({
  entry: [
    'src/tooling/{refreshMovingValues,start,test}.mjs',
    'e2e/bench/{bench.mjs,benchmark.ts}!',
    'e2e/browsers/bench/{bench.mjs,measureBrowsers.ts}',
    'src/offline/serviceWorker.ts!',
    // Its type is what counts: no key of a store compiles until it is decided there.
    'src/state/storageByStore.ts!',
    // Found by import.meta.glob.
    'src/**/definitions/*.ts!',
    'src/providers/*/{pairing,prices,provider,scanPlans}.ts!',
    'src/providers/*/{formats,fixes}/*.ts!',
    'src/worker/{benchmark,conversion,document,openai,otherBase,pairing,templates,tokens}.worker.ts!',
  ],
  project: [
    'src/**/*.{ts,tsx}!',
    'src/**/*.mjs',
    '!src/scanner/assembly/**',
    '!src/**/{testing,tooling,build}/**!',
    '!src/**/*.test.ts!',
    '!src/providers/**/*xamples{.ts,/**}!',
    'e2e/**/*.{ts,mjs}!',
    '!e2e/{*.spec.ts,playwright.config.ts,support/**,browsers/**}!',
  ],
  // Types that signatures mention are exported, whoever names them. A part of a file that is tested by
  // itself has to be exported, too.
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  // Its types are named where a test writes code for the compiler.
  ignoreDependencies: ['openai'],
  // Given to tests on purpose.
  tags: production ? ['-internal'] : [],
})

export default config
