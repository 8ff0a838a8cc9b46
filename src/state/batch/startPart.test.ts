import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import { changePart, type PartRecord, type RunRecord } from './runRecord.ts'
import { settlePart } from './settlePart.ts'
import { startPart } from './startPart.ts'
import {
  Clock,
  memoryStorage,
  SimulatedApi,
  SimulatedLocks,
  SimulatedTab,
  SMOOTH,
  type StartFate,
} from './testing/simulateApi.ts'

const PARTS = 2

function record(): RunRecord {
  return {
    id: 'run_1',
    fileName: 'requests.jsonl',
    endpoint: '/v1/chat/completions',
    baseUrl: 'https://api.openai.com/v1',
    startedAt: 1,
    metadata: { purpose: 'a test' },
    parts: Array.from({ length: PARTS }, (_, index) => ({
      state: 'waiting',
      requests: 1,
      bytes: 100,
      refused: [],
      file: {
        id: `file_${index}`,
        name: 'requests.jsonl',
        bytes: 100,
        createdAt: 900,
        expiresAt: undefined,
      },
    })),
  }
}

/** A tab that does what the page does: starts what waits, follows what runs. */
async function live(tab: SimulatedTab, clock: Clock, api: SimulatedApi): Promise<void> {
  const begin = clock.now()
  while (!tab.isClosed) {
    for (let index = 0; index < PARTS && !tab.isClosed; index++) {
      await startPart(tab.world, 'run_1', index)
      const part = tab.world.book.read('run_1')?.parts[index]
      const batch = api.batches.find(({ id }) => id === part?.batch?.id)
      if (batch && part?.state === 'running' && !tab.isClosed) {
        await settlePart(tab.world, 'run_1', index, batch)
      }
    }
    await clock.wait(clock.now() - begin < 300_000 ? 5_000 : 60_000)
  }
}

const fate: fc.Arbitrary<StartFate> = fc.record({
  // The API takes no longer for a request than its caller looks for it.
  arrivesAfter: fc.option(fc.nat(55_000), { nil: undefined }),
  answer: fc.constantFrom('yes', 'yes', 'lost', 'lost', 'busy', 'full'),
  answersAfter: fc.nat(70_000),
  isFull: fc.boolean(),
})

const chaos = fc.record({
  fates: fc.array(fate, { maxLength: 8 }),
  /** Milliseconds at which a tab is closed, and opened again after a while. */
  reloads: fc.array(fc.record({ tab: fc.nat(1), at: fc.nat(400_000), away: fc.nat(90_000) }), {
    maxLength: 8,
  }),
  listFailures: fc.array(fc.boolean(), { maxLength: 12 }),
  isForgetful: fc.boolean(),
})

async function simulate({
  fates,
  reloads,
  listFailures,
  isForgetful,
  fullStorage = [],
}: (typeof chaos extends fc.Arbitrary<infer T> ? T : never) & {
  /** Which of the entries that are written there is no room for. */
  readonly fullStorage?: readonly boolean[]
}) {
  const clock = new Clock()
  const failures = [...listFailures]
  const api = new SimulatedApi(clock, fates, () => failures.shift() ?? false, isForgetful)
  const locks = new SimulatedLocks()
  const storage = memoryStorage()
  const begin = clock.now()
  const tabs: SimulatedTab[] = []
  const openTab = (at: number): void => {
    const tab = new SimulatedTab(clock, api, locks, storage)
    tabs[at] = tab
    void live(tab, clock, api)
  }
  new SimulatedTab(clock, api, locks, storage).world.book.write(record())
  const losses = [...fullStorage]
  const setItem = storage.setItem.bind(storage)
  storage.setItem = (key, value) => {
    if (losses.shift()) throw new DOMException('', 'QuotaExceededError')
    setItem(key, value)
  }
  openTab(0)
  openTab(1)
  for (const { tab, at, away } of reloads) {
    void clock.wait(at).then(async () => {
      tabs[tab]?.close()
      await clock.wait(away)
      if (tabs[tab]?.isClosed) openTab(tab)
    })
  }
  await clock.runUntil(begin + 6 * 3_600_000)
  for (const tab of tabs) tab.close()
  return { api, parts: (tabs[0] as SimulatedTab).world.book.read('run_1')?.parts ?? [] }
}

