// Who can connect where. Every file comes with a policy; a worker obeys that of its own file. The page and the
// workers that hold files reach nothing but the app, the two workers that talk to an API reach an API and
// not even the app.
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { Page, Worker } from '@playwright/test'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test as base } from './support/test.ts'

const OPENAI = 'https://api.openai.com'

/** A host that no policy names. */
const ELSEWHERE = 'https://example.com'

interface Fixtures {
  /** The address of a server on this machine that lets everyone read. */
  readonly loopback: string
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  loopback: async ({}, run) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('{}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.closeAllConnections()
    server.close()
  },
  // What the workers for APIs may reach is part of what is tested, offline, so that nothing leaves.
  chosenOrigins: async ({ loopback }, run) => {
    await run([loopback, OPENAI, ELSEWHERE])
  },
})

/** What `reach` says where no policy stopped it. */
const NO_NETWORK = 'failed'

const REFUSED = 'failed: connect-src'

/** Whether a fetch got through, and the directive that stopped it. */
async function reach(from: Page | Worker, address: string): Promise<string> {
  // Of a page and of a worker alike, which have no common type.
  const evaluate = from.evaluate.bind(from) as Page['evaluate']
  return evaluate(async (url) => {
    const stopped = new Promise<string>((settle) => {
      globalThis.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => settle(`: ${effectiveDirective}`),
        { once: true },
      )
    })
    try {
      await fetch(url, { mode: 'no-cors' })
      return 'reached'
    } catch {
      // The event comes in a task of its own.
      const none = new Promise<string>((settle) => setTimeout(() => settle(''), 3000))
      return `failed${await Promise.race([stopped, none])}`
    }
  }, address)
}

/** The built file of a worker that connects, as an address of the app. */
async function connectingFile(kind: 'openai' | 'other'): Promise<string> {
  const built = process.env['LINEPROOF_DIST'] ?? 'dist'
  const files = await readdir(resolve(import.meta.dirname, '..', built, 'connect', kind))
  expect(files).toHaveLength(1)
  return `/connect/${kind}/${files[0]}`
}

async function startWorker(page: Page, path: string): Promise<Worker> {
  // The app starts others of its own at the same time.
  const started = page.waitForEvent('worker', (worker) => worker.url().endsWith(path))
  await page.evaluate((url) => {
    const worker = new Worker(url, { type: 'module' })
    // Kept from being collected.
    Object.assign(globalThis, { [url]: worker })
  }, path)
  return started
}

function workerOf(page: Page, name: string): Worker {
  const found = page.workers().find((worker) => worker.url().includes(`/${name}.worker`))
  if (!found)
    throw new Error(
      `no ${name}.worker among ${page
        .workers()
        .map((one) => one.url())
        .join()}`,
    )
  return found
}

async function connectSourcesOf(page: Page, path: string): Promise<string | undefined> {
  const policy = (await page.request.get(path)).headers()['content-security-policy'] ?? ''
  // Two policies would be joined by a comma, and both enforced.
  expect(policy, path).not.toContain(',')
  expect(policy, path).toContain("default-src 'none'")
  expect(policy, path).toContain("frame-ancestors 'none'")
  return /connect-src ([^;]*)/.exec(policy)?.[1]
}

test('each file says where it may connect', async ({ page, app }) => {
  await app.open(fixturePath('formats/batch-input.jsonl'))
  expect(await connectSourcesOf(page, '/')).toBe("'self'")
  expect(await connectSourcesOf(page, '/index.html')).toBe("'self'")
  expect(await connectSourcesOf(page, workerOf(page, 'document').url())).toBe("'self'")
  expect(await connectSourcesOf(page, await connectingFile('openai'))).toBe(OPENAI)
  expect(await connectSourcesOf(page, await connectingFile('other'))).toBe(
    'https: http://localhost:* http://127.0.0.1:*',
  )
})

test('the page and the workers that hold files reach nothing outside', async ({
  page,
  app,
  loopback,
  pageErrors,
}) => {
  await app.open(fixturePath('formats/batch-input.jsonl'))
  const own = new URL('/icon.svg', page.url()).href
  for (const from of [page, workerOf(page, 'document')]) {
    for (const address of [ELSEWHERE, OPENAI, loopback]) {
      expect(await reach(from, `${address}/x?line=secret`)).toBe(REFUSED)
    }
    expect(await reach(from, own)).toBe('reached')
  }
  // In every other test what the browser says about it is a failure.
  pageErrors.length = 0
})

test('the worker for OpenAI reaches OpenAI alone', async ({ page, app, loopback, pageErrors }) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const worker = await startWorker(page, await connectingFile('openai'))
  await page.context().setOffline(true)
  expect(await reach(worker, `${OPENAI}/v1/models`)).toBe(NO_NETWORK)
  for (const address of [
    ELSEWHERE,
    loopback,
    new URL('/icon.svg', page.url()).href,
    'https://eu.api.openai.com/v1/models',
    'http://api.openai.com/v1/models',
    'https://api.openai.com:8443/v1/models',
    'https://api.openai.com.example.com/',
  ]) {
    expect(await reach(worker, address), address).toBe(REFUSED)
  }
  pageErrors.length = 0
})

test('the worker for other addresses reaches https and this machine', async ({
  page,
  app,
  loopback,
  pageErrors,
}) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const worker = await startWorker(page, await connectingFile('other'))
  expect(await reach(worker, `${loopback}/v1/models`)).toBe('reached')
  await page.context().setOffline(true)
  expect(await reach(worker, `${ELSEWHERE}/v1/models`)).toBe(NO_NETWORK)
  for (const address of [
    'http://example.com/',
    'http://192.168.1.1:8000/',
    'http://localhost.example.com/',
  ]) {
    expect(await reach(worker, address), address).toBe(REFUSED)
  }
  pageErrors.length = 0
})

test('workers that connect load no code from elsewhere and start no threads', async ({
  page,
  app,
  pageErrors,
}) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  for (const kind of ['openai', 'other'] as const) {
    const worker = await startWorker(page, await connectingFile(kind))
    const outcome = await worker.evaluate(async () => {
      const outside = 'https://example.com/x.js'
      const stopped = (start: () => unknown) =>
        new Promise<string>((settle) => {
          globalThis.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective }) => settle(effectiveDirective),
            { once: true },
          )
          // Kept, since a thread that nobody holds may end before it has begun.
          void Promise.resolve()
            .then(start)
            .then((held) => Object.assign(globalThis, { held }))
            .catch(() => {})
          setTimeout(() => settle('nothing stopped it'), 10_000)
        })
      return {
        imported: await stopped(() => import(outside)),
        nested: await stopped(() => new globalThis.Worker(location.href, { type: 'module' })),
      }
    })
    expect(outcome).toEqual({ imported: 'script-src-elem', nested: 'worker-src' })
  }
  pageErrors.length = 0
})

test('what connects is not even loaded before the panel is opened', async ({ page, app }) => {
  const addresses: string[] = []
  page.context().on('request', (request) => addresses.push(new URL(request.url()).pathname))
  await page.reload()
  await app.open(fixturePath('formats/batch-input.jsonl'))
  await app.openLine(1)
  await page.waitForLoadState('networkidle')
  expect(addresses.filter((path) => path.startsWith('/connect/'))).toEqual([])
  expect(page.workers().filter((worker) => worker.url().includes('/connect/'))).toEqual([])
})
