// 'Convert to another provider' in the page: what is asked of the worker, and the document that it opens. The
// workers are those of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import type { AttachedFindings } from '../../contracts/attachedFindings.ts'
import type { OpenOptions } from '../../contracts/documentApi.ts'
import type {
  PreviewTranslationRequest,
  TranslatedFile,
  TranslateRequest,
} from '../../contracts/translationApi.ts'
import { kindOf } from '../../formats/detectFormat.ts'
import { findFormat } from '../../formats/registry.ts'
import { verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { catalogueOf } from '../../session/catalogue.ts'
import { shapes } from '../../translation/translate.ts'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { stubWorker } from '../../worker/testing/fakeWorker.ts'
import { startReading } from '../actions/reading.ts'
import { setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { dropSpareClient } from '../spareClient.ts'
import { activeDocument, blankDocument, store } from '../store.ts'
import { openConversionClientWith } from './conversionWorker.ts'
import {
  chooseModel,
  chooseTarget,
  chooseTokenLimit,
  closeTranslation,
  formatFor,
  isTokenLimit,
  openTranslation,
  runTranslation,
} from './translate.ts'
import { translationStore } from './translationStore.ts'

const KEY = 'to-translate'
const CHAT = { id: 'chat', title: verbatim('OpenAI chat'), provider: 'openai' }
const CLAUDE = { id: 'claude', title: verbatim('Anthropic'), provider: 'anthropic' }
const GEMINI = { id: 'gemini', title: verbatim('Gemini'), provider: 'gemini' }

const attached: AttachedFindings = { findings: [], sets: [[]], byLine: Uint16Array.of(0) }
const made: TranslatedFile = {
  file: new File(['{}\n'], 'a.anthropic.jsonl'),
  id: 'made',
  lines: 5,
  bytes: 3,
  lost: 1,
  changed: 0,
  details: [{ row: 2, reason: verbatim('No.'), isLost: true }],
  hasRows: false,
  reasons: [{ reason: verbatim('No.'), count: 1 }],
  needAttention: 3,
  attached,
}

let asked: PreviewTranslationRequest[] = []
let translated: TranslateRequest[] = []
let cancelled: string[] = []
let discarded: string[] = []
let end: (result: unknown) => void = () => {}
let opened: OpenOptions[] = []

const client = {
  previewTranslation: async (request: PreviewTranslationRequest) => {
    asked.push(request)
    const target = request.choice?.target ?? 'claude'
    const needsTokenLimit = target === 'claude' && request.choice?.maxTokens === undefined
    return ok({
      shape: CHAT,
      targets: [CLAUDE, GEMINI],
      target,
      needsTokenLimit,
      lines: [],
      isCut: false,
    })
  },
  translate: (request: TranslateRequest) => {
    translated.push(request)
    return new Promise((resolve) => {
      end = resolve
    })
  },
  cancel: async (jobId: string) => void cancelled.push(jobId),
  discard: async (id: string) => void discarded.push(id),
}

const documentSide = {
  ping: () => 0,
  catalogue: () => new Promise(() => {}),
  async open(_file: File, options: OpenOptions) {
    opened.push(options)
    return fail('not-lines', verbatim('No.'))
  },
}

beforeAll(() => {
  openConversionClientWith(() => ({ ...client, onCrash() {} }) as unknown as ConversionClient)
})
afterAll(() => {
  openConversionClientWith(undefined)
})

beforeEach(async () => {
  asked = []
  translated = []
  cancelled = []
  discarded = []
  opened = []
  stubWorker(documentSide)
  openScope(KEY)
  setSource(KEY, { file: new File(['{}\n'], 'a.jsonl') })
  const tab = { ...blankDocument, key: KEY, name: 'a.jsonl', canSave: false }
  store.setState({ documents: [tab], activeKey: KEY, messages: [] })
  await openTranslation(KEY)
})
afterEach(() => {
  closeTranslation()
  for (const { key } of store.getState().documents) closeScope(key)
  dropSpareClient()
  store.setState({ documents: [], messages: [], dialog: undefined, activeKey: undefined })
  vi.unstubAllGlobals()
})

test('asks for what the worker proposes first, and for a token limit where one is needed', async () => {
  expect(store.getState().dialog).toBe('translate')
  expect(translationStore.getState()).toMatchObject({ target: 'claude', asksTokenLimit: true })
  await chooseTokenLimit('200')
  // The field does not go away under the hands of whoever types.
  expect(translationStore.getState().asksTokenLimit).toBe(true)
  await chooseModel(' claude-next ')
  expect(asked.at(-1)?.choice).toEqual({ target: 'claude', maxTokens: 200, model: 'claude-next' })
  await chooseTarget('gemini')
  expect(translationStore.getState()).toMatchObject({ asksTokenLimit: false, model: '' })
})

test('asks once for what is typed while a preview is made', async () => {
  const before = asked.length
  await Promise.all(['c', 'cl', 'cla', 'clau'].map((typed) => chooseModel(typed)))
  expect(asked.slice(before).map(({ choice }) => choice?.model)).toEqual(['c', 'clau'])
  expect(translationStore.getState()).toMatchObject({ model: 'clau', isPreviewing: false })
})

test('takes whole numbers as a token limit, and nothing', () => {
  expect(['', '1', '4096'].map(isTokenLimit)).toEqual([true, true, true])
  expect(['0', '-1', '1.5', '1e3', 'x', '99999999999'].map(isTokenLimit)).toEqual(
    Array.from({ length: 6 }, () => false),
  )
})

test('opens what was made, with its findings, and says how it went', async () => {
  const running = runTranslation()
  expect(translated[0]).toMatchObject({ choice: { target: 'claude' }, name: 'a.anthropic.jsonl' })
  end(ok(made))
  await running
  const tab = activeDocument()
  expect(tab).toMatchObject({
    name: 'a.anthropic.jsonl',
    madeOf: { name: 'a.jsonl', isNoticed: false, leftOut: { lost: 1 } },
  })
  expect(store.getState().dialog).toBeUndefined()
  expect(store.getState().messages.map(({ text }) => inEnglish(text))).toEqual([
    '5 lines were converted to Anthropic. Need attention: 3. Left out: 1.',
  ])
  await expect.poll(() => opened.length).toBe(1)
  expect(opened[0]?.attached?.byLine).toEqual(attached.byLine)
  // As after its worker died.
  const key = tab?.key ?? ''
  await startReading(key, { startedAt: 0 })
  expect(opened[1]?.attached).toBeDefined()
  // Lines of another file are others.
  setSource(key, { file: new File(['{}\n'], 'saved.jsonl') })
  await startReading(key, { startedAt: 0 })
  expect(opened[2]).toMatchObject({ attached: undefined })
})

test('requests are judged as those of their provider, whatever they look like', () => {
  const { formats: known } = catalogueOf()
  store.setState({ catalogue: { formats: known, exporters: [] } })
  const formatIds = shapes.map((shape) => formatFor(shape))
  store.setState({ catalogue: undefined })
  expect(formatIds).toContain('mistralBatchInput')
  expect(formatIds).toContain('batchInput')
  for (const [at, shape] of shapes.entries()) {
    const format = findFormat(formatIds[at] ?? '')
    expect([format?.provider?.id, format && kindOf(format)]).toEqual([shape.provider, 'batchInput'])
  }
})

test('is stopped and discarded with its dialog', async () => {
  const running = runTranslation()
  closeTranslation()
  expect(cancelled).toEqual([translated[0]?.jobId])
  end(ok(made))
  await running
  expect(discarded).toEqual(['made'])
  expect(store.getState().documents).toHaveLength(1)
})

test('says in the dialog why nothing was made', async () => {
  const running = runTranslation()
  end(fail('nothing-translated', verbatim('None.')))
  await running
  expect(translationStore.getState()).toMatchObject({
    problem: verbatim('None.'),
    running: undefined,
  })
  expect(store.getState().dialog).toBe('translate')
})
