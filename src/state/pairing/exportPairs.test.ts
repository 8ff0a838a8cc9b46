// Exporting, with a pairing's worker that only says what it is told to.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '../../base/result.ts'
import type {
  PairExporterInfo,
  PairExportPlan,
  PairExportRequest,
  PairExportResult,
  PairFilter,
  PairingApi,
  PairingFacts,
} from '../../contracts/pairingApi.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { store } from '../store.ts'
import { newPairing, pairingStore } from './pairingStore.ts'
import { openPairingClientWith, startPairingClient, stopPairingClient } from './pairingWorker.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { openPairingClient, type PairingClient } from '../../worker/pairingClient.ts'
import {
  cancelPairExport,
  choosePairExport,
  choosePairOption,
  closeExportPairs,
  openExportPairs,
  refreshPlan,
  exportPairs,
  exportPairsStore,
} from './exportPairs.ts'

const worker: Record<string, unknown> = {}
const downloads: string[] = []

/** A page whose links, when they are clicked, say what they would download. */
function pageOfLinks(): Partial<Document> {
  const createElement = (): Partial<HTMLAnchorElement> => {
    const link = { download: '', click: () => downloads.push(link.download), remove: () => {} }
    return link
  }
  return {
    createElement: createElement as unknown as Document['createElement'],
    body: { append: () => {} } as unknown as HTMLElement,
  }
}

beforeAll(() => {
  openPairingClientWith(() => worker as unknown as PairingClient)
  vi.stubGlobal('document', pageOfLinks())
})

afterAll(() => {
  openPairingClientWith(openPairingClient)
  vi.unstubAllGlobals()
})

interface Asked<T> {
  readonly request: PairExportRequest
  readonly answer: (result: Result<T>) => void
}
let plans: Asked<PairExportPlan>[] = []
let exportsAsked: Asked<PairExportResult>[] = []
let cancelled: string[] = []

function exporter(id: string, options: PairExporterInfo['options'] = {}): PairExporterInfo {
  const rest = { isOfRows: true, takesView: true, needsRequests: id === 'retry' }
  return { id, title: verbatim(id), summary: verbatim(`${id}.`), noun: 'request', options, ...rest }
}

const EXPORTERS = [
  exporter('retry', {
    resend: {
      kind: 'list',
      title: msg('Send again'),
      items: [{ value: 'failed', title: msg('Failed') }],
      chosen: ['failed'],
      whenNone: msg('Choose what to send again.'),
    },
  }),
  exporter('report'),
]
let listExporters: PairingApi['exporters']

const api: Partial<PairingApi> = {
  exporters: () => listExporters(),
  planExport: (request) => new Promise((answer) => plans.push({ request, answer })),
  exportBlobs: (request, onProgress) => {
    onProgress({ unit: 'rows', done: 1, total: 4 })
    return new Promise((answer) => exportsAsked.push({ request, answer }))
  },
  cancel: (jobId) => {
    cancelled.push(jobId)
    return Promise.resolve(ok())
  },
}

const plan = (count: number): PairExportPlan => ({ count, fileNames: ['input.jsonl'], notes: [] })

function written(names: readonly string[], leftOut: PairExportResult['leftOut'] = []) {
  return ok({ files: names.map((name) => ({ name, blob: new Blob() })), written: 3, leftOut })
}

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(async () => {
  vi.useFakeTimers()
  listExporters = () => Promise.resolve(ok(EXPORTERS))
  plans = []
  exportsAsked = []
  cancelled = []
  downloads.length = 0
  Object.assign(worker, api, { onCrash: () => {}, close: () => {} })
  startPairingClient()
  const facts = { revision: 1, sources: [{ role: 'requests', name: 'input.jsonl' }] }
  pairingStore.setState({ ...newPairing, facts: facts as unknown as PairingFacts }, true)
  exportPairsStore.setState(exportPairsStore.getInitialState(), true)
  store.setState({ messages: [] })
  openExportPairs()
  await settled()
})

afterEach(() => {
  stopPairingClient()
  vi.useRealTimers()
})

const messages = () => inEnglish(store.getState().messages.map(({ text }) => text))

test('the plan of the latest choice counts, whichever comes last', async () => {
  void refreshPlan()
  await settled()
  choosePairExport({ exporterId: 'report' })
  void refreshPlan()
  await settled()
  expect(plans.map(({ request }) => request.exporterId)).toEqual(['retry', 'report'])
  expect(cancelled).toEqual([plans[0]?.request.jobId])
  plans[1]?.answer(ok(plan(2)))
  await settled()
  plans[0]?.answer(ok(plan(1)))
  await settled()
  expect(exportPairsStore.getState()).toMatchObject({ plan: { count: 2 }, isPlanning: false })
})

test('when the pairs change the plan that is shown holds until there is a new one', async () => {
  void refreshPlan()
  await settled()
  plans[0]?.answer(ok(plan(1)))
  await settled()
  void refreshPlan(true)
  await settled()
  expect(exportPairsStore.getState()).toMatchObject({ plan: { count: 1 }, isPlanning: false })
  plans[1]?.answer(ok(plan(2)))
  await settled()
  expect(exportPairsStore.getState()).toMatchObject({ plan: { count: 2 }, isPlanning: false })
})

test('a choice that lacks something is told and asks no one', async () => {
  choosePairOption('resend', [{ value: 'failed', isChosen: false }])
  await refreshPlan()
  expect(inEnglish(exportPairsStore.getState())).toMatchObject({
    problem: 'Choose what to send again.',
    isPlanning: false,
    plan: undefined,
  })
  expect(plans).toHaveLength(0)
})

