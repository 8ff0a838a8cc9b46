// Whatever becomes of a worker, whoever asked it something gets an answer.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '../base/result.ts'
import { english } from '../i18n/loadTranslator.ts'
import { msg, verbatim } from '../i18n/message.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { FakeWorker } from './testing/fakeWorker.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

interface Counter {
  add(by: number): Promise<Result<number>>
  work(onProgress: (done: number) => void): Promise<Result<number>>
  hear(port: MessagePort): Promise<Result<void>>
  cancel(jobId: string): Promise<Result<void>>
}

const METHODS = {
  add: 'fails',
  work: 'fails',
  hear: 'fails',
  cancel: 'done',
} as const satisfies MethodTable<Counter>

// The table follows the contract.
const tooFew = { add: 'fails', work: 'fails', hear: 'fails' } as const
// @ts-expect-error: a method is missing.
tooFew satisfies MethodTable<Counter>
// @ts-expect-error: the contract has no such method.
void ({ ...METHODS, subtract: 'fails' } as const satisfies MethodTable<Counter>)
// @ts-expect-error: a number cannot be made up.
void ({ ...METHODS, add: 'done' } as const satisfies MethodTable<Counter>)
// @ts-expect-error: an answer that is no Result could only reject.
void ({ ask: 'fails' } as const satisfies MethodTable<{ ask(): Promise<number> }>)

const never = () => new Promise<never>(() => {})

interface Started {
  readonly worker: FakeWorker
  readonly client: Counter & WorkerLife
  readonly crashes: string[]
}

let started: Started[] = []

function start(
  api: Partial<Record<keyof Counter, unknown>>,
  ping: () => unknown = () => 1,
): Started {
  const worker = new FakeWorker({ ...api, ping })
  const client = createWorkerClient<Counter>(worker.asWorker, {
    part: msg('The part of the page that counts'),
    remedy: msg('Begin again.'),
    methods: METHODS,
  })
  const crashes: string[] = []
  client.onCrash((message) => crashes.push(english.t(message)))
  const all = { worker, client, crashes }
  started.push(all)
  return all
}

beforeEach(() => {
  started = []
})

afterEach(() => {
  vi.useRealTimers()
  for (const { client } of started) client.close()
})

test('answers come back as they were given, failures too, each to its call', async () => {
  const { client } = start({
    add: (by: number) =>
      by < 0 ? fail('unknown-line', verbatim('Not below zero.')) : Promise.resolve(ok(by + 1)),
  })
  const answers = await Promise.all([client.add(1), client.add(-1), client.add(5)])
  expect(answers).toEqual([ok(2), fail('unknown-line', verbatim('Not below zero.')), ok(6)])
})

test('listeners are called across, and ports move', async () => {
  const heard: unknown[] = []
  const { client } = start({
    work: async (onProgress: (done: number) => Promise<void>) => {
      await onProgress(1)
      await onProgress(2)
      return ok(3)
    },
    hear: (port: MessagePort) => {
      port.postMessage('here')
      return ok()
    },
  })
  const { port1, port2 } = new MessageChannel()
  const message = new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data), { once: true })
    port1.start()
  })
  expect(await client.work((done) => heard.push(done))).toEqual(ok(3))
  expect(heard).toEqual([1, 2])
  expect(await client.hear(port2)).toEqual(ok())
  expect(await message).toBe('here')
  port1.close()
})

