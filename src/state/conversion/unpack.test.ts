// Unpacking by hand: once, and no further than its document. The worker is one of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { openConversionClientWith } from './conversionWorker.ts'
import type { UnpackRequest } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDocument } from '../actions/documents.ts'
import { setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { blankDocument, store } from '../store.ts'
import { entriesStore } from './entriesStore.ts'
import { openAsItIs, openEntries, unpackDocument } from './unpack.ts'

const KEY = 'packed'
const CANCELLED = {
  ok: false,
  failure: { kind: 'cancelled', code: 'cancelled', message: msg('Stopped.') },
}

let unpacked: number[] = []
/** Of what is packed. */
let isConvertible = false
let end: () => void = () => {}

const TABLE = { id: 'table', values: {}, options: [], isRecognised: true }

const client = {
  contents: async () => ({ ok: true, value: [{ name: 'a.jsonl' }] }),
  unpack({ index }: UnpackRequest) {
    unpacked.push(index)
    return new Promise((resolve) => {
      end = () => resolve(CANCELLED)
    })
  },
  inspect: async () => ({
    ok: true,
    value: { encoding: 'utf-8', encodings: [], isConvertible, sources: [TABLE] },
  }),
  preview: async () => ({ ok: true, value: { lines: [] } }),
  cancel: async () => ({ ok: true }),
}

beforeAll(() => {
  openConversionClientWith(() => ({ ...client, onCrash() {} }) as unknown as ConversionClient)
})
afterAll(() => {
  openConversionClientWith(undefined)
})

beforeEach(() => {
  isConvertible = false
  unpacked = []
  openScope(KEY)
  setSource(KEY, { file: new File(['x'], 'a.zip') })
  const tab = { ...blankDocument, key: KEY, name: 'a.zip', canSave: false }
  store.setState({ documents: [tab], activeKey: KEY, messages: [] })
  entriesStore.setState({ key: KEY, name: 'a.zip', files: [] })
})
afterEach(() => {
  closeScope(KEY)
  store.setState({ documents: [], messages: [], dialog: undefined })
})

test('a second press while the first is at work changes nothing; one after it does', async () => {
  const presses = [unpackDocument(KEY), unpackDocument(KEY)]
  await expect.poll(() => unpacked).toEqual([0])
  end()
  await Promise.all(presses)
  expect(unpacked).toEqual([0])
  const again = unpackDocument(KEY)
  await expect.poll(() => unpacked).toEqual([0, 0])
  end()
  await again
})

test('what is no lines is offered to be converted, and unpacked when that is wanted', async () => {
  isConvertible = true
  await unpackDocument(KEY)
  expect([unpacked, store.getState().dialog]).toEqual([[], 'convert'])
  const opening = openAsItIs()
  expect([unpacked, store.getState().dialog]).toEqual([[0], undefined])
  end()
  await opening
})

test('nothing is asked about an archive that is out of sight', async () => {
  isConvertible = true
  store.setState({ activeKey: undefined })
  const opening = unpackDocument(KEY)
  await expect.poll(() => unpacked).toEqual([0])
  expect(store.getState().dialog).toBeUndefined()
  end()
  await opening
})

test('files that were chosen are not unpacked when the archive was closed', async () => {
  const opening = openEntries([0, 1, 2])
  expect(unpacked).toEqual([1])
  closeDocument(KEY)
  end()
  await opening
  expect(unpacked).toEqual([1])
})
