// The pairing of the page, with documents and a pairing's worker that only say what they are told to.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../base/result.ts'
import { lineId, type LineNumber } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { openPairingClient, type PairingClient } from '../../worker/pairingClient.ts'
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import type {
  PairDetail,
  PairingApi,
  PairingFacts,
  PairRow,
  PairView,
} from '../../contracts/pairingApi.ts'
import { activateDocument, closeDocument } from '../actions/documents.ts'
import { dropClient, setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { blankDocument, findDocument, store, updateDocument } from '../store.ts'
import { searchPairs } from './pairSearch.ts'
import { hasAnswers, pairingStore, phaseOf } from './pairingStore.ts'
import { setPairGroup, setPairFilter, showOutcome, shownOutcomeOf } from './pairView.ts'
import { openPairingClientWith } from './pairingWorker.ts'
import { openPair, openPairOfLine } from './selection.ts'
import { addLeftOut, moveSource, removeSource, setRole } from './sources.ts'
import {
  addToPairing,
  closePairing,
  pairDocuments,
  pairTogether,
  startExportPairs,
} from './startPairing.ts'
import { exportPairsStore } from './exportPairs.ts'

const worker: Record<string, unknown> = {}
beforeAll(() => openPairingClientWith(() => worker as unknown as PairingClient))
afterAll(() => openPairingClientWith(openPairingClient))

const reading = (role: PairReading['role']): PairReading => ({ role, providerId: 'openai' })

/** What each document holds. */
const held: Record<string, PairReading> = {}

const calls: string[] = []
let crash: (message: Message) => void = () => {}
let revision = 0
let count = 7

function factsOf(state: PairingFacts['state'] = 'ready'): PairingFacts {
  return { state, revision: (revision += 1), sources: [], matches: 0 } as unknown as PairingFacts
}

let report: (facts: PairingFacts) => void = () => {}

const fake: Partial<PairingApi> = {
  attach: (key) => {
    calls.push(`attach ${key}`)
    return Promise.resolve(ok())
  },
  detach: (key) => {
    calls.push(`detach ${key}`)
    return Promise.resolve(ok())
  },
  recognise: (key) => Promise.resolve(ok(held[key])),
  pair: (sources, _job, onFacts) => {
    calls.push(`pair ${sources.map(({ key }) => key).join(' ')}`)
    report = onFacts
    return Promise.resolve(ok(factsOf()))
  },
  readRows: (_view, from) => Promise.resolve(ok({ revision, count, from, rows: [] })),
  rowOfPair: () => Promise.resolve(ok({ revision, row: 0 })),
  search: () => Promise.resolve(ok(3)),
  cancel: () => Promise.resolve(ok()),
  exporters: () => Promise.resolve(ok([])),
}

const read = { state: 'ready', lines: 3 } as DocumentFacts

function open(...keys: readonly string[]): void {
  for (const key of keys) {
    const client = { sharePairSource: () => Promise.resolve(ok()), close: () => {} }
    if (!findDocument(key)) openScope(key)
    setClient(key, client as unknown as DocumentClient)
  }
  store.setState(({ documents }) => ({
    documents: [
      ...documents,
      ...keys.map((key) => ({ ...blankDocument, key, name: `${key}.jsonl`, facts: read })),
    ],
    activeKey: keys[0],
  }))
}

beforeEach(() => {
  Object.assign(worker, fake, {
    onCrash: (listener: typeof crash) => {
      crash = listener
    },
    close: () => {},
  })
  Object.assign(held, {
    input: reading('requests'),
    output: reading('answers'),
    errors: reading('answers'),
  })
  store.setState(store.getInitialState(), true)
  calls.length = 0
  revision = 0
})

afterEach(() => {
  closePairing()
  for (const { key } of store.getState().documents) closeScope(key)
})

const keys = () => pairingStore.getState().sources.map(({ key }) => key)
const pairs = () => calls.filter((call) => call.startsWith('pair'))
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('requests and answers that come together are paired and shown, requests first', async () => {
  open('output', 'input', 'errors')
  await pairTogether(['output', 'input', 'errors'])
  expect(keys()).toEqual(['input', 'output', 'errors'])
  expect(store.getState().isPairingShown).toBe(true)
  expect(phaseOf(pairingStore.getState())).toBe('ready')
  await settled()
  expect(pairingStore.getState().shown?.count).toBe(7)
})

test('what is left out of it can be taken in', async () => {
  open('input', 'output', 'plain')
  await pairTogether(['input', 'output', 'plain'])
  expect(pairingStore.getState().leftOut).toEqual(['plain'])
  await addLeftOut('plain')
  expect(pairingStore.getState()).toMatchObject({ leftOut: [] })
  expect(pairs().at(-1)).toBe('pair input output plain')
})

test('documents are looked at when their first lines are there', async () => {
  open('input', 'output')
  updateDocument('output', { facts: { ...read, state: 'reading', lines: 0 } })
  const pairing = pairTogether(['input', 'output'])
  await settled()
  expect(pairingStore.getState().recognising).toEqual(['output'])
  updateDocument('output', { facts: { ...read, state: 'reading', lines: 1 } })
  await pairing
  expect(keys()).toEqual(['input', 'output'])
})

test('documents of other kinds, or of one side alone, stay as they are', async () => {
  open('input', 'plain')
  await pairTogether(['input', 'plain'])
  expect(store.getState().isPairingShown).toBe(false)
  expect(pairs()).toEqual([])
})

test('anyone who has gone to a document meanwhile is only told', async () => {
  open('input', 'output')
  const pairing = pairTogether(['input', 'output'])
  activateDocument('input')
  await pairing
  expect(store.getState().isPairingShown).toBe(false)
  expect(pairs()).toHaveLength(1)
  const [message] = store.getState().messages
  message?.action?.run()
  expect(store.getState().isPairingShown).toBe(true)
})

test("the button takes in what is open; one side alone waits for the other's files", async () => {
  open('input', 'plain')
  await pairDocuments()
  expect(store.getState().isPairingShown).toBe(true)
  expect(phaseOf(pairingStore.getState())).toBe('idle')
  expect(pairingStore.getState().leftOut).toEqual(['plain'])
  open('output')
  await addToPairing(['output'])
  expect(keys()).toEqual(['input', 'output'])
  expect(phaseOf(pairingStore.getState())).toBe('ready')
  // Pressed again it changes nothing.
  await pairDocuments()
  expect(pairs()).toEqual(['pair input output'])
})

test('a document that is closed takes no longer part', async () => {
  open('input', 'output', 'errors')
  await pairTogether(['input', 'output', 'errors'])
  closeDocument('errors')
  await settled()
  expect(pairs().at(-1)).toBe('pair input output')
  expect(calls).toContain('detach errors')
  closeDocument('output')
  await settled()
  expect(phaseOf(pairingStore.getState())).toBe('idle')
  expect(pairingStore.getState().facts).toBeUndefined()
})

test('a document that got another worker is asked there', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  calls.length = 0
  dropClient('output')
  store.setState({ messages: [] })
  expect(calls).toEqual(['detach output'])
  open('output')
  await settled()
  expect(calls).toEqual(['detach output', 'attach output', 'pair input output'])
})

