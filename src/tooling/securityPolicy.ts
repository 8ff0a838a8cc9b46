// The Content-Security-Policies, in one place for the preview server, workers while developing, public/_headers
// and the meta tag of index.html; securityPolicy.test.ts holds them together. A worker obeys the policy of the
// response that its own file came with, so what connects to an API is two files with policies of their own,
// and the page and all other workers can connect to nothing but the app's files.

/** A page that can fetch nothing but its own files, and so can send nothing anywhere. */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // CodeMirror and the positioned popups write style attributes and style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
] as const

/** For a meta tag, where browsers ignore frame-ancestors and warn about it. */
export const metaPolicy: string = directives.join('; ')

/** Of the page and of every file but those below. */
const headerPolicy: string = [...directives, "frame-ancestors 'none'"].join('; ')

/** Of a worker that connects to `hosts` and does nothing else: no WebAssembly, no threads of its own. */
function connectingPolicy(hosts: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${hosts}`,
    // Without it, script-src would count.
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A worker that connects to an API. */
interface ConnectingWorker {
  /** From the root, as the development server has it. */
  readonly source: string
  /** Folder of its built file, from the root and with a slash at both ends; nothing else is there. */
  readonly folder: string
  readonly policy: string
}

export const connectingWorkers: readonly ConnectingWorker[] = [
  {
    source: '/src/worker/openai.worker.ts',
    folder: '/connect/openai/',
    policy: connectingPolicy('https://api.openai.com'),
  },
  {
    source: '/src/worker/otherBase.worker.ts',
    folder: '/connect/other/',
    // `[::1]` cannot be named: host sources have no IPv6 (github.com/w3c/webappsec-csp/issues/224).
    policy: connectingPolicy('https: http://localhost:* http://127.0.0.1:*'),
  },
]

function headersWith(policy: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}

/** Headers of a response. `path`: of the address, from the root, without its query. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const worker = connectingWorkers.find(
    ({ source, folder }) => path === source || path.startsWith(folder),
  )
  return headersWith(worker?.policy ?? headerPolicy)
}

/**
 * The paths of public/_headers. Hosts give a file the headers of every rule that its path matches, and browsers
 * enforce all policies that they get: so no path may match two, and there is no rule for everything.
 */
export const headerPaths: readonly string[] = [
  '/',
  '/index.html',
  '/assets/*',
  '/examples/*',
  '/icon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/manifest.webmanifest',
  '/sw.js',
  '/LICENSE.txt',
  ...connectingWorkers.map(({ folder }) => `${folder}*`),
]

/** What public/_headers holds. */
export function headersFile(): string {
  return headerPaths
    .map((path) => {
      const headers = Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}`)
      return `${[path, ...headers].join('\n')}\n`
    })
    .join('\n')
}
