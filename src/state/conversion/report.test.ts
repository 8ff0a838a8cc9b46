// The report of a conversion, and the way from a part of it to the file.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FindLineRequest, LeftOut } from '../../contracts/conversionApi.ts'
import { ok } from '../../base/result.ts'
import { verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { blankDocument, store } from '../store.ts'
import { openConversionClientWith } from './conversionWorker.ts'
import { origins } from './origins.ts'
import { canShowInFile, reportLines, showInFile } from './report.ts'

const MADE = 'made'
const FILE = 'file'

const part: LeftOut = { row: 3, reason: verbatim('It is bad.'), text: 'x', isLost: true }
let asked: FindLineRequest['part'][] = []

beforeAll(() => {
  const client = {
    async findLine(request: FindLineRequest) {
      asked.push(request.part)
      return ok(5)
    },
  }
  openConversionClientWith(() => ({ ...client, onCrash() {} }) as unknown as ConversionClient)
})
afterAll(() => {
  openConversionClientWith(undefined)
})

beforeEach(() => {
  asked = []
  openScope(MADE)
  origins.of(MADE).origin = {
    key: FILE,
    file: new Blob(),
    choice: { sourceId: 'table', options: {}, encoding: 'utf-8' },
  }
  const documents = [MADE, FILE].map((key) => ({ ...blankDocument, key, name: key }))
  store.setState({ documents, activeKey: MADE, messages: [], dialog: 'conversionReport' })
})
afterEach(() => {
  closeScope(MADE)
  store.setState({ documents: [], activeKey: undefined, messages: [], dialog: undefined })
})

test('a part is shown in the file that is open', async () => {
  await showInFile(MADE, part)
  expect(asked).toEqual([part])
  expect(store.getState().activeKey).toBe(FILE)
  expect(store.getState().dialog).toBeUndefined()
})

test('of a file that is closed it is said', async () => {
  store.setState(({ documents }) => ({ documents: documents.filter(({ key }) => key === MADE) }))
  expect(canShowInFile(MADE)).toBe(false)
  await showInFile(MADE, part)
  expect(asked).toEqual([])
  expect(store.getState().messages).toHaveLength(1)
})

test('the report has a line for each part, and says how many more there are', () => {
  const leftOut = {
    hasRows: false,
    lost: 3,
    changed: 1,
    reasons: [],
    details: [part, { ...part, isLost: false }],
  }
  const lines = reportLines(leftOut, inEnglish).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { row: 3, isLost: true, reason: 'It is bad.', text: 'x' },
    { row: 3, isLost: false, reason: 'It is bad.', text: 'x' },
    { more: 2 },
  ])
})