test('a worker that died is said, and the next try begins with all documents attached', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  crash(msg('No memory.'))
  expect(phaseOf(pairingStore.getState())).toBe('failed')
  calls.length = 0
  await pairDocuments()
  expect(calls).toEqual([])
  const { rerunPairing } = await import('./startPairing.ts')
  await rerunPairing()
  expect(calls).toEqual(['attach input', 'attach output', 'pair input output'])
  expect(phaseOf(pairingStore.getState())).toBe('ready')
})

test('facts of a pairing that was replaced are of no interest', async () => {
  open('input', 'output', 'errors')
  await pairTogether(['input', 'output', 'errors'])
  const old = report
  await removeSource('errors')
  const { facts } = pairingStore.getState()
  old(factsOf('failed'))
  expect(pairingStore.getState().facts).toBe(facts)
})

test('a pairing that is closed is forgotten; the documents stay and can be paired again', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  // It is asked, and ended before it answers.
  worker['readRows'] = () => new Promise(() => {})
  showOutcome('failed')
  closePairing()
  worker['readRows'] = fake.readRows
  expect(store.getState()).toMatchObject({ isPairingShown: false, activeKey: 'input' })
  expect(pairingStore.getState()).toMatchObject({ sources: [], view: { filter: {} } })
  await pairDocuments()
  expect(pairs().at(-1)).toBe('pair input output')
  expect(phaseOf(pairingStore.getState())).toBe('ready')
  await settled()
  expect(pairingStore.getState().shown?.count).toBe(7)
})

test('roles and order can be changed by hand', async () => {
  open('input', 'output', 'errors')
  await pairTogether(['input', 'output', 'errors'])
  await moveSource('errors', -1)
  expect(keys()).toEqual(['input', 'errors', 'output'])
  await moveSource('errors', -1)
  expect(keys()).toEqual(['input', 'errors', 'output'])
  await setRole('output', 'requests')
  expect(keys()).toEqual(['input', 'output', 'errors'])
  await setRole('errors', 'requests')
  expect(hasAnswers(pairingStore.getState().sources)).toBe(false)
})

