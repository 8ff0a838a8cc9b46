// For tests: the page with an API, a storage and a document of the test's own, on a clock that stands still
// until it is told to go on.
import { vi } from 'vitest'
import { ok, type Result } from '../../../base/result.ts'
import { lineId, type LineNumber } from '../../../base/units.ts'
import type { BatchPart, PartLine } from '../../../contracts/batchParts.ts'
import type { DocumentFacts, FoundLine } from '../../../contracts/documentApi.ts'
import { openBatchClient } from '../../../worker/batchClient.ts'
import type { DocumentClient } from '../../../worker/documentClient.ts'
import { DeadWorker } from '../../../worker/testing/deadWorker.ts'
import { setClient } from '../../clients.ts'
import { closeScope, openScope } from '../../documentScope.ts'
import { dropSpareClient } from '../../spareClient.ts'
import { blankDocument, type DocumentKey, store } from '../../store.ts'
import { setKey } from '../access.ts'
import { dropApiKey } from '../apiKey.ts'
import { batchStore, newBatchState, type Run } from '../batchStore.ts'
import { accessHasChanged, openBatchClientWith } from '../batchWorker.ts'
import { followRuns } from '../follow.ts'
import type { RunRecord } from '../runRecord.ts'
import type { SendOptions } from '../send.ts'
import { createRunBook, type RunBook } from '../storedRuns.ts'
import { livePageIn, type PageWorld } from '../world.ts'
import { PageApi } from './pageApi.ts'
import { memoryStorage, SimulatedLocks } from './simulateApi.ts'

export const KEY = 'sk-test-0123456789abcdef'

/** Not OpenAI's, so that it may want no key. */
export const BASE = 'https://api.example.com/v1'

export const ALL: SendOptions = { selection: 'all', metadata: {} }

export interface TestPage {
  readonly api: PageApi
  readonly book: RunBook
  /** Of the one document that is open; what it is asked about its parts, in order. */
  readonly key: DocumentKey
  readonly asked: PartLine[]
  /** What the browser says of itself. */
  readonly is: { online: boolean; visible: boolean }
  /** Another content, a part for each text. */
  write(...texts: readonly string[]): void
  /** Lets this many milliseconds pass, and whatever is asked meanwhile be answered. */
  pass(ms?: number): Promise<void>
  /** Runs, newest first. */
  runs(): readonly Run[]
  close(): void
}

/** Documents of pages before; what they have in tables by key must not be found. */
let count = 0

/** With a key, and a user who needs no check of the connection; no run yet. */
export function openPage(): TestPage {
  vi.useFakeTimers({ now: Date.UTC(2026, 11, 1), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  count += 1
  const key = `document ${count}`
  const api = new PageApi()
  const storage = memoryStorage()
  const book = createRunBook(() => storage)
  const is = { online: true, visible: true }
  const world: PageWorld = {
    book,
    locks: new SimulatedLocks().of({}),
    isOnline: () => is.online,
    isVisible: () => is.visible,
    random: () => 0.5,
  }
  livePageIn(world)
  vi.stubGlobal('sessionStorage', memoryStorage())
  // Documents of results are opened here and cannot be read, which is all the same to what opens them.
  vi.stubGlobal('Worker', DeadWorker)
  openBatchClientWith(api.client)
  const asked: PartLine[] = []
  let parts: readonly BatchPart[] = []
  let revision = 0
  const documentClient = {
    batchParts: () => Promise.resolve(ok(parts)),
    checkFile: () => Promise.resolve(ok({ kind: 'same' as const })),
    lineOfPart: (line: PartLine) => {
      asked.push(line)
      return Promise.resolve(foundLine(line))
    },
    close: () => {},
  }
  openScope(key)
  setClient(key, documentClient as unknown as DocumentClient)
  const write = (...texts: readonly string[]): void => {
    revision += 1
    parts = texts.map((text) => partOf(text, revision))
    const tab = { ...blankDocument, key, name: 'asks.jsonl', facts: factsOf(revision) }
    store.setState({ documents: [tab], activeKey: key })
  }
  store.setState({ ...store.getInitialState() }, true)
  write('one')
  batchStore.setState(
    { ...newBatchState, access: { ...newBatchState.access, baseUrl: BASE } },
    true,
  )
  accessHasChanged()
  setKey(KEY)
  batchStore.setState({ insists: { connection: true, lines: false } })
  followRuns()
  return {
    api,
    book,
    key,
    asked,
    is,
    write,
    pass: async (ms = 0) => void (await vi.advanceTimersByTimeAsync(ms)),
    runs: () => batchStore.getState().runs,
    close() {
      batchStore.setState(newBatchState, true)
      for (const opened of store.getState().documents) closeScope(opened.key)
      store.setState(store.getInitialState(), true)
      closeScope(key)
      dropSpareClient()
      dropApiKey()
      accessHasChanged()
      openBatchClientWith(openBatchClient)
      livePageIn(undefined)
      vi.unstubAllGlobals()
      vi.useRealTimers()
    },
  }
}

/** A record of one part that waits with its file at the API, where nothing else is said. */
export function aRecord(of: Partial<RunRecord> = {}): RunRecord {
  count += 1
  return {
    id: `run_${count}`,
    fileName: 'asks.jsonl',
    endpoint: '/v1/chat/completions',
    baseUrl: BASE,
    startedAt: count,
    metadata: {},
    parts: [aPartRecord()],
    ...of,
  }
}

export function aPartRecord(
  of: Partial<RunRecord['parts'][number]> = {},
): RunRecord['parts'][number] {
  return {
    state: 'waiting',
    requests: 10,
    bytes: 100,
    refused: [],
    file: {
      id: 'file-1',
      name: 'asks.jsonl',
      bytes: 100,
      createdAt: 1_800_000_000,
      expiresAt: undefined,
    },
    ...of,
  }
}

function partOf(text: string, revision: number): BatchPart {
  const blob = new Blob([text])
  const end = { id: lineId(1), line: 1 as LineNumber }
  return {
    blob,
    lines: 10,
    bytes: blob.size,
    items: 0,
    first: end,
    last: end,
    ids: [1, 10],
    endpoint: text.startsWith('embed') ? '/v1/embeddings' : '/v1/chat/completions',
    urls: [],
    models: [],
    modelCount: 1,
    contentHash: `hash of ${text}`,
    revision,
  }
}

function factsOf(revision: number): DocumentFacts {
  const facts = { state: 'ready', revision, meters: [], causes: [], fileFindings: [], columns: [] }
  return facts as unknown as DocumentFacts
}

function foundLine({ at }: PartLine): Result<FoundLine> {
  return ok({ revision: 1, line: { id: lineId(at), index: at - 1 } } as unknown as FoundLine)
}