test('a plan that cannot be made says why', async () => {
  void refreshPlan()
  await settled()
  plans[0]?.answer(fail('file-gone', msg('output.jsonl is gone.')))
  await settled()
  expect(inEnglish(exportPairsStore.getState().problem)).toBe('output.jsonl is gone.')
})

test('all files of an export are downloaded, one after the other', async () => {
  const done = exportPairs()
  await settled()
  expect(exportPairsStore.getState().running?.progress).toEqual({ unit: 'rows', done: 1, total: 4 })
  expect(inEnglish(exportPairsStore.getState().running?.title)).toBe('Writing retry')
  expect(exportsAsked[0]?.request.language).toBe('en')
  exportsAsked[0]?.answer(written(['a-1.jsonl', 'a-2.jsonl']))
  await settled()
  expect(downloads).toEqual(['a-1.jsonl'])
  await vi.advanceTimersByTimeAsync(1000)
  await done
  expect(downloads).toEqual(['a-1.jsonl', 'a-2.jsonl'])
  expect(messages()).toEqual(['2 files with 3 requests go to your downloads.'])
  expect(exportPairsStore.getState().running).toBeUndefined()
  expect(pairingStore.getState().isExportPairsOpen).toBe(false)
})

test('what was left out stays to be read until something else is chosen', async () => {
  const done = exportPairs()
  await settled()
  const leftOut = [{ count: 2, reason: msg('there is no answer') }]
  exportsAsked[0]?.answer(written(['a.jsonl'], leftOut))
  await settled()
  await done
  expect(messages()).toEqual([])
  expect(pairingStore.getState().isExportPairsOpen).toBe(true)
  expect(inEnglish(exportPairsStore.getState().outcome)).toEqual({
    text: 'a.jsonl with 3 requests was downloaded.',
    leftOut: [{ count: 2, reason: 'there is no answer' }],
  })
  choosePairExport({ onlyShown: true })
  expect(exportPairsStore.getState().outcome).toBeUndefined()
})

test('an export goes on behind a closed dialog, and one runs at a time', async () => {
  const done = exportPairs()
  await settled()
  closeExportPairs()
  await exportPairs()
  expect(exportsAsked).toHaveLength(1)
  exportsAsked[0]?.answer(written(['a.jsonl'], [{ count: 1, reason: msg('there is no answer') }]))
  await settled()
  await done
  expect(downloads).toEqual(['a.jsonl'])
  expect(pairingStore.getState().isExportPairsOpen).toBe(false)
  expect(messages().join()).toContain('1 row was left out: there is no answer.')
})

test('giving up hands out nothing and says nothing', async () => {
  const done = exportPairs()
  await settled()
  await cancelPairExport()
  expect(cancelled).toEqual([exportsAsked[0]?.request.jobId])
  exportsAsked[0]?.answer(fail('cancelled', msg('Cancelled.')))
  await settled()
  await done
  expect(downloads).toEqual([])
  expect(messages()).toEqual([])
  expect(exportPairsStore.getState().running).toBeUndefined()
})

test('a pairing that is closed meanwhile ends the export, though its worker never answers', async () => {
  const done = exportPairs()
  await settled()
  stopPairingClient()
  pairingStore.setState(newPairing, true)
  await done
  expect(exportPairsStore.getState().running).toBeUndefined()
  expect(messages()).toEqual([])
})

test('a failure is shown and the dialog stays', async () => {
  const done = exportPairs()
  await settled()
  exportsAsked[0]?.answer(fail('disk-full', msg('The disk is full.')))
  await settled()
  await done
  expect(messages()).toEqual(['The disk is full.'])
  expect(pairingStore.getState().isExportPairsOpen).toBe(true)
})

test('an export begins with what is shown; all pairs are chosen for one filter alone', () => {
  const onlyShown = () => exportPairsStore.getState().choices.onlyShown
  const filterBy = (filter: PairFilter) =>
    pairingStore.setState(({ view }) => ({ view: { ...view, filter } }))
  filterBy({ outcome: 'failed' })
  openExportPairs()
  expect(onlyShown()).toBe(true)
  choosePairExport({ onlyShown: false })
  closeExportPairs()
  openExportPairs()
  expect(onlyShown()).toBe(false)
  closeExportPairs()
  filterBy({ outcome: 'missing' })
  openExportPairs()
  expect(onlyShown()).toBe(true)
})

test('what is made of requests is not chosen without them, whether the exports were known or not', async () => {
  const facts = { revision: 1, sources: [{ role: 'answers', name: 'output.jsonl' }] }
  pairingStore.setState({ facts: facts as unknown as PairingFacts })
  openExportPairs()
  expect(exportPairsStore.getState().choices.exporterId).toBe('report')
  exportPairsStore.setState(exportPairsStore.getInitialState(), true)
  openExportPairs()
  await settled()
  expect(exportPairsStore.getState().choices.exporterId).toBe('report')
})

test('why there are no exports to choose from is said, and they are asked for again', async () => {
  exportPairsStore.setState(exportPairsStore.getInitialState(), true)
  listExporters = () => Promise.resolve(fail('worker-crashed', msg('It crashed.')))
  openExportPairs()
  await settled()
  await refreshPlan()
  expect(inEnglish(exportPairsStore.getState())).toMatchObject({
    problem: 'It crashed.',
    isPlanning: false,
  })
  listExporters = () => Promise.resolve(ok(EXPORTERS))
  openExportPairs()
  await settled()
  expect(exportPairsStore.getState()).toMatchObject({ problem: undefined, exporters: EXPORTERS })
})