test('the table shows the view that was asked for last, however the answers come', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  await settled()
  const waiting: { view: PairView; answer: () => void }[] = []
  worker['readRows'] = (view: PairView) =>
    new Promise<Result<unknown>>((resolve) => {
      const rows = view.filter.outcome === 'failed' ? 2 : 1
      waiting.push({
        view,
        answer: () => resolve(ok({ revision, count: rows, from: 0, rows: [] })),
      })
    })
  showOutcome('missing')
  showOutcome('failed')
  waiting[0]?.answer()
  await settled()
  waiting[1]?.answer()
  await settled()
  expect(pairingStore.getState().shown).toMatchObject({
    view: { filter: { outcome: 'failed' } },
    count: 2,
  })
})

test('another outcome keeps what was found and the group, and takes other conditions out', () => {
  setPairFilter({ errorCode: 'rate_limit', matches: true, group: 'a', outcome: undefined })
  showOutcome('unusable')
  const { filter } = pairingStore.getState().view
  expect(filter).toEqual({ group: 'a', matches: true, unusable: 'any' })
  expect(shownOutcomeOf(filter)).toBe('unusable')
  setPairGroup({ kind: 'beforeLast', separator: '_' })
  expect(pairingStore.getState().view.filter).toEqual({ matches: true, unusable: 'any' })
})

test('a search shows what it found, and an empty one everything again', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  await searchPairs({ text: 'cat', matchCase: false })
  expect(pairingStore.getState().view.filter).toEqual({ matches: true })
  expect(pairingStore.getState().search.state).toBe('done')
  worker['search'] = () => Promise.resolve(fail('cancelled', msg('Stopped.')))
  await searchPairs({ text: 'dog', matchCase: false })
  expect(pairingStore.getState().search.state).toBe('stopped')
  worker['search'] = () => Promise.resolve(ok(0))
  await searchPairs({ text: '', matchCase: false })
  expect(pairingStore.getState().view.filter).toEqual({})
})

test('a chosen pair stays chosen when pairs are numbered again', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  const place = { key: 'input', documentName: 'input.jsonl', id: lineId(40), line: 5 }
  worker['readPair'] = (pair: number) =>
    Promise.resolve(
      ok({ pair, revision, id: 'a', requests: [place], answers: [] } as unknown as PairDetail),
    )
  worker['pairOfLine'] = (key: string, id: number) =>
    Promise.resolve(ok({ revision, pair: key === 'input' && id === 40 ? 9 : undefined }))
  openPair({ pair: 4, requestLine: 5 as LineNumber, answerLine: undefined } as PairRow)
  await settled()
  expect(pairingStore.getState().detail?.pair).toBe(4)
  report(factsOf())
  await settled()
  expect(pairingStore.getState()).toMatchObject({ selection: { pair: 9 }, detail: { pair: 9 } })
  worker['pairOfLine'] = () => Promise.resolve(ok({ revision, pair: undefined }))
  report(factsOf())
  await settled()
  expect(pairingStore.getState()).toMatchObject({ selection: undefined, isDrawerOpen: false })
})

test('the number of a pair in an earlier state is not taken for one of now', async () => {
  open('input', 'output')
  await pairTogether(['input', 'output'])
  const read: number[] = []
  worker['readPair'] = (pair: number) => {
    read.push(pair)
    return Promise.resolve(fail('unknown-pair', msg('Gone.')))
  }
  let asked = 0
  worker['pairOfLine'] = () => {
    asked++
    if (asked > 1) return Promise.resolve(ok({ revision, pair: 2 }))
    // The answer is under way when the pairs are numbered again, and facts overtake it.
    const answer = ok({ revision, pair: 7 })
    report(factsOf())
    return Promise.resolve(answer)
  }
  const line = 1 as LineNumber
  await openPairOfLine({ key: 'input', documentName: 'input.jsonl', id: lineId(0), line })
  await settled()
  expect(pairingStore.getState().selection?.pair).toBe(2)
  expect(read).not.toContain(7)
})

test('answers alone are paired: with the button, and when several come together', async () => {
  open('output', 'errors')
  await pairTogether(['output', 'errors'])
  await settled()
  expect(pairingStore.getState().sources.map(({ role }) => role)).toEqual(['answers', 'answers'])
  expect(phaseOf(pairingStore.getState())).toBe('ready')
  closePairing()
  await pairTogether(['output'])
  expect(pairingStore.getState().sources).toEqual([])
  await addToPairing(['output'])
  expect(phaseOf(pairingStore.getState())).toBe('ready')
})

test('the dialog of exports opens fresh', async () => {
  open('output')
  await addToPairing(['output'])
  exportPairsStore.setState({ outcome: { text: msg('Wrote an earlier file.'), leftOut: [] } })
  startExportPairs()
  expect(pairingStore.getState().isExportPairsOpen).toBe(true)
  expect(exportPairsStore.getState()).toMatchObject({
    outcome: undefined,
    plan: undefined,
  })
})
