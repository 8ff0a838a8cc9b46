import { expect, test } from 'vitest'
import { failureOf } from '../../base/failures.ts'
import { lineId, lineNumberOf } from '../../base/units.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { blankDocument, type DocumentTab } from '../store.ts'
import { type PageAbout, pageDetails } from './pageDetails.ts'

const SECRET = 'sk-do-not-tell'

const about: PageAbout = {
  version: '1.2.3',
  build: '0123456789abcdef',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  cores: 8,
  memory: undefined,
  documents: [],
  pairing: undefined,
  error: undefined,
}

/** Every text that can come from a file holds the secret. */
const facts: DocumentFacts = {
  state: 'ready',
  revision: 1,
  lines: 1200,
  invalid: 30,
  warnings: 4,
  attention: 5,
  holdsResults: true,
  hasIds: false,
  countsTokens: false,
  blank: 1,
  edited: 2,
  matches: 0,
  matchesAmong: { invalid: 0, warnings: 0, attention: 0, edited: 0 },
  chosen: 0,
  choiceVersion: 0,
  bytes: 123_456,
  readBytes: 123_456,
  totalBytes: 123_456,
  readMs: 50,
  isCached: false,
  shapes: 17,
  shapesFull: false,
  formatId: 'batch-input',
  formatTitle: msg('Batch input'),
  formatDetected: true,
  columns: [],
  hiddenColumns: [],
  columnsKey: '',
  ignored: [],
  causes: [
    {
      code: 'trailing-comma',
      severity: 'error',
      title: msg('Trailing comma'),
      message: verbatim(SECRET),
      count: 30,
      isNotice: false,
      names: {
        most: [{ name: SECRET, lines: 1, firstLine: lineNumberOf(0) }],
        others: 0,
        lines: 1,
      },
    },
  ],
  fileFindings: [],
  meters: [],
  entries: [{ title: msg('Model'), value: verbatim(SECRET) }],
  isExported: false,
  isDirty: true,
  undoLabel: verbatim(SECRET),
  failure: failureOf('not-read', verbatim(SECRET)),
}

const tab: DocumentTab = {
  ...blankDocument,
  key: SECRET,
  name: SECRET,
  facts,
  crash: verbatim(SECRET),
  readFailure: verbatim(SECRET),
  fileProblem: verbatim(SECRET),
  drafts: [{ id: lineId(0), line: lineNumberOf(0), text: SECRET, base: SECRET }],
  search: { query: { text: SECRET, isRegExp: false, matchCase: false }, state: 'idle' },
}

const pairing: PairingFacts = {
  state: 'ready',
  revision: 1,
  sources: [
    {
      key: SECRET,
      name: SECRET,
      role: 'answers',
      providerId: 'openai',
      keyPath: SECRET,
      lines: 2000,
      broken: 1,
      withoutKey: 3,
      failure: failureOf('not-read', verbatim(SECRET)),
    },
  ],
  requests: 2100,
  answers: 2000,
  succeeded: 1900,
  failed: 90,
  missing: 110,
  unexpected: 9,
  duplicate: 1,
  matches: 0,
  doneBytes: 0,
  totalBytes: 0,
}

test('before a file is open it says where the page runs', () => {
  expect(pageDetails({ ...about, memory: 8 })).toBe(
    'Lineproof 1.2.3, build 0123456789abcdef\nFirefox 153 on Linux, 8 cores, memory 8 GiB\n',
  )
  expect(pageDetails({ ...about, build: '' })).toContain('Lineproof 1.2.3, development\n')
})

test('documents and the pairing are told as counts', () => {
  expect(
    pageDetails({ ...about, documents: [{ ...blankDocument, facts }, blankDocument], pairing }),
  ).toMatchInlineSnapshot(`
    "Lineproof 1.2.3, build 0123456789abcdef
    Firefox 153 on Linux, 8 cores
    Document 1: ready, batch-input, 123,456 bytes, 1,200 lines, 1,169 valid, 30 invalid, 4 with warnings, 5 needing attention, 1 blank, 2 edited, 17 shapes, checked in 0.05 s
      trailing-comma 30
    Document 2: no answer yet
    Pairing: ready, 2,100 requests, 2,000 answers, 1,900 succeeded, 90 failed, 110 missing, 9 unexpected, 1 duplicate
      answers, openai: 2,000 lines, 1 broken, 3 without an id
    "
  `)
})

test('nothing of a file is told, whatever went wrong with it', () => {
  const error = new SyntaxError(`Unexpected token 's', "${SECRET}" is not valid JSON`)
  const details = pageDetails({ ...about, documents: [tab], pairing, error })
  expect(details).not.toContain(SECRET)
  expect(details).toContain('ready, its worker stopped, not readable, changed on the disk')
  expect(details).toMatch(/^SyntaxError at pageDetails\.test\.ts:\d+:\d+/m)
})
