import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workerFileName } from './securityPlugin.ts'
import {
  connectingWorkers,
  headerPaths,
  headersFile,
  headersOf,
  metaPolicy,
} from './securityPolicy.ts'

const ROOT = new URL('../../', import.meta.url)

function readFromRoot(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

function policyOf(path: string): string {
  return headersOf(path)['Content-Security-Policy'] as string
}

function connectSourcesOf(policy: string): string | undefined {
  return /connect-src ([^;]*)/.exec(policy)?.[1]
}

/** Of public/_headers, as hosts match paths: `*` stands for anything. */
function rulesFor(path: string): readonly string[] {
  return headerPaths.filter((rule) =>
    rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule,
  )
}

test('the meta tag carries the policy of the page', () => {
  expect(readFromRoot('index.html')).toContain(`content="${metaPolicy}"`)
  expect(policyOf('/')).toBe(`${metaPolicy}; frame-ancestors 'none'`)
})

test('the headers file says what the servers here send', () => {
  expect(readFromRoot('public/_headers')).toBe(headersFile())
})

test.each(['README.md', 'README.zh-TW.md'])('%s gives servers the same policies', (readme) => {
  const text = readFromRoot(readme)
  for (const path of ['/', ...connectingWorkers.map(({ folder }) => folder)]) {
    expect(text).toContain(`"${policyOf(path)}";`)
  }
})

test('every file that is served has one rule of the headers file and no second', () => {
  const published = readdirSync(new URL('public', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => `/${path.replaceAll('\\', '/')}`)
  const built = [
    '/',
    '/index.html',
    '/LICENSE.txt',
    '/assets/index-x.js',
    '/assets/document.worker-x.js',
  ]
  const connecting = connectingWorkers.map(({ folder }) => `${folder}worker-x.js`)
  for (const path of [...published, ...built, ...connecting]) {
    expect(rulesFor(path), path).toHaveLength(1)
  }
})

test('nothing but the two workers may connect elsewhere', () => {
  for (const path of [
    '/',
    '/index.html',
    '/assets/index-x.js',
    '/assets/document.worker-x.js',
    '/src/worker/document.worker.ts',
    '/connect',
    '/connect/',
    '/connect/openai.js',
    '/assets/connect/openai/x.js',
    '//connect/openai/x.js',
  ]) {
    expect(connectSourcesOf(policyOf(path)), path).toBe("'self'")
  }
  expect(connectingWorkers.map(({ policy }) => connectSourcesOf(policy))).toEqual([
    'https://api.openai.com',
    'https: http://localhost:* http://127.0.0.1:*',
  ])
})

test('a worker that connects may do nothing else', () => {
  for (const { policy } of connectingWorkers) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("worker-src 'none'")
    expect(policy).not.toContain('unsafe')
  }
})

test('each is built into its folder, from a file that is there', () => {
  for (const { source, folder } of connectingWorkers) {
    expect(existsSync(new URL(source.slice(1), ROOT)), source).toBe(true)
    const name = workerFileName({ facadeModuleId: `/home/x${source}` } as never)
    expect(name).toMatch(/^connect\/\w+\/\[name\]-\[hash\]\.js$/)
    expect(`/${name}`.startsWith(folder)).toBe(true)
    // While developing it has the same policy.
    expect(policyOf(source)).toBe(policyOf(`${folder}x.js`))
  }
  expect(workerFileName({ facadeModuleId: '/home/x/src/worker/document.worker.ts' } as never)).toBe(
    'assets/[name]-[hash].js',
  )
})

test('SECURITY.md names tests that there are, and the hosts of the policies', () => {
  const text = readFromRoot('.github/SECURITY.md')
  const named = [...text.matchAll(/`([\w/]+\.(?:test|spec)\.ts)`/g)].map(
    ([, path]) => path as string,
  )
  expect(named.length).toBeGreaterThan(10)
  const places = ['', 'src/', 'e2e/']
  const isThere = (path: string) => places.some((place) => existsSync(new URL(place + path, ROOT)))
  expect(named.filter((path) => !isThere(path))).toEqual([])
  for (const { folder } of connectingWorkers) expect(text).toContain(`\`${folder}…\``)
})