describe('a worker that dies in mid-call', () => {
  test('fails every call under way and every later one, and says so once', async () => {
    const { client, worker, crashes } = start({ add: never, work: never })
    const calls = [client.add(1), client.work(() => {})]
    worker.die('x is not defined')
    const message =
      'The part of the page that counts stopped working because of an error in the app (x is not defined). Begin again.'
    const crashed = { ok: false, failure: { kind: 'memory', code: 'worker-crashed', message } }
    expect(inEnglish(await Promise.all(calls))).toEqual([crashed, crashed])
    worker.die('again')
    expect(inEnglish(await client.add(1))).toEqual(crashed)
    expect(crashes).toEqual([message])
    expect(worker.isTerminated).toBe(true)
  })

  test('has done with what there is nothing left to do of', async () => {
    const { client, worker } = start({ cancel: never })
    const underWay = client.cancel('a')
    worker.die()
    expect(await underWay).toEqual(ok())
    expect(await client.cancel('b')).toEqual(ok())
  })

  test('died of a lack of memory when the browser does not say of what', async () => {
    const { client, worker } = start({ add: (by: number) => ok(by), work: never })
    await client.add(1)
    const call = client.work(() => {})
    worker.die()
    expect(inEnglish(await call)).toMatchObject({
      failure: { kind: 'memory', message: expect.stringContaining('lack of memory') },
    })
  })

  test('may not have been loaded when it never answered', async () => {
    const { client, worker } = start({ add: never })
    const call = client.add(1)
    worker.die()
    expect(inEnglish(await call)).toMatchObject({
      failure: {
        message:
          'The part of the page that counts did not start: it could not be loaded, most likely for lack of a connection or of memory. Begin again.',
      },
    })
  })

  test('is reported to whoever listens later', () => {
    const { client, worker } = start({})
    worker.die('broken')
    const late: string[] = []
    client.onCrash((message) => late.push(english.t(message)))
    expect(late).toEqual([expect.stringContaining('broken')])
  })

  test('is no news once it was closed', () => {
    const { client, worker, crashes } = start({})
    client.close()
    worker.die('late')
    expect(crashes).toEqual([])
  })
})

describe('a worker that never answers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  })

  test('is given up after half a minute', async () => {
    const { client, worker } = start({ add: never }, never)
    const calls = [client.add(1), client.add(2)]
    vi.advanceTimersByTime(30_000)
    expect(worker.isTerminated).toBe(false)
    vi.advanceTimersByTime(10_000)
    const silent = {
      code: 'worker-silent',
      message:
        'The part of the page that counts gave no answer for 30 seconds and was stopped. Begin again.',
    }
    expect(inEnglish(await Promise.all(calls))).toMatchObject([
      { ok: false, failure: silent },
      { ok: false, failure: silent },
    ])
    expect(worker.isTerminated).toBe(true)
  })

  test('may take its time as long as it answers pings', async () => {
    let pings = 0
    const { crashes } = start({ add: never }, () => ++pings)
    for (let turn = 1; turn <= 20; turn++) {
      vi.advanceTimersByTime(3000)
      await vi.waitFor(() => expect(pings).toBe(turn))
    }
    expect(crashes).toEqual([])
  })
})

describe('a worker that answers garbage', () => {
  test.each([undefined, 7, 'ok', null, {}, { ok: 'yes' }, { ok: false }])(
    'fails that call: %o',
    async (answer) => {
      const { client } = start({ add: () => answer, work: () => ok(1) })
      expect(inEnglish(await client.add(1))).toMatchObject({
        ok: false,
        failure: {
          code: 'worker-garbled',
          message: 'The part of the page that counts gave no proper answer.',
        },
      })
      expect(await client.work(() => {})).toEqual(ok(1))
    },
  )

  test('that cannot be read at all is dead', async () => {
    const { client, worker, crashes } = start({ add: never })
    const call = client.add(1)
    worker.sendGarbage()
    expect(await call).toMatchObject({ ok: false, failure: { code: 'worker-garbled' } })
    expect(crashes).toHaveLength(1)
  })
})

describe('an error on the other side', () => {
  test.each([
    ['x is undefined', 'app-error', 'refused'],
    ['Array buffer allocation failed', 'out-of-memory', 'memory'],
  ])('is a failure: %s', async (message, code, kind) => {
    const { client } = start({
      add: () => {
        throw new Error(message)
      },
    })
    expect(inEnglish(await client.add(1))).toMatchObject({
      ok: false,
      failure: { code, kind, message: expect.stringContaining(message) },
    })
  })

  test('so is what cannot be sent there, and a method that is not there', async () => {
    const { client } = start({})
    expect(await client.add(Symbol('no') as unknown as number)).toMatchObject({
      failure: { code: 'app-error' },
    })
    expect(await client.add(1)).toMatchObject({ failure: { code: 'app-error' } })
  })
})