test('no part is started twice, and each is in the end, whatever is lost, late, closed or open twice', async () => {
  await fc.assert(
    fc.asyncProperty(chaos, async (world) => {
      const { api, parts } = await simulate(world)
      for (const [index, part] of parts.entries()) {
        const ours = api.batches.filter(({ inputFileId }) => inputFileId === `file_${index}`)
        const thatCost = ours.filter(({ status }) => status !== 'failed')
        expect(thatCost.map(({ id }) => id)).toEqual([part.batch?.id])
        expect(part.state).toBe('running')
        // Every one for which there was no room is known.
        expect(new Set(ours.map(({ id }) => id))).toEqual(
          new Set([...part.refused, part.batch?.id]),
        )
      }
    }),
  )
})

function setPart(tab: SimulatedTab, change: Partial<PartRecord>): void {
  tab.world.book.write(changePart(tab.world.book.read('run_1') as RunRecord, 0, change))
}

test('nor twice where entries are lost since the storage is full', async () => {
  const fullStorage = fc.array(fc.boolean(), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(chaos, fullStorage, async (world, lost) => {
      const { api } = await simulate({ ...world, fullStorage: lost })
      for (let index = 0; index < PARTS; index++) {
        const ours = api.batches.filter(({ inputFileId }) => inputFileId === `file_${index}`)
        expect(ours.filter(({ status }) => status !== 'failed').length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

describe('one tab', () => {
  async function attempts(fates: readonly StartFate[], listFails = false) {
    const clock = new Clock()
    const api = new SimulatedApi(clock, fates, () => listFails)
    const tab = new SimulatedTab(clock, api, new SimulatedLocks(), memoryStorage())
    tab.world.book.write(record())
    const start = async (): Promise<string> => {
      const outcome = startPart(tab.world, 'run_1', 0)
      await clock.runUntil(clock.now() + 75_000)
      return (await outcome).kind
    }
    return { api, tab, clock, start, part: () => tab.world.book.read('run_1')?.parts[0] }
  }

  test('an answer that was lost is found in the list', async () => {
    const { api, start, part } = await attempts([{ ...SMOOTH, answer: 'lost' }])
    expect(await start()).toBe('unknown')
    expect(part()?.state).toBe('unknown')
    expect(await start()).toBe('running')
    expect(part()?.batch?.id).toBe('batch_1')
    expect(await start()).toBe('none')
    expect(api.batches).toHaveLength(1)
  })

  test('a request that never arrived is sent again only when the list was without it for a minute', async () => {
    const { api, clock, tab, start } = await attempts([{ ...SMOOTH, arrivesAfter: undefined }])
    expect(await start()).toBe('unknown')
    for (let look = 0; look < 12; look++) {
      const outcome = startPart(tab.world, 'run_1', 0)
      await clock.runUntil(clock.now() + 5_000)
      expect((await outcome).kind).toBe('unknown')
    }
    expect(await start()).toBe('later')
    expect(api.batches).toHaveLength(0)
    expect(await start()).toBe('running')
    expect(api.batches).toHaveLength(1)
  })

  test('while the list cannot be read nothing is sent', async () => {
    const { api, start, part } = await attempts([{ ...SMOOTH, arrivesAfter: undefined }], true)
    for (let turn = 0; turn < 6; turn++) expect(await start()).toBe('unknown')
    expect(part()?.state).toBe('unknown')
    expect(api.batches).toHaveLength(0)
  })

  test('an API that never says whether it started anything is not asked for ever', async () => {
    const lost = { ...SMOOTH, arrivesAfter: undefined }
    const { api, clock, part, start } = await attempts(Array.from({ length: 100 }, () => lost))
    let asked = 0
    const createBatch = api.createBatch.bind(api)
    api.createBatch = (request) => {
      asked += 1
      return createBatch(request)
    }
    const end = clock.now() + 6 * 3_600_000
    while (clock.now() < end && part()?.state !== 'stopped') await start()
    expect(part()).toMatchObject({ state: 'stopped', why: 'no-answer' })
    expect(asked).toBe(13)
  })

  test('a list that never ends tells nothing, and holds nothing up', async () => {
    const { api, tab, clock, part, start } = await attempts([
      { ...SMOOTH, arrivesAfter: undefined },
    ])
    let pages = 0
    tab.world.api.batches = async () => {
      pages += 1
      await clock.wait(1)
      return ok({ batches: api.batches, after: `page_${pages % 2}` })
    }
    expect(await start()).toBe('unknown')
    expect(await start()).toBe('unknown')
    expect(pages).toBe(200)
    expect(part()?.state).toBe('unknown')
  })

  test('a clock that was a day ahead makes nothing wait for a day', async () => {
    const { clock, part, start, tab } = await attempts([])
    const run = tab.world.book.read('run_1') as RunRecord
    const parts = run.parts.map((each) => ({
      ...each,
      waitsFor: 'api' as const,
      notBefore: clock.now() + 86_400_000,
    }))
    tab.world.book.write({ ...run, parts })
    expect(await start()).toBe('running')
    expect(part()?.state).toBe('running')
  })

  test('the API is asked later when it says so, and later each time', async () => {
    const { start, part, clock } = await attempts([
      { ...SMOOTH, answer: 'busy' },
      { ...SMOOTH, answer: 'busy' },
    ])
    const begin = clock.now()
    expect(await start()).toBe('later')
    expect(part()?.notBefore).toBe(begin + 20 + 30_000)
    expect(await start()).toBe('later')
    expect((part()?.notBefore ?? 0) - clock.now()).toBeLessThan(60_000)
    expect(await start()).toBe('running')
    expect(part()?.notBefore).toBeUndefined()
  })

  test.each([
    ['busy', { state: 'waiting', waitsFor: 'api', delays: 1 }],
    ['full', { state: 'waiting', waitsFor: 'room', delays: 13 }],
  ] as const)(
    'having waited long for room, it is not given up for an API that is %s',
    async (answer, then) => {
      const { start, part, tab } = await attempts([{ ...SMOOTH, answer }])
      setPart(tab, { waitsFor: 'room', delays: 12 })
      expect(await start()).toBe('later')
      expect(part()).toMatchObject(then)
    },
  )

  test('nor for one answer that is lost', async () => {
    const { api, start, part, tab } = await attempts([{ ...SMOOTH, arrivesAfter: undefined }])
    setPart(tab, { waitsFor: 'room', delays: 12 })
    for (const kind of ['unknown', 'unknown', 'unknown', 'later']) expect(await start()).toBe(kind)
    expect(part()).toMatchObject({ state: 'waiting', delays: 1 })
    expect(await start()).toBe('running')
    expect(api.batches).toHaveLength(1)
  })

  test.each([
    ['room', 3],
    ['api', undefined],
  ] as const)(
    'of a batch that runs only waits for room are remembered: %s',
    async (waitsFor, left) => {
      const { start, part, tab } = await attempts([])
      setPart(tab, { waitsFor, delays: 3 })
      expect(await start()).toBe('running')
      expect(part()?.delays).toBe(left)
    },
  )

  test('what was cancelled while nobody knew is not started again, and cancelled when it is found', async () => {
    const lost = await attempts([{ ...SMOOTH, arrivesAfter: undefined }])
    const unwanted = (tab: SimulatedTab): void => {
      const run = tab.world.book.read('run_1') as RunRecord
      const parts = run.parts.map((part) => ({ ...part, isUnwanted: true as const }))
      tab.world.book.write({ ...run, parts })
    }
    await lost.start()
    unwanted(lost.tab)
    expect(await lost.start()).toBe('unknown')
    expect(await lost.start()).toBe('unknown')
    expect(await lost.start()).toBe('stopped')
    expect(lost.part()).toMatchObject({ state: 'stopped', why: 'cancelled' })
    expect(lost.api.batches).toEqual([])

    const arrived = await attempts([{ ...SMOOTH, answer: 'lost' }])
    await arrived.start()
    unwanted(arrived.tab)
    const outcome = startPart(arrived.tab.world, 'run_1', 0)
    await arrived.clock.runUntil(arrived.clock.now() + 1000)
    expect(await outcome).toMatchObject({ kind: 'running', isUnwanted: true })
  })

  test('batches are started with what the user gave, and the names that they are found by', async () => {
    const { api, start } = await attempts([])
    await start()
    expect(api.batches[0]?.metadata).toEqual({
      purpose: 'a test',
      lineproof_run: 'run_1',
      lineproof_part: '1',
    })
  })
})

test.each([
  [86_400_000, 86_400_000],
  [-600_000, -600_000],
  [30_000, undefined],
])('a clock that is %d ms ahead of the API is known as such: %d', async (ahead, known) => {
  const clock = new Clock()
  const api = new SimulatedApi(clock, [], () => false, false)
  const tab = new SimulatedTab(clock, api, new SimulatedLocks(), memoryStorage())
  tab.world.book.write(record())
  const started = startPart({ ...tab.world, now: () => clock.now() + ahead }, 'run_1', 0)
  await clock.runUntil(clock.now() + 1000)
  expect(await started).toMatchObject({ kind: 'running' })
  const clockAhead = tab.world.book.read('run_1')?.parts[0]?.clockAhead
  if (known === undefined) expect(clockAhead).toBeUndefined()
  // The API counts seconds.
  else expect(Math.abs((clockAhead ?? 0) - known)).toBeLessThan(2000)
})
